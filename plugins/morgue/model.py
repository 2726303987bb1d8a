"""What travels from room to room: frozen values, made of plain types, so that any process can send them to another.

All positions are in Unicode code points, half open: ``[start, end)``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from morgue.authority.sidecar import Sidecar

BlockKind = Literal["paragraph", "heading", "list", "quotation", "table", "code", "caption"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organisation", "country", "bloc"]

SEPARATOR = "\n\n"
"""What stands between two blocks of ``Clipping.extracted``."""

CERTAIN = 0.8
"""How sure it must be who says a quote, for that to be shown without a "probably"."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it was saved: never changed, only read.

    ``origin`` is where a person finds it again: a path with forward slashes, relative to the archive's folder, and
    behind a ``#`` where in a file of several pages. ``captured`` is ISO 8601, of reduced precision where no more is
    known; ``charset`` is what its server declared.
    """

    origin: str
    payload: bytes
    sha256: str
    media_type: Literal["text/html", "text/plain"]
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    sidecar: Sidecar = field(default_factory=Sidecar)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a span inside a block is: one of markup.INLINE_TAGS or markup.STRUCTURE_TAGS; ``href`` goes with ``a``.

    ``rel`` is empty, or says how the page disowns the address: sponsored, nofollow or ugc. Marks of a block nest or
    stand apart; they never cross.
    """

    start: int
    end: int
    tag: str
    href: str = ""
    rel: str = ""

    def moved(self, by: int) -> "Mark":
        """Return the same mark so many characters further on."""
        return Mark(self.start + by, self.end + by, self.tag, self.href, self.rel) if by else self


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the extraction: ``Clipping.extracted[start:end]``.

    ``path`` is the XPath of its element in the captured page, or ``line N`` of a text dump; empty where unknown.
    ``level`` is a heading's (2 to 6), or 1 for a numbered list; else 0. Items of a list and rows of a table are lines
    of the text, cells are parted by a tab.
    ``beside`` is empty, or says why the block hardly belongs to the article.
    ``twin`` is empty, or says which copy this block is: the reason why extraction set the whole container aside.
    ``removed_by`` and ``kept_by`` are empty, or say where the outlet's rule is written that selects its element.
    ``box`` is empty, or what the page calls the box around it: a group of ``vocabulary/furniture.yml``.
    """

    kind: BlockKind
    start: int
    end: int
    path: str = ""
    level: int = 0
    marks: tuple[Mark, ...] = ()
    twin: str = ""
    removed_by: str = ""
    kept_by: str = ""
    box: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the article shows: before the block that begins at ``at`` in ``extracted``, or at the end.

    ``sources`` are its addresses as the page writes them, the best first, a relative one with the whole address behind
    it; where the page itself holds the picture, ``data:`` and the SHA-256 of its bytes. ``address`` is where it stood
    on the web, or empty. ``until`` is 0, or where the blocks end, from ``at`` on, that are its caption (``caption`` is
    empty then). ``box`` is what of ``extracted`` the page's own box around it holds: where cleaning takes all of that,
    the picture goes too. ``width`` and ``height`` are pixels as the page declares them, or 0.
    """

    at: int
    sources: tuple[str, ...]
    address: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    until: int = 0
    box: tuple[int, int] = (0, 0)
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Clipping:
    """What extraction makes of a capture: its metadata and its whole text, nothing taken out.

    ``refused`` is empty, or says why it is not published; ``incomplete`` is empty, or says how it is known that the
    text breaks off. Dates are ISO 8601 of reduced precision. ``digest`` is the capture's SHA-256. ``rules_met`` says
    where those of the outlet's rules are written whose selectors name something. ``pictures`` are in order.
    """

    origin: str
    digest: str
    url: str | None
    captured: str | None
    title: str
    byline: tuple[str, ...]
    source: str | None
    published: str | None
    updated: str | None
    language: str | None
    extracted: str
    blocks: tuple[Block, ...]
    refused: str = ""
    incomplete: str = ""
    sidecar: Sidecar = field(default_factory=Sidecar)
    rules_met: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def text_of(self, block: Block) -> str:
        """Return the text of one of the clipping's blocks."""
        return self.extracted[block.start : block.end]

    def caption_of(self, picture: Picture) -> str:
        """Return what the page says below a picture, whether that is a part of the text or not."""
        return picture.caption or self.extracted[picture.at : picture.until]


@dataclass(frozen=True, slots=True)
class Removal:
    """A span of ``extracted`` that the reader is spared, the rule that says so, and why in plain words."""

    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link of ``extracted`` whose address was changed (``now`` is empty: unlinked)."""

    start: int
    end: int
    was: str
    now: str
    rule: str


@dataclass(frozen=True, slots=True)
class Mask:
    """What cleaning lays over an extraction. Removals are in order and do not overlap.

    ``rules_met`` says where those of the outlet's rules are written that had something to say, effect or not.
    """

    removals: tuple[Removal, ...] = ()
    links: tuple[LinkChange, ...] = ()
    rules_met: tuple[str, ...] = ()

    def kept(self, length: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of an extraction of that length that no removal covers."""
        position = 0
        for removal in self.removals:
            if position < removal.start:
                yield position, removal.start
            position = max(position, removal.end)
        if position < length:
            yield position, length

    def text(self, extracted: str) -> str:
        """Return what is left of the extraction."""
        return "".join(extracted[start:end] for start, end in self.kept(len(extracted)))

    def left_of(self, start: int, end: int, length: int) -> tuple[int, int] | None:
        """Return where what is left of ``extracted[start:end]`` stands in the text; None where nothing is."""
        low = high = 0
        for kept_start, kept_end in self.kept(length):
            low += max(min(kept_end, start) - kept_start, 0)
            high += max(min(kept_end, end) - kept_start, 0)
        return (low, high) if low < high else None

    def spans(self, start: int, end: int, length: int) -> list[tuple[int, int]]:
        """Return where ``text[start:end]`` stands in the extraction: more than one span where a removal parts it."""
        found, offset = [], 0
        for kept_start, kept_end in self.kept(length):
            low, high = max(start - offset, 0), min(end - offset, kept_end - kept_start)
            if low < high:
                found.append((kept_start + low, kept_start + high))
            offset += kept_end - kept_start
        return found


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named in the text: where, by which rule, and how sure (0 to 1)."""

    actor: str
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor of one clipping. ``known`` says that an authority file stands behind the id."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Quote:
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


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic of one clipping; ``evidence`` are the spans of ``text`` that speak for it."""

    id: str
    label: str
    score: float
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that the per-capture rooms make of one capture; ``warnings`` are for its archivist to mend."""

    clipping: Clipping
    mask: Mask = Mask()
    text: str = ""
    actors: tuple[NamedActor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    topics: tuple[TopicMatch, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A capture of which nothing could be made: where it is and why; ``passing`` where another try may do better."""

    origin: str
    reason: str
    passing: bool = False


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


def in_order(spans: Sequence[Removal]) -> tuple[Removal, ...]:
    """Return removals sorted by position, the longer first where two start together."""
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end, span.rule)))
