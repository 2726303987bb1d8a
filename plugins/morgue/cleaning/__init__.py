"""The cleaning room: one rule a file, each a mask over the extraction, which itself never changes."""

from morgue.cleaning.core import clean, unmatched_keep
from morgue.cleaning.outlet import emptied
from morgue.cleaning.pictures import standing_pictures
from morgue.cleaning.rules import COPIES, RULES, Rule

__all__ = ["COPIES", "RULES", "Rule", "clean", "emptied", "standing_pictures", "unmatched_keep"]
