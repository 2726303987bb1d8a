"""Times the search for copies on pages and texts that repeat without end: each should take a second at the most.

`make bench` prints for each shape the processor's seconds at its full size, and how many times those at half of it they
are: about two where the work grows as the page does; once more where a text outgrows what letters.py remembers.
tests/hostile/ runs the same shapes with a wide margin.
"""

import time
from collections.abc import Callable, Iterable
from functools import partial

from morgue.cleaning import clean
from morgue.extraction.blocks import drafts_of
from morgue.extraction.correction import passages_of
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.parse import parse
from morgue.extraction.placing import assembled, with_twins
from morgue.extraction.twins import part_twins
from morgue.model import BlockKind, Clipping

RUNS = 3
"""How often a shape is timed; the least counts, as whatever else the machine does only adds to it."""

SLOW = 1.0
"""Seconds that a shape should not take."""

LINE = "The lamp stood lit the whole night."
FEW = "one two three four five six seven eight nine"


def paragraph(number: int, words: int = 50) -> str:
    """Return one of 4,001 paragraphs; 3,400 of fifty words are a megabyte."""
    return " ".join(f"word{(number * 31 + k * k) % 4001}" for k in range(words)) + "."


def opening(words: int) -> str:
    """Return the beginning of a sentence of 400 words."""
    return " ".join(paragraph(1, 400).split()[:words])


def body(numbers: Iterable[int]) -> str:
    """Return paragraphs of a page."""
    return "".join(f"<p>{paragraph(number)}</p>" for number in numbers)


def blocks(texts: Iterable[str], kind: BlockKind = "paragraph") -> list[Draft]:
    """Return texts as blocks of a kind."""
    return [Draft(kind, text) for text in texts]


PAGES: dict[str, tuple[int, Callable[[int], str]]] = {
    "1 MB of prose": (3_400, lambda size: body(range(size))),
    "½ MB behind itself": (1_700, lambda size: body(range(size)) * 2),
    "every paragraph twice": (1_700, lambda size: "".join(body([n, n]) for n in range(size))),
    "20,000 equal subtrees": (20_000, lambda size: f"<div><p>{FEW}</p></div>" * size),
    "equal rows of a table": (16_000, lambda size: f"<table>{f'<tr><td>{FEW}</td><td>1</td></tr>' * size}</table>"),
    "text twice between breaks": (
        1_700,
        lambda size: f"<div>{'<br><br>'.join(map(paragraph, range(size)))}</div>" * 2,
    ),
    "one copy after the other": (1_000, lambda size: f"<div>{body(range(3))}</div>" * size),
    "copies under wrappers": (300, lambda size: "<div>" * 140 + f"<div><p>{paragraph(0) * size}</p></div>" * 2),
    "copies in copies, 50 deep": (24, lambda size: f"<div>{body(range(size))}" * 50),
    "equal parts under labels": (3_000, lambda size: "".join(f"<h3>Day {n}</h3>{body([0, 1])}" for n in range(size))),
    "echoes among comments": (
        1_700,
        lambda size: "".join(f"<i class=comment>{FEW}</i><section>{body([n, n])}</section>" for n in range(size)),
    ),
}
"""Pages: their full size, and what makes the page's body of a size."""

TEXTS: dict[str, tuple[int, Callable[[int], list[Draft]]]] = {
    "1 MB of prose": (3_400, lambda size: blocks(map(paragraph, range(size)))),
    "½ MB behind itself": (1_700, lambda size: blocks(map(paragraph, range(size))) * 2),
    "every paragraph twice": (1_700, lambda size: blocks(paragraph(n) for n in range(size) for _ in range(2))),
    "short paragraphs twice": (4_000, lambda size: blocks(paragraph(n, 20) for n in range(size) for _ in range(2))),
    "50,000 equal blocks": (50_000, lambda size: blocks([LINE] * size)),
    "equal blocks of prose": (10_000, lambda size: blocks([f"{LINE} {LINE}"] * size)),
    "lines that differ in a number": (
        10_000,
        lambda size: blocks(f"{LINE[:-1]} in the year {n}." for n in range(size)),
    ),
    "one block of equal sentences": (10_000, lambda size: blocks([" ".join([LINE] * size)])),
    "one block of equal lines": (20_000, lambda size: blocks(["\n".join([LINE] * size)])),
    "one sentence in many lengths": (800, lambda size: blocks(f"{opening(n % 200)}." for n in range(size))),
    "beginnings cut short": (10_000, lambda size: blocks(f"{opening(8)} {n} …" for n in range(size))),
    "quotations among paragraphs": (
        6_000,
        lambda size: (
            blocks(paragraph(n, 20) for n in range(size))
            + blocks((f"{opening(9)} {n}" for n in range(size)), "quotation")
        ),
    ),
    "prose, then equal sentences": (
        6_000,
        lambda size: blocks([" ".join(paragraph(n, 20) for n in range(size)), " ".join([LINE] * size)]),
    ),
    "equal captions": (20_000, lambda size: blocks(["The title"] * size, "caption")),
    "equal headings": (40_000, lambda size: blocks(["The same heading"] * size, "heading")),
}
"""Texts: their full size, and what makes the blocks of a size."""


def page_seconds(size: int, make: Callable[[int], str]) -> float:
    """Return how long it takes to find a page's twins and to place their blocks, parsing and choice aside."""
    tree = parse(f"<html><body><main>{make(size)}</main></body></html>".encode())
    page = Page(tree)
    began = time.process_time()
    twins = part_twins(page)
    found = time.process_time() - began
    drafts = drafts_of(tree)
    began = time.process_time()
    with_twins(drafts, passages_of(page), [(twin, drafts_of(whole_body(twin.element))) for twin in twins], page)
    return found + time.process_time() - began


def text_seconds(size: int, make: Callable[[int], list[Draft]]) -> float:
    """Return how long it takes to clean a text."""
    text, placed = assembled(make(size))
    clipping = Clipping("a.txt", "0" * 64, None, None, "The title", (), None, None, None, None, text, placed)
    began = time.process_time()
    clean(clipping, {})
    return time.process_time() - began


def main() -> None:
    """Print a line a shape."""
    pages = [(f"page: {name}", full, partial(page_seconds, make=make)) for name, (full, make) in PAGES.items()]
    texts = [(f"text: {name}", full, partial(text_seconds, make=make)) for name, (full, make) in TEXTS.items()]
    print(f"{'shape':36} {'seconds':>7}  times half the size")
    for name, full, seconds in pages + texts:
        half, whole = (min(seconds(size) for _ in range(RUNS)) for size in (full // 2, full))
        print(f"{name:36} {whole:7.2f}  {whole / half:.1f}{'  over a second' * (whole > SLOW)}", flush=True)


if __name__ == "__main__":
    main()
