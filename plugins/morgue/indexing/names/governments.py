"""Whether a capital or an adjective stands for a state's government: "Moscow warned", "Russian troops".

A place is no actor: "in Moscow on Tuesday", "a court in London". So a capital counts only where it does what
governments do, has what they have, or has something done to it that is done to them.
"""

from collections.abc import Callable, Mapping

from morgue.indexing.names.beside import Beside
from morgue.indexing.names.contexts import Contexts, contexts
from morgue.indexing.page import Page

_ADVERBS = 4
"""Words between a subject and its verb at the most ("has also repeatedly said")."""


def governs(page: Page, start: int, end: int, others: Mapping[int, int]) -> bool:
    """Say whether a capital, the characters [start, end), stands for a government.

    ``others`` are the places of states and capitals, where each ends and begins: what stands before the first of a pair
    stands before both.
    """
    lists, here = contexts(page.language), Beside(page, start, end)
    owned = _owned(here)
    if owned:
        return any(lists.policy.fullmatch(word.lower()) for word in owned)
    if here.parted("-"):
        return lists.backed.fullmatch(here.parted("-").lower()) is not None
    return not (here.goes_on or _begins(here)) and _takes_part(
        here, Beside(page, _first_of_pair(here, lists, others), end), lists
    )


def _owned(here: Beside) -> tuple[str, ...]:
    """Return the words one of which a name in the genitive has: "Moscow's position", "Moskaus neue Position"."""
    if here.owns:
        return here.after(), here.after(2), here.before()
    return (here.after(2), here.after(3)) if here.after() == "'s" else ()


def _takes_part(here: Beside, pair: Beside, lists: Contexts) -> bool:
    """Say whether a name, or the pair that it ends, does something or has something done to it."""
    small, before = here.page.vocabulary, pair.before().lower()
    if before in small.within and _impersonal(here):
        return True
    if lists.facing.fullmatch(before) or _tied(pair, lists) or _according(pair):
        return True
    if before in lists.at and _rules(pair.before(2), here.page, lists):
        return True
    if before in lists.at or before in lists.toward or before in small.prepositions:
        return False
    return _acts(here, lists) or (lists.inverted and _is_act(before, here.page, lists))


def commands(page: Page, start: int, end: int) -> bool:
    """Say whether an adjective, the characters [start, end), says whose an organ of a state is."""
    lists, here = contexts(page.language), Beside(page, start, end)
    counted = here.before()
    if counted.isdigit() or counted.lower() in lists.articles:
        return False  # single persons: "a Russian official", "14 Iraqi officials"
    beside = here.before if lists.organs_first else here.after
    near, far = beside().lower(), beside(2).lower()
    if lists.organs.fullmatch(near):
        return True
    small = page.vocabulary
    closed = near in small.prepositions or near in small.connectors or near in small.determiners
    return bool(near) and not closed and lists.organs.fullmatch(far) is not None


def _begins(here: Beside) -> bool:
    """Say whether a longer name begins with it: "London Bridge"."""
    return here.after()[:1].isupper() and not here.page.vocabulary.nouns_capitalised


def _first_of_pair(here: Beside, lists: Contexts, others: Mapping[int, int]) -> int:
    """Return where a pair begins of which a name is the second ("Moscow and Kyiv"), or the name itself."""
    joining = here.before()
    if joining.lower() not in lists.joining:
        return here.start
    return others.get(here.start - len(joining) - 2, here.start)


def _acts(here: Beside, lists: Contexts) -> bool:
    """Say whether a verb of what governments do follows, adverbs and auxiliaries aside."""
    for number in range(1, _ADVERBS + 1):
        word = here.after(number).lower()
        if _is_act(word, here.page, lists):
            return True
        if word not in here.page.vocabulary.skipped and word not in lists.copulas:
            return False
    return False


def _is_act(word: str, page: Page, lists: Contexts) -> bool:
    return bool(word) and (page.vocabulary.speaks(word) or lists.acts.fullmatch(word) is not None)


def _rules(word: str, page: Page, lists: Contexts) -> bool:
    """Say whether a word is for those who rule, and no part of a body's name ("the Authority in Kingston")."""
    named = word[:1].isupper() and not page.vocabulary.nouns_capitalised
    return not named and lists.rulers.fullmatch(word.lower()) is not None


def _tied(pair: Beside, lists: Contexts) -> bool:
    """Say whether it is one side of what governments have with each other: "relations with Beijing"."""
    if pair.before().lower() in lists.toward:
        return any(lists.ties.fullmatch(pair.before(number).lower()) for number in (2, 3))
    return lists.genitive and lists.ties.fullmatch(pair.before().lower()) is not None


def _according(pair: Beside) -> bool:
    phrases: tuple[tuple[str, ...], ...] = tuple(tuple(phrase.split()) for phrase in pair.page.vocabulary.according)
    return any(_stands_before(phrase, pair.before) for phrase in phrases)


def _stands_before(phrase: tuple[str, ...], before: Callable[[int], str]) -> bool:
    return all(before(number).lower() == word for number, word in enumerate(reversed(phrase), start=1))


def _impersonal(here: Beside) -> bool:
    """Say whether a plural speech verb without a subject stands beside: "в Москве заявили"."""
    lists = here.page.vocabulary
    return any(
        lists.speaks(word) and word.endswith(lists.impersonal)
        for word in (here.after().lower(), here.before(2).lower())
    )
