"""What the tagger sees of each word of each stretch of a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.parts import Key
from morgue.indexing.discovery.tagger.stretches import stretches
from morgue.indexing.discovery.tagger.uses import uses
from morgue.indexing.kept import Kept
from morgue.indexing.page import Page

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
    texts, padded = page.words.texts, [None, *page.words.texts, None]
    by_span = [texts[first:last] for first, last in spans]
    words = list(chain.from_iterable(by_span))
    before = list(chain.from_iterable([padded[first:last] for first, last in spans]))
    behind = list(chain.from_iterable([padded[first + 2 : last + 2] for first, last in spans]))
    kinds = [tuple(map(lists.kind, own)) for own in by_span]
    shapes = list(map(_SHAPES.__getitem__, kinds))
    heads = chain.from_iterable([shape.heads for shape in shapes])
    said = uses(page, spans, kinds, lists)
    common: dict[str, Sequence[Key]] = {
        "rl": [own[-1] for own in by_span],
        "rf": [own[0] if len(own) > 1 else None for own in by_span],
        "op": [padded[first] for first, _ in spans],
        "on": [padded[last + 1] for _, last in spans],
    }
    own: dict[str, Sequence[Key]] = {
        "w": words,
        "r": list(chain.from_iterable([_positions(len(own)) for own in by_span])),
        "t": list(chain.from_iterable([shape.neighbours for shape in shapes])),
        "a": list(_around(page, spans)),
        "p": before,
        "n": behind,
        "d": list(map(said.get, words)),
        "pl": _places(by_span, shapes, lists),
        "h": [head and (*head, text if text[0].islower() else "") for head, text in zip(heads, words, strict=True)],
        "pw": [word and (word.lower(), text) for word, text in zip(before, words, strict=True)],
        "wn": [word and (text, word.lower()) for word, text in zip(behind, words, strict=True)],
    }
    return Seen(spans, words, common, own)


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
    return _Shape(neighbours, heads, any("p" in kind or "P" in kind for kind in kinds))


_SHAPES = Kept(_shape_of, _MOST_KEPT)


def _around(page: Page, spans: Sequence[Span]) -> Iterator[tuple[str, str, bool, bool, bool, bool]]:
    """Yield the marks on both sides of each word, and what its capital may come from."""
    begins, headlines, small_words = page.sentence_starts, page.headline_words, page.small_words
    starts, texts = page.words.starts, page.words.texts
    for first, last in spans:
        behind = _gap(page, first)
        for index in range(first, last):
            before, behind = behind, _gap(page, index + 1)
            start, word = starts[index], texts[index]
            capitals = len(word) > 3 and word.isupper()
            yield before, behind, start in begins, start in headlines, word.lower() in small_words, capitals


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
