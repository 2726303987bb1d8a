"""Tracking parameters in the addresses of links: they tell who clicked where, not what is linked."""

from collections.abc import Iterator
from urllib.parse import unquote_plus, urlsplit, urlunsplit

from courlan.clean import TRACKERS_RE

from morgue.model import Clipping, LinkChange


def tracking(clipping: Clipping) -> Iterator[LinkChange]:
    """Strip the parameters that courlan's list knows to track from the links of a text."""
    for block in clipping.blocks:
        for mark in block.marks:
            now = untracked(mark.href) if mark.tag == "a" else mark.href
            if now != mark.href:
                yield LinkChange(mark.start, mark.end, mark.href, now, "tracking")


def untracked(url: str) -> str:
    """Return an address without tracking parameters, everything else as it is, to the letter."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not parts.query:
        return url
    kept = [pair for pair in parts.query.split("&") if not _tracks(pair)]
    query = "&".join(kept)
    return url if query == parts.query else urlunsplit(parts._replace(query=query))


def _tracks(pair: str) -> bool:
    name = unquote_plus(pair.partition("=")[0]).lower()
    found = TRACKERS_RE.search(name)
    if not found:
        return False
    # The list searches anywhere, so that "ref" finds "refresh" too: a word of its own or a prefix ("utm_") counts.
    return bool(found.group().endswith("_")) or not name[found.end() :][:1].isalnum()
