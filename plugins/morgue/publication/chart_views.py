"""What the drawings of the site show, measured out: a template only writes it down as SVG.

Lengths are pixels; along a timeline they are per cent of its width, so that it fits every screen. Whatever is drawn
stands in words beside it, in a table.
"""

from dataclasses import dataclass

from morgue.publication.views import Card, Link


@dataclass(frozen=True, slots=True)
class Period:
    """A day or more: its name, how many stories fall in it, and how many of these hold a quote."""

    shown: str
    stories: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A period as it is drawn: ``height`` for all its stories.

    From the ground up, ``quoted_height`` of it is for those with a quote; below the top, ``plain_height`` for the
    others; where there are both, they are parted.
    """

    period: Period
    x: float
    width: float
    height: int
    quoted_height: int
    plain_height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A name below the bars. ``anchor`` is SVG's text-anchor; an ``inner`` one may go where there is little room."""

    shown: str
    x: float
    anchor: str
    inner: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stories over time. ``periods`` are those with a story, with such as are too vague to draw.

    ``most`` is how many stories the fullest bar tells of, ``height`` how high it is; ``quoted`` how many hold a quote.
    """

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    periods: tuple[Period, ...]
    most: int
    height: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where two actors cross: in how many stories they meet, how dark it is (1 to 4), and its pair's anchor."""

    x: int
    y: int
    count: int
    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Name:
    """An actor on the matrix's diagonal: cut to length, and in full."""

    shown: str
    whole: str
    url: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """A triangle of cells, each of ``side`` pixels, as atlases print distances: an actor's lie left of and below it."""

    width: int
    height: int
    side: int
    names: tuple[Name, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors who are named together: in how many stories, the newest of them, and how many more there are."""

    anchor: str
    one: Link
    other: Link
    count: int
    stories: tuple[Card, ...]
    more: int
