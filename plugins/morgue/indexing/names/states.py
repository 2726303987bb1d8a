"""Which built-in actors a page names: states, their governments, and the bodies of governments."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from morgue.indexing.names.beside import Beside
from morgue.indexing.names.built_in import Candidate
from morgue.indexing.names.doubts import a_persons, doubted, is_a_thing
from morgue.indexing.names.governments import commands, governs
from morgue.indexing.page import Page


def named(page: Page, other: Page, found: Collection[Candidate]) -> Iterator[Candidate]:
    """Yield those candidates where one of the built-in actors is named.

    Where a text has to decide, ``other`` has a say: the title of a text, the text of a title.
    """
    hidden: dict[str, set[int]] = defaultdict(set)
    for candidate in found:
        if candidate.use == "none":
            hidden[candidate.actor].update(range(candidate.start, candidate.end))
    places = [(candidate.start, candidate.end) for candidate in found if candidate.use in ("name", "capital")]
    unsure = doubted(found, page, other)
    for candidate in found:
        if candidate.use == "none" or {candidate.start, candidate.end - 1} <= hidden[candidate.actor]:
            continue
        if _meant(page, candidate, places) and not (candidate.use == "name" and candidate.actor in unsure):
            yield candidate


def _meant(page: Page, candidate: Candidate, places: Collection[tuple[int, int]]) -> bool:
    """Say whether the words around a candidate agree with its use."""
    if candidate.use == "demonym":
        return commands(page, candidate.start, candidate.end)
    if candidate.use == "capital":
        return governs(page, candidate.start, candidate.end, places)
    here = Beside(page, candidate.start, candidate.end)
    return not (_opens_as_a_word(page, candidate) or a_persons(page, candidate) or is_a_thing(here))


def _opens_as_a_word(page: Page, candidate: Candidate) -> bool:
    """Say whether only a sentence or a headline gives a capital to a word that the page writes small ("turkey")."""
    name = page.text[candidate.start : candidate.end]
    opens = candidate.start in page.sentence_starts or candidate.start in page.headline_words
    return opens and not name.isupper() and name.lower() in page.small_words
