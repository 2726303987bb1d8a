"""What the tagger sees in parts becomes one organisation: "Supreme Court" and "Canada", "U.S." and "Congress"."""

from collections.abc import Iterable, Iterator

from morgue.indexing.discovery.tagger import Tagged, the_lists
from morgue.indexing.page import Page

_STATES = frozenset({"U.S", "US", "U.K", "UK", "EU"})
"""Short names of states that belong to the name of what is theirs."""

_FORCES = 0.7
"""How sure the tagger must be of a state or a nation before "army"."""


def joined(page: Page, tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """Yield the persons and organisations among what was tagged, those in parts as one."""
    before: Tagged | None = None
    for name in tagged:
        whole = _one(page, before, name) if before else None
        if whole:
            before = whole
            continue
        if before:
            yield from _alone(page, before)
        before = name
    if before:
        yield from _alone(page, before)


def _one(page: Page, first: Tagged, second: Tagged) -> Tagged | None:
    """Return two names as one organisation, or None."""
    words = page.words
    between = page.text[words.ends[first.last - 1] : words.starts[second.first]]
    if first.kind == "organisation" and second.kind in {"place", "organisation"} and between == " of ":
        if not {"H", "h"}.isdisjoint(the_lists().kind(words.texts[first.last - 1])):
            return Tagged(first.first, second.last, "organisation", first.chance)
    elif first.kind == "place" and second.kind == "organisation" and between in {" ", ". "}:
        state = page.text[words.starts[first.first] : words.ends[first.last - 1]]
        if state in _STATES:
            return Tagged(first.first, second.last, "organisation", second.chance)
    return None


def _alone(page: Page, name: Tagged) -> Iterator[Tagged]:
    """Yield a name of a person or an organisation, or the forces of a state or a nation ("Indian army")."""
    words = page.words
    if name.kind in {"person", "organisation"}:
        yield name
    elif name.last < len(words) and words.texts[name.last] in the_lists().forces and name.chance >= _FORCES:
        between = page.text[words.ends[name.last - 1] : words.starts[name.last]]
        if between in {" ", ". "}:
            yield Tagged(name.first, name.last + 1, "organisation", name.chance)
