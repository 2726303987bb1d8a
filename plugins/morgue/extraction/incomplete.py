"""Whether an article breaks off: at a wall, at the end of a file that was cut, or where a feed cut it."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from morgue.extraction.metadata.jsonld import first_text
from morgue.extraction.page import Page
from morgue.extraction.refusal.case import Case
from morgue.letters import ends_sentence, unaccented, words_of
from morgue.vocabulary import any_of, load

_CUT_FILE = "the capture breaks off within the text"
_CHARACTERS = "the text breaks off, and only says how much more there was"
_WALL = "the page asks its readers to subscribe or sign in to read on"
_PAID = "the page says that it is not free, and shows only its beginning"
_MORE = "the page says that its text is far longer"
_SENTENCE = "the text breaks off in mid-sentence"

_LEFT = re.compile(r"\[?\+\s?\d+ (?:chars|characters)\]?\s*$")
_OPEN_END = re.compile(r"(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|\w[,;]?\s?(?:…|\.{3}))\s*$")

_BEGINNING = 150
"""Words that a page which is not free shows of an article; one of those looked at has the whole text."""

_EXCERPT = 100
"""Words up to which a text that ends in an ellipsis is an excerpt: a longer one may end so for effect."""

_SHOWN = 400
"""Words before a wall that the extractor left out: behind a longer text it is one that only some readers see."""

_PROMPT = 50
"""Words of a wall's prompt: a paragraph that has more tells something."""

_NEAR = 60
"""Words behind a text among which its wall stands."""

_LAST = 3
"""Blocks at the end of a text among which its wall stands."""

_TIMES, _WORDS = 2, 150
"""How much longer a text is that the page tells machines of: they count words in many ways."""


_TAIL = 12
"""Words behind the text of a page that was cut in it: an extractor may leave out a paragraph of a few words."""

_FOUND = 4
"""Words of a text's end by which its place is found."""

_EVERYWHERE = "en"
"""The language of walls on pages of any other."""

_DIGITS = 8
_CLOSED = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
_UNSPACED = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff]) (?=[\u3040-\u30ff\u3400-\u9fff])")


@cache
def _walls() -> dict[str, list[str]]:
    return {code: patterns for codes, patterns in load("walls").items() for code in codes.split()}


@cache
def _wall(code: str) -> re.Pattern[str]:
    return re.compile(unaccented(any_of(_walls()[code])))


def incompleteness(case: Case, article: Mapping[str, Any], payload: bytes, languages: Collection[str]) -> str:
    """Return why a text is not the whole article, or nothing.

    ``article`` is what JSON-LD says of it, ``languages`` are those that the page states and the text is in.
    """
    if not case.drafts:
        return ""
    count, last, page = case.words, case.drafts[-1].text, case.page
    words = [words_of(draft.text) for draft in case.drafts[-_LAST:]]
    behind = _behind(words[-1], page) if page else []
    walls = [text for text in words if len(text) <= _PROMPT]
    codes = sorted({language.split("-")[0] for language in languages} & _walls().keys() | {_EVERYWHERE})
    found = {
        _CUT_FILE: page is not None and len(behind) <= _TAIL and _is_cut(payload, last),
        _CHARACTERS: bool(_LEFT.search(last)),
        _WALL: any(_is_prompt(text, codes) for text in (*walls, behind if count <= _SHOWN else [])),
        _PAID: count <= _BEGINNING and _is_paid(article),
        _MORE: _stated(article) >= max(_TIMES * count, count + _WORDS),
        _SENTENCE: count <= _EXCERPT and bool(_OPEN_END.search(last)),
    }
    return next((reason for reason, holds in found.items() if holds), "")


def _behind(last: Sequence[str], page: Page) -> list[str]:
    """Return the words that the page has right behind its text, of which ``last`` are those of its last block."""
    ending = list(last[-_FOUND:])
    for end in range(len(page.words), 0, -1):
        if page.words[end - 1 : end] == ending[-1:] and page.words[max(0, end - len(ending)) : end] == ending:
            return page.words[end : end + _NEAR]
    return []


def _is_prompt(words: Sequence[str], codes: Sequence[str]) -> bool:
    text = _UNSPACED.sub("", " ".join(words))
    return any(_wall(code).search(text) for code in codes)


def _is_cut(payload: bytes, last: str) -> bool:
    """Say whether a file ends within a tag, a script or a sentence; whoever leaves out the last tags ends with one."""
    ending = payload.rstrip(b"\0 \t\r\n")
    if b"</html>" in ending or b"</body>" in ending or _CLOSED.search(ending):
        return False
    if ending.rfind(b"<") > ending.rfind(b">"):
        return True
    script = ending.rfind(b"<script") > ending.rfind(b"</script")
    return (script or not ending.endswith(b">")) and not ends_sentence(last)


def _is_paid(article: Mapping[str, Any]) -> bool:
    parts = article.get("haspart")
    inner = [part for part in (parts if isinstance(parts, list) else [parts]) if isinstance(part, dict)]
    stated = [article.get("isaccessibleforfree"), *(part.get("isAccessibleForFree") for part in inner)]
    return any(str(free).lower() == "false" for free in stated)


def _stated(article: Mapping[str, Any]) -> int:
    """Return of how many words the page tells machines."""
    count = str(article.get("wordcount", ""))
    told = int(count) if count.isascii() and count.isdigit() and len(count) < _DIGITS else 0
    return max(told, len(first_text(article.get("articlebody")).split()))
