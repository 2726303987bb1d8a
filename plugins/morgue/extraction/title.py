"""The headline of a page, without the outlet's name that pages put behind it."""

import re
from collections.abc import Sequence
from html import unescape

from morgue.extraction.charset import normalise

_CUT = 60
"""Characters from which a title may have been cut for machines; search engines show no more than some 110."""

_TRAIL = 3
"""Parts from which a window's title is a trail through the site, of which the longest is the headline."""

_LABEL = 4
_ARTICLE = 3
"""Letters of a host's label that is a name, not an abbreviation, and of an article that it leaves out."""

_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:-]|::)\s+|\s*\|\s*")


def plain(text: str | None) -> str:
    """Return a text as one line; some pages escape it once too often."""
    return " ".join(normalise(unescape(text or "")).split())


def title(stated: Sequence[str | None], headings: Sequence[str | None], page_title: str, outlets: Sequence[str]) -> str:
    """Return the headline: the first that the page states, cut to its heading where it only adds to that.

    A title that was itself cut for machines is completed to the heading that begins with it.
    ``stated`` are the titles given to machines, best first; ``headings`` the page's own in order; ``page_title`` is
    that of its window; ``outlets`` are the names by which the outlet goes.
    """
    shown = [text for heading in (*headings, page_title) if (text := plain(heading))]
    for candidate in filter(None, map(plain, stated)):
        for heading in shown:
            named = candidate.startswith(heading) and _SEPARATOR.match(candidate, len(heading))
            stem = candidate.rstrip(" .…")
            cut = len(stem) >= _CUT and heading.startswith(stem) and not _SEPARATOR.match(heading, len(stem))
            if named or cut:
                return heading
        return _without_outlet(candidate, outlets)
    return shown[0] if any(map(plain, headings)) else _of_window(page_title, outlets)


def outlet_in(page_title: str, host: str) -> str:
    """Return the part of a window's title that is the host's name as a reader writes it, or nothing."""
    labels = [label for label in map(_key, host.split(".")[:-1]) if len(label) >= _LABEL]
    for part in _SEPARATOR.split(page_title):
        key = _key(part)
        if any(label in key and len(key) <= len(label) + _ARTICLE for label in labels):
            return part
    return ""


def _of_window(text: str, outlets: Sequence[str]) -> str:
    """Return the headline in a window's title, where the outlet and its sections stand before or behind it."""
    keys = {_key(outlet) for outlet in outlets} - {""}
    trail = [part.strip() for part in text.split("|")]
    parts = trail if len(trail) >= _TRAIL else _SEPARATOR.split(text)
    own = [part for part in parts if _key(part) not in keys]
    if own and (len(own) == 1 or parts is trail):
        return max(own, key=len)
    return _without_outlet(text, outlets)


def _without_outlet(text: str, outlets: Sequence[str]) -> str:
    """Cut what follows the last separators where it names the outlet."""
    keys = {_key(outlet) for outlet in outlets} - {""}
    for match in _SEPARATOR.finditer(text):
        if _key(text[match.end() :]) in keys and match.start():
            return text[: match.start()]
    return text


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
