"""The outlet's name in the titles of its pages."""

import re
from collections.abc import Set as AbstractSet

_TRAIL = 3
"""Parts from which a window's title is a trail through the site, of which the longest is the headline."""

_LABEL = 4
_ARTICLE = 3
"""Letters of a host's label that is a name, not an abbreviation, and of an article that it leaves out."""

SEPARATOR = re.compile(r"\s+(?:[|–—•·»:-]|::)\s+|\s*\|\s*")
"""What parts a headline from the outlet's name and from its sections'."""


def outlet_in(page_title: str, host: str) -> str:
    """Return the part of a window's title that is the host's name as a reader writes it, or nothing."""
    labels = [label for label in map(key_of, host.split(".")[:-1]) if len(label) >= _LABEL]
    for part in SEPARATOR.split(page_title):
        key = key_of(part)
        if any(label in key and len(key) <= len(label) + _ARTICLE for label in labels):
            return part
    return ""


def of_window(text: str, outlets: AbstractSet[str], host: str) -> str:
    """Return the headline in a window's title, where the outlet and its sections stand before or behind it."""
    trail = [part.strip() for part in text.split("|")]
    parts = trail if len(trail) >= _TRAIL else SEPARATOR.split(text)
    own = [part for part in parts if key_of(part) not in outlets and not outlet_in(part, host)]
    if own and (len(own) == 1 or parts is trail):
        return max(own, key=len)
    return without_outlet(text, outlets, host)


def without_outlet(text: str, outlets: AbstractSet[str], host: str) -> str:
    """Cut what stands behind the last separators, or before the first one, where it names the outlet."""
    found = list(SEPARATOR.finditer(text))
    for match in found:
        behind = text[match.end() :]
        if match.start() and (key_of(behind) in outlets or outlet_in(behind, host) == behind):
            return text[: match.start()]
    return text[found[0].end() :] if found and key_of(text[: found[0].start()]) in outlets else text


def key_of(text: str) -> str:
    """Return the letters of a text alone."""
    return re.sub(r"[\W_]+", "", text.casefold())
