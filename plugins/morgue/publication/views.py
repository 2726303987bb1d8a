"""What a page shows: one frozen view a kind of page, so that a page is view + settings + template and nothing ambient.

Every ``url`` of this site is relative to its root ("topics/nato/"); a template puts SITEURL before it. Dates come
twice: ``iso`` for ``<time datetime>`` and ``shown`` in a reader's words. All text is plain and escaped by the
template, but for fields of type Markup, which are sanitised where they are made.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Date:
    """A date of reduced precision: ``1998-05`` is shown as "May 1998"."""

    iso: str
    shown: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site, how many clippings stand behind it, and a word of context (a kind, a date)."""

    name: str
    url: str
    count: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage taken out, and why this one."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class RemovalView:
    """What one rule took out or changed: its name and a sentence in a reader's words, with the number.

    ``passages`` is empty where the text is not shown in full, and where links were changed.
    """

    label: str
    sentence: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its place in the article (``anchor``).

    ``certain`` is False where the speaker is only probable; ``reported`` says that these are not the speaker's words.
    """

    text: str
    anchor: str
    language: str
    speaker: str
    speaker_url: str
    certain: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A clipping in a list: what a reader needs to choose it."""

    title: str
    url: str
    language: str
    direction: str
    source: str
    date: Date | None
    excerpt: str
    topics: tuple[Link, ...]
    copies: int


@dataclass(frozen=True, slots=True)
class NamedView:
    """An actor in the key of who is who in one clipping.

    ``role`` is what they were when it was published, where that is known; ``found`` is empty, or says that a machine
    found the name. ``mentions`` is how often the text names them, ``anchor`` where first, or empty.
    """

    name: str
    url: str
    kind: str
    role: str
    found: str
    mentions: int
    anchor: str


@dataclass(frozen=True, slots=True)
class CaptureView:
    """One capture of a version: when, where that is known, and where it lies."""

    captured: Date | None
    origin: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a clipping: its captures, newest first, how its digest begins, and how its text differs."""

    captures: tuple[CaptureView, ...]
    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class ClippingView:
    """The page of one clipping.

    ``body`` holds the removals too, hidden; ``clean`` is the same without them, for feeds. ``removed`` is how many
    passages these are; ``removals`` tells of them and of changed links, by rule. ``represented_by`` is set on a member
    of a story that is not its representative: the page then only leads there. ``incomplete`` is empty, or says how it
    is known that the text breaks off. ``picture`` is empty, or where the first picture stands in the site.
    """

    title: str
    url: str
    language: str
    direction: str
    language_name: str
    original: str
    source: Link | None
    byline: tuple[str, ...]
    published: Date | None
    updated: Date | None
    captured: Date | None
    origin: str
    digest: str
    display: str
    rights: str
    licence: str
    note: str
    description: str
    body: Markup
    clean: Markup
    words: int
    incomplete: str
    removed: int
    removals: tuple[RemovalView, ...]
    topics: tuple[Link, ...]
    actors: tuple[NamedView, ...]
    quotes: tuple[QuoteView, ...]
    also_published_by: tuple[Link, ...]
    represented_by: Link | None
    versions: tuple[VersionView, ...]
    picture: str
    noindex: bool
    json_ld: Markup
    previous: Link | None = None
    following: Link | None = None


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of a topic: its introduction and what is filed under it.

    ``together`` is empty, or the address of the page that tells who is named with whom.
    Cards are paginated by the template's context.
    """

    name: str
    url: str
    feed: str
    introduction: Markup
    cards: tuple[Card, ...]
    span: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    actors: tuple[Link, ...]
    together: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of an index under one heading: a letter, a year, a kind."""

    name: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index that works without script: A to Z of topics, of actors, sources, months; and other ways into it."""

    title: str
    url: str
    lead: str
    groups: tuple[Group, ...]
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A plain list of clippings: one source, one month, the undated."""

    title: str
    url: str
    lead: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """What stands at the address of a clipping that is withheld: since when and why, and nothing of it."""

    title: str
    url: str
    date: Date | None
    reason: str
    noindex: bool = True


@dataclass(frozen=True, slots=True)
class PartedView:
    """What stands at the address of an actor that was parted: a group for each of those that it was."""

    title: str
    url: str
    groups: tuple[Group, ...]
    noindex: bool = True


@dataclass(frozen=True, slots=True)
class NotArchivedView:
    """The page of what was not archived: captures that failed or were refused, and clippings that are withheld."""

    title: str
    url: str
    lead: str
    rows: tuple[tuple[str, str, str], ...]
    """Origin, original address (empty when unknown), reason."""
    withheld: tuple[TombstoneView, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: figures, newest stories, where to begin."""

    title: str
    lead: str
    span: str
    figures: tuple[Link, ...]
    newest: tuple[Card, ...]
    topics: tuple[Link, ...]
    actors: tuple[Link, ...]
    sources: tuple[Link, ...]
    months: tuple[Link, ...]
