"""What the tagger sees of each word of each stretch of a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from operator import and_
from typing import TypeVar

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.parts import Key
from morgue.indexing.discovery.tagger.stretches import stretches
from morgue.indexing.discovery.tagger.uses import uses
from morgue.indexing.page import Page
from morgue.remembering import Answers

Part = TypeVar("Part")

Span = tuple[int, int]
"""Words [first, last) of a page."""

_MOST_KEPT = 10_000
"""Rows of kinds whose shapes are kept."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The stretches of a page, and what is seen of their words: by group of features a key a word, in order.

    ``common`` is what all words of a stretch share: a key a stretch. Where there is nothing to see, the key is None.
    """

    spans: Sequence[Span]
    words: Sequence[str]
    common: Mapping[str, Sequence[Key]]
    own: Mapping[str, Sequence[Key]]


def see(page: Page, lists: Lists) -> Seen:
    """Return every stretch of a page as it is seen."""
    spans = list(stretches(page, lists.inner, lists.openers))
    padded = ["", *page.words.texts, ""]
    around = [padded[first : last + 2] for first, last in spans]  # a stretch, and the words beside it
    small = [[text.lower() for text in texts] for texts in around]
    known = [list(map(lists.about, texts)) for texts in around]
    words = _all(texts[1:-1] for texts in around)
    kinds = [tuple([about.kind for about in abouts]) for abouts in known]
    shapes = [_SHAPES[own[1:-1]] for own in kinds]
    heads = _all(shape.heads for shape in shapes)
    said = uses(page, spans, small, kinds, lists)
    several = [len(texts) > 3 for texts in around]
    common: dict[str, Sequence[Key]] = {
        "rl": [texts[-2] for texts in small],
        "rla": [abouts[-2] for abouts in known],
        "rf": [texts[1] if more else None for texts, more in zip(small, several, strict=True)],
        "rfa": [abouts[1] if more else None for abouts, more in zip(known, several, strict=True)],
        "op": [texts[0] for texts in small],
        "on": [texts[-1] for texts in small],
    }
    own: dict[str, Sequence[Key]] = {
        "w": words,
        "r": _all(_positions(len(shape.heads)) for shape in shapes),
        "t": _all(shape.neighbours for shape in shapes),
        "a": list(_around(page, spans, small)),
        "p": (before := _all(texts[:-2] for texts in small)),
        "pa": _all(abouts[:-2] for abouts in known),
        "n": (behind := _all(texts[2:] for texts in small)),
        "na": _all(abouts[2:] for abouts in known),
        "d": list(map(said.get, words)),
        "pl": _places([texts[1:-1] for texts in around], shapes, lists),
        "h": [head and (*head, text if text[0].islower() else "") for head, text in zip(heads, words, strict=True)],
        "pw": list(zip(before, words, strict=True)),
        "wn": list(zip(words, behind, strict=True)),
    }
    return Seen(spans, words, common, own)


def _all(parts: Iterable[Sequence[Part]]) -> list[Part]:
    return list(chain.from_iterable(parts))


@cache
def _positions(length: int) -> Sequence[tuple[int, int]]:
    """Return of each word of a stretch where it stands, and how long the stretch is, as far as they are told apart."""
    return [(min(place, 4), min(length, 6)) for place in range(length)]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the kinds of a stretch's words say.

    ``neighbours`` is the kind of each word between those beside it, ``heads`` of each word whether a head of an
    organisation stands before it, and behind it, and its kind; ``placed`` says whether a place's name may be in it.
    """

    neighbours: Sequence[tuple[str, str, str]]
    heads: Sequence[tuple[bool, bool, str] | None]
    placed: bool


def _shape_of(kinds: tuple[str, ...]) -> _Shape:
    neighbours = list(zip(("^", *kinds), kinds, (*kinds[1:], "$"), strict=False))
    if len(kinds) == 1:
        return _Shape(neighbours, [None], placed=False)
    opened = [*accumulate(["h" in kind for kind in kinds], max)]
    closed = [*accumulate(["H" in kind for kind in kinds[:0:-1]], max, initial=False)][::-1]
    heads = [
        (before, behind, kind) if before or behind else None
        for before, behind, kind in zip(opened, closed, kinds, strict=True)
    ]
    places = [not {"p", "P"}.isdisjoint(kind) for kind in kinds]
    return _Shape(neighbours, heads, any(map(and_, places, places[1:])))


_SHAPES = Answers(_shape_of, _MOST_KEPT)


def _around(
    page: Page, spans: Sequence[Span], small: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str, bool, bool, bool, bool]]:
    """Yield the marks on both sides of each word, and what its capital may come from."""
    begins, headlines, small_words = page.sentence_starts, page.headline_words, page.small_words
    starts, texts = page.words.starts, page.words.texts
    for (first, last), lowered in zip(spans, small, strict=True):
        behind = _gap(page, first)
        for index in range(first, last):
            before, behind = behind, _gap(page, index + 1)
            start, word = starts[index], texts[index]
            capitals = len(word) > 3 and word.isupper()
            yield (
                before,
                behind,
                start in begins,
                start in headlines,
                lowered[index - first + 1] in small_words,
                capitals,
            )


def _gap(page: Page, index: int) -> str:
    """Return a sign for what stands before a word: nothing, the end of a line, or a mark."""
    words = page.words
    if not 0 < index < len(words.texts):
        return "^"
    gap = page.text[words.ends[index - 1] : words.starts[index]]
    if gap == " ":
        return "_"
    return "^" if "\n" in gap else gap.strip()[:1] or "_"


def _places(by_span: Sequence[Sequence[str]], shapes: Sequence[_Shape], lists: Lists) -> Sequence[Key]:
    """Return of each word whether it is of a place's name of two words or three."""
    found: list[Key] = []
    for words, shape in zip(by_span, shapes, strict=True):
        start = len(found)
        found += [None] * len(words)
        if not shape.placed:
            continue
        plain = list(map(lists.plain, words))
        for first in range(len(words) - 1):
            for last in range(first + 2, min(first + 3, len(words)) + 1):
                if " ".join(plain[first:last]) in lists.places:
                    found[start + first : start + last] = [True] * (last - first)
    return found
