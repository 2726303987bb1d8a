"""Which built-in actors a page names: states, their governments, and the bodies of governments."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from morgue.authority.builtin import built_in_actors
from morgue.indexing.names.beside import Beside
from morgue.indexing.names.built_in import Candidate
from morgue.indexing.names.contexts import contexts
from morgue.indexing.names.doubts import a_persons, doubted, is_a_thing
from morgue.indexing.names.governments import commands, governs
from morgue.indexing.page import Page

_SPORTING = 4
"""Different words of sport on a page on sport: set by hand; of 1,100 pages on other things none has as many."""


def named(page: Page, other: Page, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those candidates where one of the built-in actors is named.

    Where a text has to decide, ``other`` has a say: the title of a text, the text of a title.
    """
    hidden: dict[str, set[int]] = defaultdict(set)
    for candidate in found:
        if candidate.use == "none":
            hidden[candidate.actor].update(range(candidate.start, candidate.end))
    places = {each.end: each.start for each in reversed(found) if each.use in ("name", "capital")}
    unsure = doubted(found, page, other)
    teams = _is_on_sport(page)
    for candidate in found:
        if candidate.use == "none" or {candidate.start, candidate.end - 1} <= hidden[candidate.actor]:
            continue
        if _meant(page, candidate, places, teams=teams) and not (candidate.use == "name" and candidate.actor in unsure):
            yield candidate


def _meant(page: Page, candidate: Candidate, places: Mapping[int, int], *, teams: bool) -> bool:
    """Say whether the words around a candidate agree with its use; with ``teams`` a state's name is its team's."""
    if candidate.use == "demonym":
        return commands(page, candidate.start, candidate.end)
    team = teams and candidate.use == "name" and built_in_actors()[candidate.actor].kind == "country"
    if (candidate.use == "capital" or team) and not governs(page, candidate.start, candidate.end, places):
        return False
    if candidate.use == "capital":
        return True
    here = Beside(page, candidate.start, candidate.end)
    return not (_opens_as_a_word(page, candidate) or a_persons(page, candidate) or is_a_thing(here))


def _is_on_sport(page: Page) -> bool:
    """Say whether a page is on sport, where a state's name is its team's."""
    words = page.small_words
    if page.vocabulary.nouns_capitalised:
        words = frozenset(map(str.lower, page.words.texts))
    return len(contexts(page.language).sport & words) >= _SPORTING


def _opens_as_a_word(page: Page, candidate: Candidate) -> bool:
    """Say whether only a sentence or a headline gives a capital to a word that the page writes small ("turkey")."""
    name = page.text[candidate.start : candidate.end]
    opens = candidate.start in page.sentence_starts or candidate.start in page.headline_words
    return opens and not name.isupper() and name.lower() in page.small_words
