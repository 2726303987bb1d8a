"""The pages of actors, and of who is named with whom; the rest is as in ``views``."""

from dataclasses import dataclass

from markupsafe import Markup

from morgue.publication.chart_views import Matrix, Pair, Timeline
from morgue.publication.views import Card, Date, Link


@dataclass(frozen=True, slots=True)
class NamesView:
    """Other names in one language: its tag and its name, both empty for what is written alike everywhere."""

    language: str
    language_name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """An office, where it is held (``url`` where that has a page), and from when to when, as far as that is known."""

    title: str
    organisation: str
    url: str
    since: Date | None
    until: Date | None


@dataclass(frozen=True, slots=True)
class SaidView:
    """A sentence of an actor's, as the first story has it, and the stories that quote it, the earliest first.

    A source's link leads to the sentence, its note is the outlet; ``more`` is how many are not named. ``certain`` and
    ``reported`` are as those of a quote, ``date`` is the first story's.
    """

    text: str
    language: str
    certain: bool
    reported: bool
    date: Date | None
    sources: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ActorView:
    """The page of an actor: who it is, every story, what they said, with whom they appear.

    ``known`` as in the model; ``found`` is empty, or says in words that a machine found the name. ``first`` and
    ``last`` are the dated stories in which the actor is seen first and last. ``said`` are the newest of the
    ``said_in_all`` sentences.
    Cards are paginated by the template's context.
    """

    name: str
    url: str
    feed: str
    kind: str
    known: bool
    found: str
    names: tuple[NamesView, ...]
    roles: tuple[RoleView, ...]
    biography: Markup
    part_of: Link | None
    wikidata: str
    cards: tuple[Card, ...]
    first: Card | None
    last: Card | None
    timeline: Timeline | None
    said: tuple[SaidView, ...]
    said_in_all: int
    appears_with: tuple[Link, ...]
    topics: tuple[Link, ...]
    sources: tuple[Link, ...]
    noindex: bool
    json_ld: Markup


@dataclass(frozen=True, slots=True)
class TogetherView:
    """Who is named in the same stories as whom: in the archive, or in those of one topic.

    ``question`` is what the drawing answers, ``lead`` says how it is read.
    """

    title: str
    url: str
    topic: Link | None
    question: str
    lead: str
    matrix: Matrix
    pairs: tuple[Pair, ...]
    elsewhere: tuple[Link, ...]
    noindex: bool
