"""Readers' comments on a page: one may quote the whole story, and none is anything that the page tells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from morgue.extraction.copies import Stretch, is_in
from morgue.extraction.page import Page
from morgue.extraction.units import Unit

_COMMENTS = re.compile(r"(?:^|\s)comments?(?:-?(?:list|thread|body|content|text|wrap|area))?(?:\s|$)", re.IGNORECASE)


def comments_of(page: Page) -> Iterator[Stretch]:
    """Yield the words of readers' comments, in order and apart."""
    done = 0
    for node in page.nodes:
        if node.end <= max(done, node.start):
            continue
        classes, own = node.element.get("class", ""), node.element.get("id", "")
        if not (classes or own):
            continue
        names = f"{classes} {own}"
        if "omment" in names.lower() and _COMMENTS.search(names):
            done = node.end
            yield node.start, node.end


def untold(comments: Sequence[Stretch], units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield units, those in comments as what the page does not tell."""
    return (replace(unit, told=False) if is_in(comments, unit.start) else unit for unit in units)
