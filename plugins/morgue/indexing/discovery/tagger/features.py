"""What the tagger sees of each word of each stretch of a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.parts import Key
from morgue.indexing.discovery.tagger.stretches import stretches
from morgue.indexing.discovery.tagger.uses import uses
from morgue.indexing.page import Page

Span = tuple[int, int]
"""Words [first, last) of a page."""


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
    padded = [None, *page.words.texts, None]
    indexes = [index for first, last in spans for index in range(first, last)]
    words = [page.words.texts[index] for index in indexes]
    before, behind = [padded[index] for index in indexes], [padded[index + 2] for index in indexes]
    kinds = list(map(lists.kind, words))
    lengths = [last - first for first, last in spans]
    said = uses(page, spans, lists)
    own: dict[str, Sequence[Key]] = {
        "w": words,
        "r": [position for length in lengths for position in _positions(length)],
        "t": list(_neighbours(kinds, lengths)),
        "a": list(_around(page, spans, indexes, words)),
        "p": before,
        "n": behind,
        "d": list(map(said.get, words)),
        "pl": list(_places(words, kinds, lengths, lists)),
        "h": list(_heads(words, kinds, lengths)),
        "pw": [word and (word.lower(), text) for word, text in zip(before, words, strict=True)],
        "wn": [word and (text, word.lower()) for word, text in zip(behind, words, strict=True)],
    }
    return Seen(spans, words, _common(padded, spans), own)


def _common(padded: Sequence[str | None], spans: Sequence[Span]) -> dict[str, Sequence[Key]]:
    """Return what all words of a stretch share: its ends, and what stands beside them."""
    return {
        "rl": [padded[last] for _, last in spans],
        "rf": [padded[first + 1] if last - first > 1 else None for first, last in spans],
        "op": [padded[first] for first, _ in spans],
        "on": [padded[last + 1] for _, last in spans],
    }


@cache
def _positions(length: int) -> Sequence[tuple[int, int]]:
    """Return of each word of a stretch where it stands, and how long the stretch is, as far as they are told apart."""
    return [(min(place, 4), min(length, 6)) for place in range(length)]


def _neighbours(kinds: Sequence[str], lengths: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of each word between those of its neighbours in the stretch."""
    start = 0
    for length in lengths:
        own = kinds[start : start + length]
        yield from zip(("^", *own), own, (*own[1:], "$"), strict=False)
        start += length


def _around(
    page: Page, spans: Sequence[Span], indexes: Sequence[int], words: Sequence[str]
) -> Iterator[tuple[str, str, bool, bool, bool, bool]]:
    """Yield the marks on both sides of each word, and what its capital may come from."""
    begins, headlines, small_words = page.sentence_starts, page.headline_words, page.small_words
    starts = page.words.starts
    before, behind = [], []
    for first, last in spans:
        gaps = [_gap(page, index) for index in range(first, last + 1)]
        before += gaps[:-1]
        behind += gaps[1:]
    for gap, next_gap, index, word in zip(before, behind, indexes, words, strict=True):
        start, capitals = starts[index], len(word) > 3 and word.isupper()
        yield gap, next_gap, start in begins, start in headlines, word.lower() in small_words, capitals


def _gap(page: Page, index: int) -> str:
    """Return a sign for what stands before a word: nothing, the end of a line, or a mark."""
    words = page.words
    if not 0 < index < len(words.texts):
        return "^"
    gap = page.text[words.ends[index - 1] : words.starts[index]]
    if gap == " ":
        return "_"
    return "^" if "\n" in gap else gap.strip()[:1] or "_"


def _places(words: Sequence[str], kinds: Sequence[str], lengths: Sequence[int], lists: Lists) -> Iterator[Key]:
    """Yield of each word whether it is of a place's name of two words or three."""
    start = 0
    for length in lengths:
        found: list[Key] = [None] * length
        if length > 1 and any("p" in kind or "P" in kind for kind in kinds[start : start + length]):
            plain = list(map(lists.plain, words[start : start + length]))
            for first in range(length - 1):
                for last in range(first + 2, min(first + 3, length) + 1):
                    if " ".join(plain[first:last]) in lists.places:
                        found[first:last] = [True] * (last - first)
        yield from found
        start += length


def _heads(words: Sequence[str], kinds: Sequence[str], lengths: Sequence[int]) -> Iterator[Key]:
    """Yield of each word whether a head of an organisation stands before it, or behind it, in its stretch."""
    start = 0
    for length in lengths:
        own = kinds[start : start + length]
        heads = [place for place, kind in enumerate(own) if "h" in kind] if length > 1 else []
        tails = [place for place, kind in enumerate(own) if "H" in kind] if length > 1 else []
        for place, kind in enumerate(own):
            opened, closed = bool(heads) and heads[0] <= place, bool(tails) and tails[-1] > place
            text = words[start + place]
            yield (opened, closed, kind, text if text[0].islower() else "") if opened or closed else None
        start += length
