"""Whose a name may be as well: another one without a file, or an actor with one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from morgue.authority.entries import Actor
from morgue.inspection.suggestions.likeness import Name, why_alike

_MOST_BEARERS = 200
"""Names that share a sign and are compared: a surname or a word that more have tells nothing."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another actor that a name may be of, and why."""

    id: str
    name: str
    why: str


class Likely:
    """Finds those whose names share a surname, a word or initials with a name, and compares them alone."""

    def __init__(self, names: Mapping[str, Name], actors: Mapping[str, Actor]) -> None:
        self._names = names
        self._filed = {
            identity: tuple(Name(alias.name, actor.kind) for _, alias in actor.names)
            for identity, actor in actors.items()
        }
        self._found_by = _by_sign((identity, name) for identity, name in names.items())
        self._filed_by = _by_sign((identity, name) for identity, several in self._filed.items() for name in several)

    def found(self, identity: str) -> tuple[Alike, ...]:
        """Return the other names without a file."""
        others = _sharing(self._names[identity], self._found_by) - {identity}
        pairs = ((other, self._names[other], why_alike(self._names[identity], self._names[other])) for other in others)
        return tuple(
            Alike(other, name.text, why) for other, name, why in sorted(pairs, key=lambda each: each[0]) if why
        )

    def known(self, identity: str) -> tuple[Alike, ...]:
        """Return the actors with a file."""
        own, found = self._names[identity], []
        for other in sorted(_sharing(own, self._filed_by)):
            whys = (why for name in self._filed[other] if (why := why_alike(own, name)))
            if why := next(whys, ""):
                found.append(Alike(other, self._filed[other][0].text, why))
        return tuple(found)


def _by_sign(names: Iterable[tuple[str, Name]]) -> dict[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for identity, name in names:
        for sign in name.signs():
            bearers[sign].add(identity)
    return bearers


def _sharing(name: Name, bearers: Mapping[str, set[str]]) -> set[str]:
    shared = (bearers.get(sign, set()) for sign in name.signs())
    return set().union(*(several for several in shared if len(several) <= _MOST_BEARERS))
