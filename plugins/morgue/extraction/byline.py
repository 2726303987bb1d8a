"""Who wrote it: names, and none that the page only seems to give."""

import re
from collections.abc import Iterable
from html import unescape

from morgue.extraction.charset import normalise

_MOST_WORDS = 8
_NO_NAME = re.compile(
    r"https?:|www\.|@|[<>{}|\\]|\d|^(?:admin(?:istrator)?|author|editor|guest|unknown|user|webmaster|root)$",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^(?:written\s+by|words\s+by|author:?|by|von|par|por|di|door|av|автор)\s*:?\s+", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*[;,]\s*|\s+(?:and|und|et|y|e|en|och|и|&)\s+")


def byline(stated: Iterable[str], source: str | None) -> tuple[str, ...]:
    """Return the names of a byline in their order, once each, without the outlet's own and what is no name."""
    kept: dict[str, str] = {}
    for text in stated:
        for name in _split(normalise(unescape(text))):
            key = _key(name)
            if key and not _is_invented(name) and key != _key(source or ""):
                kept.setdefault(key, name)
    return tuple(kept.values())


def _split(text: str) -> list[str]:
    text = _PREFIX.sub("", " ".join(text.split()))
    parts = _SEVERAL.split(text)
    # "Desk for Trade and Industry" is one name: what would leave a single word is not split
    return parts if all(" " in part.strip() for part in parts) else [text]


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _is_invented(name: str) -> bool:
    return len(name.split()) > _MOST_WORDS or bool(_NO_NAME.search(name))
