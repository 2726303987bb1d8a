"""Which of trafilatura's answers is taken: the careful one, unless the generous one plainly has the rest of it."""

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from morgue.extraction.blocks import drafts_of
from morgue.extraction.extractor import article_body
from morgue.extraction.inline import Draft
from morgue.extraction.page import words_of

COVERED = 0.7
"""Of the page's words: where the careful answer has more, nothing is asked a second time."""

LONGER = 1.1
CONTAINED = 0.9
"""The generous answer must be longer, and hold of the careful one's words all but some. On 298 article pages this
raised word F1 from .932 to .941 and lowered that of none by more than .03."""


def chosen_drafts(tree: HtmlElement, page_words: int) -> list[Draft]:
    """Return the blocks of a page's article, or none; ``page_words`` is how many words the whole page has."""
    careful = _drafts(tree)
    words = _words(careful)
    if words.total() > COVERED * page_words:
        return careful
    generous = _drafts(tree, recall=True)
    others = _words(generous)
    longer = others.total() >= LONGER * words.total()
    return generous if longer and (words & others).total() >= CONTAINED * words.total() else careful


def _drafts(tree: HtmlElement, *, recall: bool = False) -> list[Draft]:
    body = article_body(tree, recall=recall)
    return [] if body is None else drafts_of(body)


def _words(drafts: Sequence[Draft]) -> Counter[str]:
    return Counter(word for draft in drafts for word in words_of(draft.text))
