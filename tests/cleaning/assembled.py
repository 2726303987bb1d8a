"""Pages assembled at random: a story, the containers that hold it, and what of it the page prints once more."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from hypothesis import strategies as st

_WORDS = {
    "t": "bridge ferry crane dyke market library lighthouse museum school station orchestra theatre café tower canal "
    "mill warehouse bakery tramway garden chapel shipyard reservoir archive cinema fountain stadium pavilion",
    "k": "old northern lower stone municipal wooden narrow disused famous second brick crowded private upper distant "
    "round southern floating inner modest painted public rebuilt regional",
    "a": "opened closed replaced borrowed surveyed photographed insured rejected described delayed measured repaired "
    "moved inspected approved supports outlived blocks faces resembles",
    "p": "beside behind near above along under beyond opposite",
}
_CHOICE = {letter: words.split() for letter, words in _WORDS.items()}

_FORMS_OF_SENTENCES = (
    "The {k0} {t0} {a0} a {t1} {p0} the {t2}.",
    "The {k0} {t0} {a0} the {t1} of the {k1} {t2} {p0} a {t3}.",
    "The {k0} {t0} {a0} the {t1}’s {k1} {t2}, while a {t3} {a1} the {k2} {t4} {p0} the {t5}.",
    "The {k0} {t0} {a0} “a {k1} {t1}” {p0} the {t2} – and the {k2} {t3} {a1} another {t4}.",
    "The {k0} {t0} {a0} the {t1}, a {t2} and a {k1} {t3}, since no {t4} {a1} the {k2} {t5} {p0} the {t6} or the {t7}.",
)

MOST = len(_CHOICE["k"]) * len(_CHOICE["t"])
"""Sentences that differ in their first three words."""


def sentence(number: int) -> str:
    """Return a sentence of 9 to 25 words that shares no more than a phrase with that of another number."""
    chance = random.Random(number)
    words = {f"{letter}{at}": chance.choice(each) for letter, each in _CHOICE.items() for at in range(8)}
    kinds = _CHOICE["k"]
    words |= {"k0": kinds[number % len(kinds)], "t0": _CHOICE["t"][number // len(kinds)]}
    return chance.choice(_FORMS_OF_SENTENCES).format(**words)


_STRAIGHT = str.maketrans("“”’–", '""\'-')
_NAMED = {"“": "&amp;ldquo;", "”": "&amp;rdquo;", "’": "&amp;rsquo;", "–": "&amp;ndash;", "é": "&amp;eacute;"}

WORDINGS = {
    "alike": str,
    "straight": lambda text: text.translate(_STRAIGHT),
    "foreign": lambda text: text.replace("“", "«\xa0").replace("”", "\xa0»").replace("–", "—"),
    "spaced": lambda text: text.replace(" ", "\xa0 "),
    "numbered": lambda text: "".join(letter if letter.isascii() else f"&#{ord(letter)};" for letter in text),
    "escaped twice": lambda text: text.translate(str.maketrans(_NAMED)),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}
"""What a program between two copies makes of the words."""

_FORMS = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2>{}</h2>",
    "quotation": "<blockquote><p>{}</p></blockquote>",
    "figure": '<figure><img src="quay.jpg" alt=""><figcaption>{}</figcaption></figure>',
}


def _plain(part, wording):
    if part.kind == "list":
        return f"<ul>{''.join(f'<li>{wording(each)}</li>' for each in part.sentences)}</ul>"
    return _FORMS[part.kind].format(wording(" ".join(part.sentences)))


def _paragraphs_as(form):
    def written(part, wording):
        return form.format(wording(" ".join(part.sentences))) if part.kind == "paragraph" else _plain(part, wording)

    return written


MARKUPS = {
    "plain": (_plain, "\n"),
    "divs": (_paragraphs_as("<div>{}</div>"), "\n"),
    "deep": (_paragraphs_as("<section><div><div><p><span>{}</span></p></div></div></section>"), "\n"),
    "breaks": (_paragraphs_as("{}"), "<br><br>"),
    "lump": (lambda part, wording: "" if part.kind == "figure" else wording(" ".join(part.sentences)), " "),
}
"""How parts are written, and what stands between them."""

CONTAINERS = (
    "<article>{}</article>",
    '<div class="text">{}</div>',
    '<main><div class="page"><div class="column"><article class="story">{}</article></div></div></main>',
    '<section><div class="story-body"><div>{}</div></div></section>',
    '<table width="760"><tr><td><a href="/">Home</a><br><a href="/sea">Sea</a></td><td>{}</td></tr></table>',
)

APART = (
    "<br><br>{}<br><br>",
    "<div>{}</div>",
    "<article>{}</article>",
    '<div class="mobile-only">{}</div>',
    '<div class="print-only"><section><div>{}</div></section></div>',
    "<div hidden>{}</div>",
    '<div aria-hidden="true">{}</div>',
    '<div style="display: none">{}</div>',
    '<div class="sr-only">{}</div>',
    '<section class="tab-panel" role="tabpanel">{}</section>',
    "<noscript>{}</noscript>",
    "<aside>{}</aside>",
    "<footer>{}</footer>",
    "<table><tr><td>{}</td></tr></table>",
)
"""Containers of copies."""

PLACES = ("before", "behind", "first", "last", "amid", "each", "end")
"""Beside the story's container, in it, amid the story, each part right after itself, at the page's end."""

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>News of the week | The Harbour Gazette</title></head>
<body><header class="site-header"><a href="/">The Harbour Gazette</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/region">Region</a></li><li><a href="/sea">Sea</a></li></ul></nav>
</header>{body}
<footer><ul><li><a href="/imprint">Imprint</a></li></ul><p>© The Harbour Gazette</p></footer>{end}</body></html>"""


@dataclass(frozen=True)
class Part:
    """A part of a story and its sentences."""

    kind: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Copy:
    """What a page prints once more: the parts ``[first, last)`` of its story, how, where, and what it says itself."""

    first: int
    last: int
    wording: str
    markup: str
    container: str
    place: str
    own: str


@dataclass(frozen=True)
class Assembled:
    """A page: its story, how that is printed, and what of it is printed once more."""

    parts: tuple[Part, ...]
    markup: str
    container: str
    copies: tuple[Copy, ...]

    def html(self, *, once: bool = False) -> bytes:
        """Return the page, with its copies or without."""
        written, between = MARKUPS[self.markup]
        pieces = [written(part, str) for part in self.parts]
        around = dict.fromkeys(("before", "behind", "first", "last", "end"), "")
        for copy in self.copies:
            if copy.place == "each":
                for at in () if once else range(copy.first, copy.last):
                    pieces[at] += between + _written([self.parts[at]], copy)
            elif copy.place == "amid":
                pieces[len(pieces) // 2] += _set_apart(() if once else self.parts[copy.first : copy.last], copy)
            else:
                around[copy.place] += _set_apart(() if once else self.parts[copy.first : copy.last], copy)
        story = self.container.format(around["first"] + between.join(pieces) + around["last"])
        return _PAGE.format(body=around["before"] + story + around["behind"], end=around["end"]).encode()


def _set_apart(parts: Sequence[Part], copy: Copy) -> str:
    text = (f"<p>{copy.own}</p>" if copy.own else "") + _written(parts, copy)
    return copy.container.format(text) if text else ""


def _written(parts: Sequence[Part], copy: Copy) -> str:
    written, between = MARKUPS[copy.markup]
    return between.join(written(part, WORDINGS[copy.wording]) for part in parts)


_KINDS = ("paragraph", "paragraph", "paragraph", "paragraph", "heading", "list", "quotation", "figure")


@st.composite
def pages(draw: st.DrawFn) -> Assembled:
    """Draw a page."""
    numbers = count(draw(st.integers(0, MOST - 60)))
    kinds = ["paragraph", *draw(st.lists(st.sampled_from(_KINDS), min_size=2, max_size=9)), "paragraph"]
    parts = tuple(_part(kind, draw(st.integers(1, 4)), numbers) for kind in kinds)
    markup = draw(st.sampled_from([name for name in MARKUPS if name != "lump"]))
    copies = tuple(_copy(draw, len(parts), markup, numbers) for _ in range(draw(st.integers(1, 2))))
    return Assembled(parts, markup, draw(st.sampled_from(CONTAINERS)), copies)


def _part(kind: str, many: int, numbers: Iterator[int]) -> Part:
    if kind == "heading":
        return Part(kind, (" ".join(sentence(next(numbers)).split()[:6]),))
    many = {"figure": 1, "list": many + 1}.get(kind, many)
    return Part(kind, tuple(sentence(number) for number in islice(numbers, many)))


def _copy(draw: st.DrawFn, size: int, markup: str, numbers: Iterator[int]) -> Copy:
    first, last = draw(_stretches(size))
    place = draw(st.sampled_from(PLACES))
    return Copy(
        first,
        last,
        wording=draw(st.sampled_from(list(WORDINGS))),
        # A template that prints each paragraph twice prints both in one way.
        markup=markup if place == "each" else draw(st.sampled_from(list(MARKUPS))),
        container=draw(st.sampled_from(APART)),
        place=place,
        own=sentence(next(numbers)) if draw(st.integers(0, 3)) == 3 and place != "each" else "",
    )


def _stretches(size: int) -> st.SearchStrategy[tuple[int, int]]:
    one = st.integers(0, size - 1).map(lambda first: (first, first + 1))
    many = st.lists(st.integers(0, size), min_size=2, max_size=2, unique=True).map(sorted).map(tuple)
    return st.one_of(st.just((0, size)), st.just((1, size)), many, one)
