"""Initials before a known person's surname: "V. Hugo", «А. С. Пушкин»."""

import re
from collections.abc import Callable, Iterator, Mapping

from morgue.indexing.page import Page
from morgue.indexing.vocabulary import PARTICLES

_PARTICLES = "|".join(sorted(map(re.escape, PARTICLES)))
_INITIALS = re.compile(rf"(?<!\w)((?:[^\W\d_]\.[ -]?){{1,3}})(?:(?:{_PARTICLES}) )*([^\W\d_][^\W\d_']+(?:-[^\W\d_]+)*)")
"""One to three initials, each with its full stop, and a word, small ones of names between them."""

Surnames = Mapping[str, Mapping[str, frozenset[str]]]
"""For each surname, in every case, the given names of those who bear it and who they are."""


def with_initials(page: Page, surnames: Callable[[], Surnames]) -> Iterator[tuple[int, int, str]]:
    """Yield where a surname stands behind initials that are one known person's, and whose."""
    for match in _INITIALS.finditer(page.text):
        if not (match[1][0].isupper() and match[2][0].isupper()):
            continue
        given = surnames().get(match[2], {})
        initials = [letter for letter in match[1] if letter.isalpha()]
        bearers = {actor for names, actors in given.items() if _agree(initials, names.split()) for actor in actors}
        if len(bearers) == 1:
            yield match.start(), match.end(), next(iter(bearers))


def _agree(initials: list[str], given: list[str]) -> bool:
    """Say whether initials may be those of given names; either may have more than the other."""
    own = [name[0] for name in given if name[0].isupper()]
    return bool(own) and all(one == other for one, other in zip(initials, own, strict=False))
