"""The rules of the room in the order in which they have their say; to change what is cleaned, change this list.

First what stands elsewhere too (the title, copies), then what opens an article, then what stands around it: each of
these is easier to tell once the ones before it are out of the way.
"""

from collections.abc import Callable, Iterable

from morgue.cleaning.author import author
from morgue.cleaning.behind import behind
from morgue.cleaning.beside import beside
from morgue.cleaning.buttons import buttons
from morgue.cleaning.byline import byline
from morgue.cleaning.cards import cards
from morgue.cleaning.comments import comments
from morgue.cleaning.contents import contents
from morgue.cleaning.dateline import dateline
from morgue.cleaning.disclaimer import disclaimer
from morgue.cleaning.disclosure import disclosure
from morgue.cleaning.furniture import furniture
from morgue.cleaning.labelled import labelled
from morgue.cleaning.placeholder import placeholder
from morgue.cleaning.promo import promo
from morgue.cleaning.prompt import prompt
from morgue.cleaning.repeat import repeat
from morgue.cleaning.republishing import republishing
from morgue.cleaning.spam import spam
from morgue.cleaning.tags import tags
from morgue.cleaning.teaser import teaser
from morgue.cleaning.title import title
from morgue.cleaning.trailing import trailing
from morgue.cleaning.twin import twin
from morgue.model import Clipping, Removal

Rule = Callable[[Clipping], Iterable[Removal]]
"""Reads a clipping and yields what should go: each removal lies inside one of its blocks."""

RULES: tuple[tuple[str, Rule], ...] = (
    ("twin", twin),
    ("title", title),
    ("repeat", repeat),
    ("teaser", teaser),
    ("byline", byline),
    ("dateline", dateline),
    ("placeholder", placeholder),
    ("spam", spam),
    ("promo", cards),
    ("furniture", furniture),
    ("prompt", prompt),
    ("disclosure", disclosure),
    ("disclaimer", republishing),
    ("disclaimer", disclaimer),
    ("contents", contents),
    ("tags", tags),
    ("comments", comments),
    ("author", author),
    ("promo", labelled),
    ("promo", promo),
    ("promo", trailing),
    ("button", buttons),
    ("beside", beside),
    ("behind", behind),
)

COPIES = frozenset({"twin", "title", "repeat", "teaser"})
"""Rules that take what stands elsewhere too, so that nothing of it is lost to a reader."""

DATED = frozenset({"byline"})
"""Rules that may take a notice: "Updated: 3 May" with nothing behind it says nothing of what was changed."""

WEAK = frozenset({"furniture", "prompt", "tags", "author", "promo", "button", "beside", "behind"})
"""Rules that step back where they would leave next to nothing of an article."""
