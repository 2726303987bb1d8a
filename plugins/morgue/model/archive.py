"""What collation makes of the records of all captures."""

from morgue.model.record import ActorKind, Failure, Record
from morgue.model.value import Value


class Story(Value, frozen=True):
    """One story and every outlet's copy of it: addresses of clippings, the representative's first."""

    members: tuple[str, ...]


class ActorEntry(Value, frozen=True):
    """An actor with a page: from an authority file, or found by rule in enough clippings."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    clippings: tuple[str, ...]
    """Addresses of the clippings that name the actor, one a story, newest first."""


class Sighting(Value, frozen=True):
    """One capture of a page: when, as far as that is known, and where it lies."""

    captured: str | None
    origin: str


class Version(Value, frozen=True):
    """One state of a clipping's page, and every capture that holds it byte by byte, newest first."""

    record: Record
    captures: tuple[Sighting, ...]


class Withheld(Value, frozen=True):
    """Why a clipping is not shown, since when (reduced precision), and where its captures lie, if there are any."""

    reason: str
    date: str
    origins: tuple[str, ...]


class StaleLine(Value, frozen=True):
    """A line of the archivist's decisions that meets nothing: its place (file and line), and what is missing."""

    place: str
    missing: str


class Archive(Value, frozen=True):
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
