"""``python -m morgue.cli``."""

from morgue.cli import main

main()
