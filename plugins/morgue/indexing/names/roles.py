"""Offices that stand for who holds them: "the Russian president", "the NATO chief", "President Lincoln"."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from morgue.indexing.names.beside import Beside
from morgue.indexing.names.offices import offices, offices_on
from morgue.indexing.names.people import Called
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.page import Page
from morgue.indexing.vocabulary import GIVEN_NAMES

_LONGEST = 40
"""Letters of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Where a state or body stands whose an office may be: by a name, or by a state's adjective."""

    start: int
    end: int
    actor: str
    demonym: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An office together with whose it is, the characters [start, end)."""

    start: int
    end: int
    holder: str | None


@dataclass(frozen=True)
class Around:
    """What a page has around its offices: states and bodies, and where known persons stand."""

    holders: Collection[Holder]
    persons: Container[int]
    tenures: Callable[[], Tenures]
    called: Called

    @cached_property
    def ending(self) -> Mapping[int, Holder]:
        """The longest that ends at each place."""
        return {holder.end: holder for holder in sorted(self.holders, key=_length)}

    @cached_property
    def beginning(self) -> Mapping[int, Holder]:
        """The longest that begins at each place."""
        return {holder.start: holder for holder in sorted(self.holders, key=_length)}


def _length(holder: Holder) -> int:
    return holder.end - holder.start


def in_office(page: Page, day: str | None, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield where an office, or a surname behind one, stands for the one who holds it on a day, and who that is."""
    lists = offices(page.language)
    for start, end, ids in offices_on(page):
        phrase = _phrase(page, start, end, around)
        here = Beside(page, phrase.start, phrase.end)
        if here.before().lower() in lists.other.split() or _beside_its_holder(here):
            continue
        named = _name_behind(here, around)
        if (not named and phrase.holder is None) or (named and _goes_on(here)):
            continue
        meant = around.tenures().holding(ids, phrase.holder, day)
        first, last = start, end
        if named:
            meant &= {actor for _, actor in around.called(named)}
            first = page.words.starts[page.index_at(phrase.end)]
            last = first + len(named)
        if len(meant) == 1:
            yield first, last, next(iter(meant))


def _phrase(page: Page, start: int, end: int, around: Around) -> _Phrase:
    """Return an office with the name beside it that says whose it is."""
    lists, text = offices(page.language), page.text
    for gap in (*lists.before.name, *lists.before.demonym):
        holder = around.ending.get(start - len(gap))
        compound = (
            holder is not None and text[holder.start - 1 : holder.start] == "-"
        )  # "an African-American president"
        if holder and not compound and gap in lists.before.of(holder.demonym) and text[holder.end : start] == gap:
            return _Phrase(holder.start, end, holder.actor)
    if lists.article and Beside(page, start, end).before().lower() != lists.article:
        return _Phrase(start, end, None)
    for gap in (*lists.behind.name, *lists.behind.demonym):
        holder = around.beginning.get(end + len(gap))
        if holder and gap in lists.behind.of(holder.demonym) and text[end : holder.start] == gap:
            return _Phrase(start, holder.end, holder.actor)
    return _Phrase(start, end, None)


def _beside_its_holder(here: Beside) -> bool:
    """Say whether an office is set between commas behind a name: "Dag Hammarskjöld, the secretary general, said"."""
    text, article = here.page.text, here.before()
    start = here.start - (len(article) + 1 if article and not article[0].isupper() else 0)
    named = text[max(start - _LONGEST, 0) : start].rstrip(" ").split(" ")[-1]  # "Ki-moon,"
    return named[:1].isupper() and named.endswith(",") and text[here.end : here.end + 1] in tuple(",.;)—")


def _goes_on(here: Beside) -> bool:
    """Say whether the name behind an office is longer than a word: "President Lincoln Memorial"."""
    return here.after(2)[:1].isupper() and here.after(2).lower() not in here.page.vocabulary.beside_names


def _name_behind(here: Beside, around: Around) -> str:
    """Return the capitalised word behind an office, where it may be a name, or nothing."""
    word, lists = here.after() or here.parted(", "), here.page.vocabulary
    if not word[:1].isupper() or lists.speaks(word.lower()):
        return ""
    if here.after() and not lists.nouns_capitalised:
        return word
    position = here.page.words.starts[here.page.index_at(here.end)]
    return word if word in GIVEN_NAMES or position in around.persons or around.called(word) else ""
