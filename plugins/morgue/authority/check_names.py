"""Names that two actors claim, and names of which no text can decide whose they are."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from morgue.authority.alias import Alias
from morgue.authority.entries import ANY, Actor
from morgue.authority.files import Filed
from morgue.authority.problems import Problem
from morgue.authority.yaml_source import Keys


@dataclass(frozen=True, slots=True)
class _Claim:
    """A name as an actor's file has it: in which language, and where it is written."""

    filed: Filed[Actor]
    language: str
    alias: Alias
    path: Keys

    def meets(self, other: "_Claim") -> bool:
        """Say whether a text in some language could mean either actor."""
        together = self.language == other.language or ANY in (self.language, other.language)
        return self.filed is not other.filed and together


def check_names(actors: Mapping[str, Filed[Actor]]) -> Iterator[Problem]:
    """Yield names that two actors have in one language and that are not marked in both, and marks without effect."""
    claims: dict[str, list[_Claim]] = {}
    for filed in actors.values():
        for claim in _claims(filed):
            others = claims.setdefault(spelled(claim.alias.name), [])
            yield from _claimed(claim, others)
            others.append(claim)
            if claim.path[0] == "aliases" and not can_be_decided(filed.entry, claim.alias):
                yield filed.problem(
                    claim.path,
                    f"aliases: nothing in a text can decide whose {claim.alias.name!r} is; give it beside: […]",
                )


def spelled(name: str) -> str:
    """Return a name as names are compared."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _claims(filed: Filed[Actor]) -> Iterator[_Claim]:
    yield _Claim(filed, ANY, filed.entry.canonical, ("name",))
    for language, aliases in filed.entry.aliases.items():
        for number, alias in enumerate(aliases):
            yield _Claim(filed, language, alias, ("aliases", language, number))


def _claimed(claim: _Claim, others: list[_Claim]) -> Iterator[Problem]:
    """Yield that a name is another's, told where it is not marked, at the later one if at neither."""
    for other in filter(claim.meets, others):
        told, too = (other, claim) if claim.alias.conditional else (claim, other)
        if not told.alias.conditional:
            name = told.alias.name
            yield told.filed.problem(
                told.path,
                f"{told.path[0]}: {name!r} is a name in {too.filed.file} too; leave it in one, "
                "or mark it in both, under aliases: {name: …, ambiguous: true}",
            )
            return


def can_be_decided(actor: Actor, alias: Alias) -> bool:
    """Say whether a text can hold what decides that a name is an actor's."""
    return not alias.conditional or bool(alias.beside or actor.telling)
