"""What the tagger sees of each word of each stretch of a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.parts import Part
from morgue.indexing.discovery.tagger.stretches import stretches
from morgue.indexing.discovery.tagger.uses import uses
from morgue.indexing.page import Page


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, last) of a page: what all share, and of each its own parts and its pairs with neighbours."""

    first: int
    last: int
    common: Sequence[Part]
    parts: Sequence[Sequence[Part]]
    pairs: Sequence[Sequence[str]]


def see(page: Page, lists: Lists) -> list[Stretch]:
    """Return every stretch of a page."""
    spans = list(stretches(page, lists.inner, lists.openers))
    said = uses(page, spans, lists)
    view = _View(page, lists, said)
    return [view.stretch(first, last) for first, last in spans]


class _View:
    """A page, and how it uses each of its words."""

    def __init__(self, page: Page, lists: Lists, said: Mapping[str, tuple[str, ...]]) -> None:
        self._page, self._lists, self._said = page, lists, said
        self._texts, self._starts, self._ends = page.words.texts, page.words.starts, page.words.ends
        self._begins, self._headlines, self._small = page.sentence_starts, page.headline_words, page.small_words

    def stretch(self, first: int, last: int) -> Stretch:
        """Return a stretch as it is seen."""
        texts = self._texts
        kinds = ["^", *map(self._lists.kind, texts[first:last]), "$"]
        gaps = [self._gap(index) for index in range(first, last + 1)]
        places = self._places(first, last) if any("p" in kind or "P" in kind for kind in kinds) else frozenset()
        parts = []
        for index in range(first, last):
            place, text = index - first, texts[index]
            start, capitals = self._starts[index], len(text) > 3 and text.isupper()
            begins, headline, small = start in self._begins, start in self._headlines, text.lower() in self._small
            own: list[Part] = [
                ("w", text),
                ("r", (min(place, 4), min(last - first, 6))),
                ("t", (kinds[place], kinds[place + 1], kinds[place + 2])),
                ("a", (gaps[place], gaps[place + 1], begins, headline, small, capitals)),
            ]
            if index:
                own.append(("p", texts[index - 1]))
            if index + 1 < len(texts):
                own.append(("n", texts[index + 1]))
            if text in self._said:
                own.append(("d", self._said[text]))
            if index in places:
                own.append(("pl", None))
            parts.append(own)
        if last - first > 1:
            self._note_heads(first, kinds, parts)
        return Stretch(first, last, tuple(self._common(first, last)), parts, list(self._pairs(first, last)))

    def _common(self, first: int, last: int) -> Iterator[Part]:
        """Yield what all words of the stretch share: its ends, and what stands beside them."""
        texts = self._texts
        yield "rl", texts[last - 1]
        if last - first > 1:
            yield "rf", texts[first]
        if first:
            yield "op", texts[first - 1]
        if last < len(texts):
            yield "on", texts[last]

    def _pairs(self, first: int, last: int) -> Iterator[list[str]]:
        """Yield of each word its pairs with the words beside it."""
        texts = self._texts
        for index in range(first, last):
            pairs = [f"pw={texts[index - 1].lower()}|{texts[index]}"] if index else []
            if index + 1 < len(texts):
                pairs.append(f"wn={texts[index]}|{texts[index + 1].lower()}")
            yield pairs

    def _note_heads(self, first: int, kinds: Sequence[str], parts: Sequence[list[Part]]) -> None:
        """Note with each word whether a head of an organisation stands before it, or behind it, in its stretch."""
        heads = [place for place, kind in enumerate(kinds) if "h" in kind]
        tails = [place for place, kind in enumerate(kinds) if "H" in kind]
        for place, own in enumerate(parts, 1):
            opened, closed = bool(heads) and heads[0] <= place, bool(tails) and tails[-1] > place
            if opened or closed:
                text = self._texts[first + place - 1]
                own.append(("h", (opened, closed, kinds[place], text if text[0].islower() else "")))

    def _gap(self, index: int) -> str:
        """Return a sign for what stands before a word: nothing, the end of a line, or a mark."""
        if not 0 < index < len(self._texts):
            return "^"
        gap = self._page.text[self._ends[index - 1] : self._starts[index]]
        if gap == " ":
            return "_"
        return "^" if "\n" in gap else gap.strip()[:1] or "_"

    def _places(self, first: int, last: int) -> frozenset[int]:
        """Return the words that make a place's name of two or three."""
        plain = [self._lists.plain(text) for text in self._texts[first:last]]
        found: set[int] = set()
        for start in range(len(plain) - 1):
            for count in (2, 3):
                if start + count <= len(plain) and " ".join(plain[start : start + count]) in self._lists.places:
                    found.update(range(first + start, first + start + count))
        return frozenset(found)
