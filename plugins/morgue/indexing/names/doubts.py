"""When a state's name is somebody's, or a thing's: Michael Jordan, the American state of Georgia, "a turkey"."""

from collections.abc import Collection

from morgue.authority.builtin import Known, known_in
from morgue.indexing.names.beside import Beside
from morgue.indexing.names.built_in import Candidate
from morgue.indexing.names.conditions import decided
from morgue.indexing.names.contexts import contexts
from morgue.indexing.page import Page

_LONGEST = 5
"""Words from a state's name to the head of an organisation that begins with it at the most."""


def doubted(found: Collection[Candidate], page: Page, other: Page) -> set[str]:
    """Return the states whose name may well be somebody's or something else's on this page."""
    told = {candidate.actor for candidate in found if candidate.use in ("capital", "demonym")}
    people = {candidate.actor for candidate in found if candidate.use == "name" and a_persons(page, candidate)}
    known = {candidate.actor: known_in(page.language)[candidate.actor] for candidate in found}
    return {actor for actor, names in known.items() if actor in people - told or _lacks_evidence(names, (page, other))}


def _lacks_evidence(names: Known, pages: tuple[Page, Page]) -> bool:
    missing = bool(names.beside) and not decided((*names.capitals, *names.beside), pages)
    return missing or decided(names.unless, pages)


def a_persons(page: Page, candidate: Candidate) -> bool:
    """Say whether a name that may be somebody's stands in a person's: "June Jordan", "Jordan Baker", "Mr. Ireland"."""
    if not known_in(page.language)[candidate.actor].given:
        return False
    here, lists = Beside(page, candidate.start, candidate.end), page.vocabulary
    after = here.after()
    return here.goes_on or (after[:1].isupper() and not lists.is_title(after) and after.lower() not in lists.no_person)


def is_a_thing(here: Beside) -> bool:
    """Say whether the words around make something else of a name: "a turkey", "Tate Britain", "Lebanon, Pa."."""
    lists, before = contexts(here.page.language), here.before()
    if before.lower() in lists.articles or here.page.text[here.end : here.end + 1] == "$":
        return True
    opens = here.behind_opener or here.start in here.page.headline_words or lists.genitive  # "МИД Франции"
    if here.goes_on and not opens:
        return True
    if before[:1].isupper() and before.lower() in lists.behind:
        return True
    if here.parted(", ") in lists.within:
        return True
    return here.after().lower() in lists.forces or _begins_an_organisation(here)


def _begins_an_organisation(here: Beside) -> bool:
    """Say whether capitals up to an organisation's head follow: "U.S. Department of Education"."""
    lists = here.page.vocabulary
    if lists.nouns_capitalised or not here.after()[:1].isupper():
        return False
    for number in range(1, _LONGEST + 1):
        word = here.after(number)
        small = word.lower()
        if word[:1].isupper() and small in lists.heads:
            return True
        if lists.is_title(word) or not (word[:1].isupper() or small in lists.connectors):
            return False
    return False
