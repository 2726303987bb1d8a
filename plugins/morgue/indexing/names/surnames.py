"""A surname alone is the person named in full on the same page; otherwise nobody."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from morgue.indexing.page import Page
from morgue.indexing.vocabulary import ABBREVIATIONS, GIVEN_NAMES, read_lists
from morgue.indexing.words import Word

_KIN = frozenset(read_lists("words.yml")["kin"].split())
"""What several of one surname are called."""


class Surnames:
    """Who bears a surname on a page, and from where on."""

    def __init__(self) -> None:
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def add(self, actor: str, names: Iterable[str], position: int) -> None:
        """Note that a person is named in full at a position (-1: in the title); ``names`` are in full."""
        for surname in {name.rpartition(" ")[2] for name in names}:
            self._bearers[surname].add(actor)
            insort(self._places[surname], (position, actor))

    def knows(self, surname: str) -> bool:
        """Say whether anybody on the page bears a surname."""
        return surname in self._bearers

    def bearer(self, surname: str, position: int) -> str | None:
        """Return who is meant at a position: the last one named in full before, else the only one on the page."""
        places = self._places.get(surname, [])
        before = bisect_right(places, (position, ""))
        if before:
            return places[before - 1][1]
        bearers = self._bearers.get(surname, set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def alone(self, page: Page, covered: bytearray) -> Iterator[tuple[Word, str]]:
        """Yield each surname that stands alone outside the covered characters, and who is meant."""
        spelled = {f"{surname}s": surname for surname in self._bearers if page.vocabulary.genitive}
        spelled |= {surname: surname for surname in self._bearers}
        if page.different.isdisjoint(spelled):
            return
        for index in [index for index, text in enumerate(page.words.texts) if text in spelled]:
            word = page.words[index]
            if covered[word.start] or not stands_alone(page, index, covered):
                continue
            actor = self.bearer(spelled[word.text], word.start)
            if actor is not None:
                yield word, actor


def stands_alone(page: Page, index: int, covered: bytearray) -> bool:
    """Say whether no other name goes with a word: "Melania Trump" and "Trump Tower" are not Trump."""
    words = page.words
    if words[index].text.isupper() and len(words[index].text) > 1:
        return not (index and words[index - 1].text.capitalize() in GIVEN_NAMES)
    before = words[index - 1] if index else None
    if before is not None and _is_close(page, before, words[index]) and _may_be_given(page, before, covered):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.text in _KIN and page.gap(words[index], after) == " ":
        return False  # "the Grimm brothers"
    if after is None or page.gap(words[index], after) != " " or page.language == "de":
        return True
    return not after.capitalised or covered[after.start] == 1 or after.text.lower() in page.vocabulary.beside_names


def _is_close(page: Page, first: Word, second: Word) -> bool:
    """Say whether two words may be of one name: a full stop is no end of a sentence behind initials alone."""
    gap = page.gap(first, second)
    return gap in {" ", "-"} or (gap == ". " and (len(first.text) == 1 or first.text in ABBREVIATIONS))


def _may_be_given(page: Page, word: Word, covered: bytearray) -> bool:
    """Say whether a word before a surname may belong to the name of somebody else."""
    if not word.capitalised or covered[word.start]:
        return False
    if word.text in GIVEN_NAMES:
        return True
    small = word.text.lower()
    if small in page.vocabulary.openers or small in page.vocabulary.neutral or small in page.small_words:
        return False
    if page.language == "de":
        return False  # every noun has a capital: only given names speak
    return not page.vocabulary.is_title(word.text) and not (word.text.isupper() and len(word.text) > 1)
