"""What collation makes of the records of all captures."""

from dataclasses import dataclass

from morgue.model.record import ActorKind, Failure, Record


@dataclass(frozen=True, slots=True)
class Story:
    """One story and every outlet's copy of it: addresses of clippings, the representative's first."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor with a page: from an authority file, or found by rule in enough clippings."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    clippings: tuple[str, ...]
    """Addresses of the clippings that name the actor, one a story, newest first."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One capture of a page: when, as far as that is known, and where it lies."""

    captured: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a clipping's page, and every capture that holds it byte by byte, newest first."""

    record: Record
    captures: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a clipping is not shown, since when (reduced precision), and where its captures lie, if there are any."""

    reason: str
    date: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleLine:
    """A line of the archivist's decisions that meets nothing: its place (file and line), and what is missing."""

    place: str
    missing: str


@dataclass(frozen=True, slots=True)
class Archive:
    """The collated archive. Keys and members are addresses as ``address.address_of`` makes them."""

    records: dict[str, Record]
    """The newest version of each clipping that is published, by address, in order of date and address."""
    versions: dict[str, tuple[Version, ...]]
    """Every version of a clipping, newest first; only addresses with more than one capture."""
    stories: tuple[Story, ...]
    """Only those of more than one clipping."""
    actors: dict[str, ActorEntry]
    refused: tuple[Record, ...]
    failures: tuple[Failure, ...]
    withheld: dict[str, Withheld]
    """Clippings that must not be shown, by address, in its order: nothing else of them is in the archive."""
    stale: tuple[StaleLine, ...] = ()
    """In the order of the file."""
