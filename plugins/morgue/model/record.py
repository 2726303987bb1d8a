"""What indexing finds in a clipping, and all that the per-capture rooms make of a capture."""

from typing import Literal

from morgue.model.clipping import Clipping
from morgue.model.mask import Mask
from morgue.model.value import Value

QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organisation", "country", "bloc"]

CERTAIN = 0.8
"""How sure it must be who says a quote, for that to be shown without a "probably"."""


class Mention(Value, frozen=True):
    """An actor named in the text: where, by which rule, and how sure (0 to 1)."""

    actor: str
    start: int
    end: int
    rule: str
    confidence: float


class NamedActor(Value, frozen=True):
    """An actor of one clipping. ``known`` says that an authority file stands behind the id."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    mentions: tuple[Mention, ...]


class Quote(Value, frozen=True):
    """What somebody says (``text[start:end]``, the marks left out where there are any) and who it is.

    ``speaker`` is as the text names them, ``actor`` an id or None, ``cue`` the speech verb, ``rule`` how the speaker
    was found, ``read_from`` where in ``text`` the speaker stands, be it a pronoun; None without a speaker.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    actor: str | None
    cue: str | None
    rule: str
    confidence: float
    read_from: tuple[int, int] | None = None

    @property
    def certain(self) -> bool:
        """Whether the speaker is shown plainly; another is shown as probable."""
        return self.speaker is not None and self.confidence >= CERTAIN


class TopicMatch(Value, frozen=True):
    """A topic of one clipping; ``evidence`` are the spans of ``text`` that speak for it."""

    id: str
    label: str
    score: float
    evidence: tuple[tuple[int, int], ...]


class Record(Value, frozen=True):
    """All that the per-capture rooms make of one capture; ``warnings`` are for its archivist to mend."""

    clipping: Clipping
    mask: Mask = Mask()
    text: str = ""
    actors: tuple[NamedActor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    topics: tuple[TopicMatch, ...] = ()
    warnings: tuple[str, ...] = ()


class Failure(Value, frozen=True):
    """A capture of which nothing could be made: where it is and why; ``passing`` where another try may do better."""

    origin: str
    reason: str
    passing: bool = False
