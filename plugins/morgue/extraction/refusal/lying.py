"""Where the words of a text lie on the page."""

from collections.abc import Sequence
from itertools import compress

from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.letters import Run, ends_sentence, runs_of, words_of


def lying(covered: bytes, page: Page, drafts: Sequence[Draft]) -> tuple[int, int, int]:
    """Return how many words of a text lie on covered words of the page, beside them, and beside them in prose.

    ``covered`` has 1 for each word of the page that is covered; prose are paragraphs that end as sentences do.
    """
    inside = outside = prose = 0
    places: dict[str, int | None] = {}
    runs: set[Run] | None = None
    for draft in drafts:
        words = len(words_of(draft.text))
        number = _number(page, draft.path, places)
        if number is None:  # an extractor that left the headlines out of a list: nothing holds just these words
            runs = set(runs_of([*compress(page.words, covered)])) if runs is None else runs
            said = [run in runs for line in draft.text.split("\n") for run in runs_of(words_of(line))]
            much = round(words * sum(said) / max(1, len(said)))
        else:
            node = page.nodes[number]
            while node.end - node.start < words and node.parent >= 0:  # a text that the extractor ran together
                node = page.nodes[node.parent]
            much = round(words * covered.count(1, node.start, node.end) / max(1, node.end - node.start))
        inside += much
        outside += words - much
        if draft.kind == "paragraph" and ends_sentence(draft.text):
            prose += words - much
    return inside, outside, prose


def _number(page: Page, path: str, places: dict[str, int | None]) -> int | None:
    """Return the number of the element at a path; ``places`` remembers those that were looked up."""
    if path not in places:
        around, _, step = path.rpartition("/")
        if not around:
            places[path] = 0 if step else None
        elif (number := _number(page, around, places)) is None:
            places[path] = None
        else:
            for child in page.children(number):
                places.setdefault(f"{around}/{page.step(child)}", child)
            places.setdefault(path, None)
    return places[path]
