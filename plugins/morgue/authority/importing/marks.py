"""Names that several of the imported actors bear, or that an actor bears who is there already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from morgue.authority.alias import Alias
from morgue.authority.check_names import can_be_decided, spelled
from morgue.authority.entries import ANY, Actor


class Marks:
    """Says of names whose they may be; a name is compared in all languages at once, to be on the safe side."""

    def __init__(self, actors: Iterable[Actor], there: Mapping[str, Actor]) -> None:
        """Take the imported actors and those who are there."""
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._owners: dict[str, str] = {}
        for actor in actors:
            for _, alias in actor.names:
                self._bearers[spelled(alias.name)].add(actor.id)
        for actor in there.values():
            for _, alias in actor.names:
                self._bearers[spelled(alias.name)].add(actor.id)
                if not alias.conditional:
                    self._owners[spelled(alias.name)] = actor.id

    def marked(self, actor: Actor) -> tuple[Actor | None, list[str]]:
        """Return an imported actor with marks on names that others bear, and notes.

        A name that one who is there bears without a mark stays with that one, and what no text could decide on is left
        out. Where that is the actor's own name, there is None.
        """
        if owner := self._owners.get(spelled(actor.name)):
            return None, [f"{actor.name} is a name of {owner}; mark it there as ambiguous and import again"]
        notes = []
        listed: dict[str, list[Alias]] = defaultdict(list)
        for language, alias in self._own(actor):
            if owner := self._owners.get(spelled(alias.name)):
                notes.append(f"{actor.name}: {alias.name} is left out, as it is a name of {owner}")
            elif len(self._bearers[spelled(alias.name)]) > 1:
                listed[language].append(alias.model_copy(update={"ambiguous": True}))
            else:
                listed[language].append(alias)
        made = actor.model_copy(update={"aliases": {language: tuple(several) for language, several in listed.items()}})
        if not can_be_decided(made, made.canonical):
            return None, [
                *notes,
                f"{actor.name} is the name of several, and nothing tells them apart; write a file by hand",
            ]
        decided = {
            language: tuple(alias for alias in several if can_be_decided(made, alias))
            for language, several in made.aliases.items()
        }
        return made.model_copy(update={"aliases": {key: several for key, several in decided.items() if several}}), notes

    def _own(self, actor: Actor) -> Iterator[tuple[str, Alias]]:
        """Yield the other names of an actor, and its own where that is another's too."""
        if len(self._bearers[spelled(actor.name)]) > 1 and not actor.canonical.conditional:
            yield ANY, Alias(name=actor.name)
        yield from actor.names[1:]
