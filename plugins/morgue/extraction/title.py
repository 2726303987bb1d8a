"""The headline of a page, without the outlet's name that pages put behind it."""

import re
from collections.abc import Sequence
from html import unescape

from morgue.extraction.charset import normalise

_CUT = 60
"""Characters from which a title may have been cut for machines; search engines show no more than some 110."""

_SEPARATOR = re.compile(r"\s+[|–—•·»:-]\s+|\s*\|\s*")


def plain(text: str | None) -> str:
    """Return a text as one line; some pages escape it once too often."""
    return " ".join(normalise(unescape(text or "")).split())


def title(stated: Sequence[str | None], headings: Sequence[str | None], outlets: Sequence[str]) -> str:
    """Return the headline: the first that the page states, cut to its heading where it only adds to that.

    A title that was itself cut for machines is completed to the heading that begins with it.
    ``stated`` are the titles given to machines, best first; ``headings`` the page's own in order; ``outlets`` the
    names by which the outlet goes.
    """
    shown = [text for heading in headings if (text := plain(heading))]
    for candidate in filter(None, map(plain, stated)):
        for heading in shown:
            named = candidate.startswith(heading) and _SEPARATOR.match(candidate, len(heading))
            stem = candidate.rstrip(" .…")
            cut = len(stem) >= _CUT and heading.startswith(stem) and not _SEPARATOR.match(heading, len(stem))
            if named or cut:
                return heading
        return _without_outlet(candidate, outlets)
    return shown[0] if shown else ""


def _without_outlet(text: str, outlets: Sequence[str]) -> str:
    """Cut what follows the last separators where it names the outlet."""
    keys = {_key(outlet) for outlet in outlets} - {""}
    for match in _SEPARATOR.finditer(text):
        if _key(text[match.end() :]) in keys and match.start():
            return text[: match.start()]
    return text


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
