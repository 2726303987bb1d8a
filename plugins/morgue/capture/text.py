"""A text dump: the words of a page as some other program took them out."""

import re
from collections.abc import Iterator

from morgue.capture.signs import is_text
from morgue.capture.source import Source
from morgue.model import Capture

KIND = "text (.txt)"

_NAMED = re.compile(r"\.txt(?:\.\w+)?$")
"""Some programs leave .gz in the name of what they have unpacked."""


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file is a text dump: only its name tells it from a script or a list."""
    return bool(_NAMED.search(name.lower())) and is_text(head)


def captures(source: Source) -> Iterator[Capture]:
    """Yield the one capture that a dump is."""
    yield source.capture(source.payload(), media_type="text/plain")
