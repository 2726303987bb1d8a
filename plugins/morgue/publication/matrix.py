"""The drawing of who is named with whom: a triangle, as atlases print distances."""

from bisect import bisect_left
from collections.abc import Mapping
from unicodedata import east_asian_width

from morgue.collation import CoMention, CoMentions
from morgue.publication.chart_views import Cell, Matrix, Name
from morgue.publication.views import Link

_LEAST = 30
"""The side of a cell, in pixels: more than the 24 that a finger needs, and room for three digits."""

_LETTER = 8
"""Pixels of a digit, and of a wide letter of a name."""

_LONGEST = 36
"""Letters of a name on the drawing; the table has all."""

_LEVELS = 4
_PADDING = 6


def matrix(found: CoMentions, links: Mapping[str, Link]) -> Matrix:
    """Return the drawing of some co-mentions; each cell leads to the anchor of its pair.

    A quarter of the pairs, as far as they differ, is of each darkness: a few that are everywhere pale nobody else.
    """
    rank = {actor: number for number, actor in enumerate(found.actors)}
    counts = sorted(len(pair.clippings) for pair in found.pairs)
    side = max(_LEAST, _LETTER * len(str(counts[-1])) + _PADDING)
    names = tuple(_name(links[actor], side * number, side) for actor, number in rank.items())
    cells = tuple(
        Cell(
            x=side * rank[pair.one],
            y=side * rank[pair.other],
            count=len(pair.clippings),
            level=1 + bisect_left(counts, len(pair.clippings)) * _LEVELS // len(counts),
            title=f"{links[pair.one].name} and {links[pair.other].name}: {len(pair.clippings)}",
            anchor=anchor(pair),
        )
        for pair in found.pairs
    )
    width = max(name.x + _width(name.shown) + _PADDING for name in names)
    return Matrix(width, side * len(names), side, names, cells)


def anchor(pair: CoMention) -> str:
    """Return the id of a pair in its page; no actor's id holds a full stop."""
    return f"{pair.one}.{pair.other}"


def _name(link: Link, at: int, side: int) -> Name:
    shown = link.name if len(link.name) <= _LONGEST else f"{link.name[: _LONGEST - 1].rstrip()}…"
    return Name(shown, link.name, link.url, at + _PADDING, at + side // 2)


def _width(text: str) -> int:
    return sum(_LETTER * (2 if east_asian_width(letter) in "WF" else 1) for letter in text)
