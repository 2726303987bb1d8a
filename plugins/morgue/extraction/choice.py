"""Which of trafilatura's answers is taken: the quick one, unless it passes by much of the page's prose."""

from collections.abc import Callable, Sequence

from lxml.etree import _Element
from lxml.html import HtmlElement

from morgue.extraction.blocks import drafts_of
from morgue.extraction.cascade import Cascade
from morgue.extraction.inline import Draft
from morgue.letters import words_of

Answer = Callable[[Cascade], _Element | None]
ANSWERS: tuple[Answer, ...] = (Cascade.quick, Cascade.careful, Cascade.generous)
"""The cheapest first."""

_COVERED = 0.6
"""Of the page's words of prose: where an answer has fewer, it passed by a part of the article. With the
correction behind it, which takes out what is too much, word F1 on the 793 pages of wcxb-articles is the same for any
share from .2 to .8, and as when the careful one is asked always; the larger ones serve pages in several parts.
"""

_SHORT = 100
"""Words of an answer that may be scraps of a page without prose."""


def chosen_drafts(tree: HtmlElement, prose: int, answers: Sequence[Answer] = ANSWERS) -> list[Draft]:
    """Return the blocks of a page's article, or none; ``prose`` is how many words of prose the whole page has.

    For nine article pages in ten the first answer does. One of a single block is trafilatura's last resort: the page.
    """
    fullest: list[Draft] = []
    cascade = Cascade(tree)
    for answer in answers:
        body = answer(cascade)
        drafts = [] if body is None else drafts_of(body)
        if drafts and (len(fullest) <= 1 or _words(drafts) > _words(fullest)):
            fullest = drafts
        if len(fullest) > 1 and _words(fullest) >= max(_SHORT, _COVERED * prose):
            break
    return fullest


def _words(drafts: Sequence[Draft]) -> int:
    return sum(len(words_of(draft.text)) for draft in drafts)
