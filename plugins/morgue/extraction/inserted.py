"""The blocks of elements that an outlet's rules name, each where its element stands among the blocks of the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from morgue.extraction.inline import Draft
from morgue.extraction.named import Named
from morgue.extraction.page import Page
from morgue.letters import words_of


def with_named(drafts: list[Draft], named: Sequence[Named], page: Page) -> list[Draft]:
    """Return the blocks of a page with those of the elements that its outlet's rules name.

    What is removed stands behind the last block before it. What is kept is marked where the extractor chose it whole,
    alone or inside another block, and else takes the place of what the extractor chose of it.
    """
    named = [each for each in named if each.drafts]
    return _Blocks(drafts, page).with_named(named) if named else drafts


class _Blocks:
    """The blocks of a page, with the numbers of their elements (-1: unknown, or a twin's) and their letters."""

    def __init__(self, drafts: list[Draft], page: Page) -> None:
        self._drafts = drafts
        self._page = page
        numbers = _numbers(page)
        self._own = [-1 if draft.twin else numbers.get(draft.path, -1) for draft in drafts]
        self._letters = ["" if draft.twin else _letters(draft.text) for draft in drafts]

    def with_named(self, named: Sequence[Named]) -> list[Draft]:
        reached = list(accumulate(self._own, max))  # a block of unknown place stands with the one before it
        inserted: dict[int, list[Draft]] = {}
        gone: set[int] = set()
        for each in named:
            first = bisect_left(reached, each.number)
            if each.anchor is None:
                last = bisect_right(reached, self._page.nodes[each.number].last)
                inside = self._chosen(each, first, last)
                if inside is None:
                    continue
                gone.update(inside)
                first = inside[0] if inside else first
            inserted.setdefault(first, []).extend(each.drafts)
        return [
            draft
            for at in range(len(self._drafts) + 1)
            for draft in (*inserted.get(at, ()), *(self._drafts[at : at + 1] if at not in gone else ()))
        ]

    def _chosen(self, named: Named, first: int, last: int) -> list[int] | None:
        """Return which blocks were chosen of a kept element that lacks some; mark them, if it lacks nothing."""
        wanted = "".join(_letters(draft.text) for draft in named.drafts)
        before = first - 1
        while before > 0 and self._own[before] < 0:
            before -= 1
        around = [at for at in range(max(before, 0), first) if wanted in self._letters[at]]
        inside = [at for at in range(first, last) if self._letters[at] and self._letters[at] in wanted]
        if not around and "".join(self._letters[at] for at in inside) != wanted:
            return inside
        for at in around[:1] or inside:
            self._drafts[at].kept_by = named.place
        return None


def _letters(text: str) -> str:
    return "".join(words_of(text))


def _numbers(page: Page) -> dict[str, int]:
    """Return the number of each element by its XPath."""
    paths: list[str] = []
    for number, node in enumerate(page.nodes):
        paths.append(f"{paths[node.parent] if number else ''}/{page.step(number)}")
    return {path: number for number, path in enumerate(paths)}
