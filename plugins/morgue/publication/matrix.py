"""The drawing of who is named with whom: a triangle, as atlases print distances."""

from collections.abc import Mapping
from unicodedata import east_asian_width

from morgue.collation import CoMention, CoMentions
from morgue.publication.chart_views import Cell, Matrix, Name
from morgue.publication.views import Link

SIDE = 30
"""Of a cell, in pixels: more than the 24 that a finger needs."""

_LETTER = 8
"""Pixels of a wide letter of a name."""

_LONGEST = 36
"""Letters of a name on the drawing; the table has all."""

_LEVELS = 4
_PADDING = 6


def matrix(found: CoMentions, links: Mapping[str, Link]) -> Matrix:
    """Return the drawing of co-mentions; each cell leads to the anchor of its pair."""
    rank = {actor: number for number, actor in enumerate(found.actors)}
    most = max((len(pair.clippings) for pair in found.pairs), default=1)
    names = tuple(_name(links[actor], number) for actor, number in rank.items())
    return Matrix(
        width=max((name.x + _width(name.shown) + _PADDING for name in names), default=0),
        height=SIDE * len(names),
        side=SIDE,
        names=names,
        cells=tuple(_cell(pair, rank, links, most) for pair in found.pairs),
    )


def anchor(pair: CoMention) -> str:
    """Return the id of a pair in its page; no actor's id holds a full stop."""
    return f"{pair.one}.{pair.other}"


def _cell(pair: CoMention, rank: Mapping[str, int], links: Mapping[str, Link], most: int) -> Cell:
    count = len(pair.clippings)
    return Cell(
        x=SIDE * rank[pair.one],
        y=SIDE * rank[pair.other],
        count=count,
        level=-(-_LEVELS * count // most),
        title=f"{links[pair.one].name} and {links[pair.other].name}: {count}",
        anchor=anchor(pair),
    )


def _name(link: Link, number: int) -> Name:
    shown = link.name if len(link.name) <= _LONGEST else f"{link.name[: _LONGEST - 1].rstrip()}…"
    return Name(shown, link.name, link.url, SIDE * number + _PADDING, SIDE * number + SIDE // 2)


def _width(text: str) -> int:
    return sum(_LETTER * (2 if east_asian_width(letter) in "WF" else 1) for letter in text)
