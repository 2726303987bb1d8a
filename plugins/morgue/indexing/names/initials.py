"""Initials before a known person's surname: "V. Hugo", «А. С. Пушкин»."""

import re
from collections.abc import Iterator

from morgue.indexing.names.people import Called
from morgue.indexing.page import Page
from morgue.indexing.vocabulary import PARTICLES

_PARTICLES = "|".join(sorted(map(re.escape, PARTICLES)))
_INITIALS = re.compile(rf"(?<!\w)((?:[^\W\d_]\.[ -]?){{1,3}})(?:(?:{_PARTICLES}) )*([^\W\d_][^\W\d_']+(?:-[^\W\d_]+)*)")
"""One to three initials, each with its full stop, and a word, small ones of names between them."""

_STOP = re.compile(r"\.(?<=(?<!\w)[^\W\d_]\.)")
"""The full stop of an initial: looked for first, as stops are few and letters are many."""


def with_initials(page: Page, called: Called) -> Iterator[tuple[int, int, str]]:
    """Yield where a surname stands behind initials that are one known person's, and whose."""
    behind = 0
    for stop in _STOP.finditer(page.text):
        match = _INITIALS.match(page.text, stop.start() - 1) if stop.start() > behind else None
        if match is None:
            continue
        behind = match.end()
        if not (match[1][0].isupper() and match[2][0].isupper()):
            continue
        initials = [letter for letter in match[1] if letter.isalpha()]
        bearers = {actor for given, actor in called(match[2]) if _agree(initials, given.split())}
        if len(bearers) == 1:
            yield match.start(), match.end(), next(iter(bearers))


def _agree(initials: list[str], given: list[str]) -> bool:
    """Say whether initials may be those of given names; either may have more than the other."""
    own = [name[0] for name in given if name[0].isupper()]
    return bool(own) and all(one == other for one, other in zip(initials, own, strict=False))
