"""What the tagger sees of each word of each stretch of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from morgue.indexing.discovery.tagger.forms import OWN, class_features
from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.stretches import stretches
from morgue.indexing.discovery.tagger.uses import uses
from morgue.indexing.page import Page

_ROLES = ((OWN, 0), ("p", -1), ("pp", -2), ("n", 1), ("nn", 2))
"""Roles of words, and how far off they stand."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word of a stretch: itself and its neighbours, as pairs of role and word, and the features of its place."""

    words: tuple[tuple[str, str], ...]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, last) of a page, each as it is seen."""

    first: int
    last: int
    seen: tuple[Seen, ...]


def see(page: Page, lists: Lists) -> list[Stretch]:
    """Return every stretch of a page."""
    spans = list(stretches(page, lists.inner))
    said = uses(page, spans, lists)
    return [Stretch(first, last, tuple(_View(page, lists, first, last).seen(said))) for first, last in spans]


class _View:
    """One stretch of a page."""

    def __init__(self, page: Page, lists: Lists, first: int, last: int) -> None:
        self._page, self._lists, self._first, self._last = page, lists, first, last
        self._texts = page.words.texts
        self._kinds = ["^", *map(lists.kind, self._texts[first:last]), "$"]

    def seen(self, said: Mapping[str, tuple[str, ...]]) -> Iterator[Seen]:
        """Yield each word as it is seen."""
        common = tuple(self._common())
        places = self._places()
        for index in range(self._first, self._last):
            text = self._texts[index]
            words = tuple(
                (role, self._texts[index + off]) for role, off in _ROLES if 0 <= index + off < len(self._texts)
            )
            own = [*common, *self._position(index), *self._around(index)]
            if index in places:
                own.append("pl")
            if text in said:
                own += [f"d={each}" for each in said[text]]
                own.append(f"D={','.join(said[text])}")
            yield Seen(words, tuple(own))

    def _common(self) -> Iterator[str]:
        """Yield what all words of the stretch share: its ends, and what stands beside them."""
        first, last, texts = self._first, self._last, self._texts
        ending = texts[last - 1].lower()
        yield f"rl={ending}"
        yield f"rlk={self._kinds[-2]}"
        yield from class_features("rl", ending, self._lists)
        if last - first > 1:
            opening = texts[first].lower()
            yield f"rf={opening}"
            yield from class_features("rf", opening, self._lists)
        if first:
            yield f"op={texts[first - 1].lower()}"
        if last < len(texts):
            yield f"on={texts[last].lower()}"

    def _position(self, index: int) -> Iterator[str]:
        """Yield where in the stretch a word stands, and between what kinds of words."""
        kinds, place, text = self._kinds, index - self._first, self._texts[index]
        before, own, behind = kinds[place : place + 3]
        yield f"r={min(place, 4)}/{min(self._last - self._first, 6)}"
        yield f"t={before}|{own}|{behind}"
        yield f"t2={before}|{own}"
        yield f"t3={own}|{behind}"
        opened = any("h" in kind for kind in kinds[1 : place + 1])
        closed = any("H" in kind for kind in kinds[place + 2 : -1])
        if opened or closed:
            yield f"h={opened:d}{closed:d}"
            yield f"hk={opened:d}{closed:d}{own}{text if text[0].islower() else ''}"

    def _around(self, index: int) -> Iterator[str]:
        """Yield what stands around a word, and how its page writes it elsewhere."""
        page, texts, text = self._page, self._texts, self._texts[index]
        start, small = page.words.starts[index], self._texts[index].lower()
        begins = start in page.sentence_starts
        yield f"gb={self._gap(index)}"
        yield f"ga={self._gap(index + 1)}"
        if begins:
            yield "begin"
        if start in page.headline_words:
            yield "title"
        if small in page.small_words:
            yield "smallB" if begins else "small"
        if text.isupper() and len(text) > 3:
            yield "caps"
        if index:
            yield f"pw={texts[index - 1].lower()}|{text}"
        if index + 1 < len(texts):
            yield f"wn={text}|{texts[index + 1].lower()}"
        if 0 < index < len(texts) - 1:
            yield f"pn={texts[index - 1].lower()}|{texts[index + 1].lower()}"

    def _gap(self, index: int) -> str:
        """Return a sign for what stands before a word: nothing, the end of a line, or a mark."""
        words = self._page.words
        if not 0 < index < len(words):
            return "^"
        gap = self._page.text[words.ends[index - 1] : words.starts[index]]
        return "^" if "\n" in gap else gap.strip()[:1] or "_"

    def _places(self) -> frozenset[int]:
        """Return the words that make a place's name of two or three."""
        plain = [self._lists.plain(text) for text in self._texts[self._first : self._last]]
        found: set[int] = set()
        for start in range(len(plain) - 1):
            for count in (2, 3):
                if start + count <= len(plain) and " ".join(plain[start : start + count]) in self._lists.places:
                    found.update(range(self._first + start, self._first + start + count))
        return frozenset(found)
