"""Who wrote it: names, and none that the page only seems to give."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from lxml.html import HtmlElement

from morgue.extraction.charset import normalise
from morgue.letters import ends_sentence

_MOST_WORDS = 8
_NO_NAME = re.compile(
    r"https?:|www\.|@|[<>{}|\\]|\d|\badmin(?:istrator)?\b|^(?:www|https?)\b|\bcom$"
    r"|^(?:author|editor|guest|unknown|user|webmaster|root)$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:(?:written|words|posted|text)\s+by|authors?:|by|from|von|par|por|di|door|av|autore?:|auteur:|"
    r"автор(?:ы|и)?:?|текст:?)\s*:?\s+(?:(?:our|the|der|dem|den)\s+)?",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:by|von|par|por|door|автор:?)\s+(?=\S)", re.IGNORECASE)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = re.compile(r"\s*[;,]\s*")
_JOINED = re.compile(r"\s+(?:and|und|et|y|e|en|och|и|та|і|&)\s+")
_REST = re.compile(r"\s+[·•|–—]\s+.*", re.DOTALL)
"""What a line made for the byline has behind it: a date, a time to read."""

_PARTICLES = frozenset(
    {
        *("al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos"),
        *("du", "el", "ibn", "la", "le", "van", "von", "y", "zu"),
    }
)
_PERSON = 5
"""Words of a person's name at most."""

_NAMED = re.compile(r"(?:^|[\s_-])(?:author|byline|autor|auteurs?|autorzeile|signature|by)(?:$|[\s_-])", re.IGNORECASE)
_METAS = frozenset({"author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author"})


def stated_authors(tree: HtmlElement) -> list[str]:
    """Return what the page's head names as authors, as it stands there: whether it is one name shows later."""
    metas = (meta for meta in tree.iter("meta") if (meta.get("name") or meta.get("property") or "").lower() in _METAS)
    return [content for meta in metas if (content := meta.get("content", "").strip())]


def shown_authors(tree: HtmlElement) -> list[str]:
    """Return the text of the first short element that is made for a byline, or nothing."""
    for element in tree.iter("a", "address", "b", "div", "em", "font", "i", "p", "small", "span", "td"):
        names = " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "rel"))
        if len(element) < _MOST_WORDS and _NAMED.search(names):
            text = _REST.sub("", " ".join("".join(element.itertext()).split()))
            if text and len(text.split()) <= _MOST_WORDS and not _is_invented(_without_prefix(text)):
                return [text]
    return []


def headed_author(lines: Sequence[str]) -> list[str]:
    """Return the line that says who wrote it: the first of two ``lines`` behind a headline, if the other is a date."""
    if len(lines) < 2 or not _LED.match(lines[0]) or ends_sentence(lines[0]) or not _DATED.search(lines[1]):
        return []
    return [lines[0]] if max(len(line.split()) for line in lines[:2]) <= _MOST_WORDS else []


def byline(stated: Iterable[str], source: str | None) -> tuple[str, ...]:
    """Return the names of a byline in their order, once each, without the outlet's own and what is no name."""
    kept: dict[str, str] = {}
    outlet = _key(source or "")
    for text in stated:
        for name in _split(normalise(unescape(text))):
            key = _key(name)
            # "City Hospital" on the pages of "Old Town City Hospital" is the outlet, cut short by a template
            if key and not _is_invented(name) and not (" " in name and outlet.endswith(key)) and key != outlet:
                kept.setdefault(key, name)
    return tuple(kept.values())


def _split(text: str) -> Iterator[str]:
    text = _without_prefix(" ".join(text.split()))
    parts = _LISTED.split(text)
    for part in parts if all(" " in part.strip() for part in parts) else [text]:
        # "Desk for Trade and Industry" is one name
        names = _JOINED.split(part)
        yield from names if all(map(_is_person, names)) else [part]


def _without_prefix(text: str) -> str:
    bare = _PREFIX.sub("", text)
    return bare[:1].upper() + bare[1:] if bare != text else text


def _is_person(text: str) -> bool:
    """Say whether a text has the form of a person's name: a few words, each with a capital but for the particles."""
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return 2 <= len(words) <= _PERSON and not any(word[0].islower() for word in words)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _is_invented(name: str) -> bool:
    return len(name.split()) > _MOST_WORDS or bool(_NO_NAME.search(name))
