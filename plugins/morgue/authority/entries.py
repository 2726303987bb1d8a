"""What the authority files hold, once they are checked: frozen, made of plain types, the same in every process."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from morgue.authority.alias import Alias, Aliases
from morgue.authority.dates import ReducedDate, check_order, is_before
from morgue.authority.decisions import Decisions
from morgue.authority.described import Row
from morgue.authority.fields import Display, Language, Text, Texts
from morgue.authority.rules import Container, Containers, Rule, Rules
from morgue.authority.sidecar import Sidecar

Kind = Literal["person", "organisation", "country", "bloc"]

ANY = "any"
"""The language of a name that is written alike everywhere, as the canonical name is."""

Host = Annotated[str, Field(pattern=r"^[\w-]+(\.[\w-]+)+$")]
"""A host as addresses have it: lower case, no scheme, no path."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Role(_Entry):
    """An office that an actor holds or held, with dates of reduced precision."""

    title: Text
    organisation: Text | None = None
    """A name, or an actor's id."""
    since: ReducedDate | None = Field(None, alias="from")
    until: ReducedDate | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_order(self.since, self.until)
        return self

    def may_be_held_on(self, day: str) -> bool:
        """Say whether the office may be held on a day; a month or a year counts for every day that it may mean."""
        begun = self.since is None or not is_before(day, self.since)
        return begun and not (self.until is not None and is_before(self.until, day))


class Actor(_Entry):
    """An actor of the authority file: ``content/actors/<id>.md``; ``biography`` is the file's Markdown body."""

    id: str
    name: Text
    kind: Kind
    aliases: dict[Language, Aliases] = {}
    """Other names by language; ``any`` for all."""
    roles: tuple[Role, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = None
    iso: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    exclude: Texts = Field((), alias="not")
    """Phrases in which a name is not this actor ("Washington Post")."""
    part_of: Text | None = Field(None, alias="part-of")
    biography: str = ""

    @property
    def canonical(self) -> Alias:
        """Return the canonical name; where it is listed among the aliases with a mark, that holds for it."""
        listed = (alias for _, alias in self._listed() if alias.name == self.name and alias.conditional)
        return next(listed, Alias(name=self.name))

    @property
    def names(self) -> tuple[tuple[str, Alias], ...]:
        """Return every name with its language, the canonical one first, then by language."""
        return ((ANY, self.canonical), *self._listed())

    @property
    def telling(self) -> tuple[tuple[str, str], ...]:
        """Return language and name of what tells the actor from others: names that always count, a person's in full."""
        return tuple(
            (language, alias.name)
            for language, alias in self.names
            if not alias.conditional and (self.kind != "person" or " " in alias.name)
        )

    def _listed(self) -> Iterator[tuple[str, Alias]]:
        return ((language, alias) for language in sorted(self.aliases) for alias in self.aliases[language])


class Topic(_Entry):
    """A topic: ``content/topics/<id>.md``; ``introduction`` is the file's Markdown body."""

    id: str
    label: Text
    labels: dict[Language, Text] = {}
    terms: dict[Language, Texts] = {}
    exclude: dict[Language, Texts] = Field({}, alias="not")
    broader: Texts = ()
    iptc: Annotated[str, Field(pattern=r"^\d{8}$")] | None = None
    """The IPTC Media Topics code of the subject."""
    introduction: str = ""


class Outlet(_Entry):
    """An outlet and its own rules: ``content/rules/<id>.yml``."""

    id: str
    name: Text
    hosts: tuple[Host, ...] = ()
    main: Containers = ()
    """Where a page has one of them, nothing but what is in it belongs to the article."""
    remove: Rules = ()
    keep: Rules = ()
    """What no rule may take, neither the machine's nor the outlet's."""
    display: Display | None = None
    rights: Text | None = None
    licence: Text | None = None

    @property
    def rules(self) -> tuple[Container | Rule, ...]:
        """Return all of its rules."""
        return (*self.main, *self.remove, *self.keep)


class Authority(_Entry):
    """All that archivists wrote, by id; sidecars and rows by the resolved path of the file that they speak of."""

    actors: dict[str, Actor] = {}
    built_in: frozenset[str] = frozenset()
    """Ids of actors whose built-in names count, beside those in their files."""
    unfiled: frozenset[str] = frozenset()
    """Those of them that no file speaks for: they have a page only where a clipping names them."""
    topics: dict[str, Topic] = {}
    outlets: dict[str, Outlet] = {}
    decisions: Decisions = Decisions()
    sidecars: dict[Path, Sidecar] = {}
    rows: dict[Path, tuple[Row, ...]] = {}
    """Of every ``captures.csv``."""
    withheld: tuple[Sidecar, ...] = ()
    """Sidecars and rows that withhold what stands at a URL that they name, whether its capture is there or not."""
