"""A page's tree becomes the blocks of its article: which of its copies stays, and what the extractor chooses of it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain

from lxml.html import HtmlElement

from morgue.extraction.blocks import drafts_of
from morgue.extraction.breaks import mark_partings
from morgue.extraction.cascade import Cascade
from morgue.extraction.choice import ANSWERS, Answer, chosen_drafts
from morgue.extraction.correction import Passage, Seen, passages_of, prose_in, seen
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft
from morgue.extraction.inserted import with_named
from morgue.extraction.layout import unwrap_layout_tables, unwrap_page_form
from morgue.extraction.page import Page
from morgue.extraction.places import Places
from morgue.extraction.placing import located, with_twins
from morgue.extraction.ruled import Ruled
from morgue.extraction.selections import Selection
from morgue.extraction.silent import drop_silent, drop_unread, is_unread
from morgue.extraction.told import unsaid
from morgue.extraction.twins import Twin, part_twins
from morgue.extraction.unequal import make_unequal


def read(tree: HtmlElement, selections: Sequence[Selection]) -> tuple[Page, Ruled]:
    """Return a tree's elements and what an outlet's rules name among them, which is taken out where they remove it."""
    ruled = Ruled(tree, selections)
    drop_silent(tree)
    page = Page(tree, ruled.aside)
    ruled.take_out(page)
    return page, ruled


WAYS: tuple[Callable[[Page], list[Twin]], ...] = (part_twins, lambda _: [], partial(part_twins, other_way=True))
"""Which of two copies goes: the one that should; none; the other one."""

_LOST = 0.8
"""Of what the copies tell that go: where less is passed by, the extractor left out what stands around an article."""


def fullest_of(pages: Iterable[tuple[Page, Ruled]]) -> tuple[list[Draft], Page | None, tuple[str, ...]]:
    """Return a page's blocks, its elements as they were left and the rules it meets; ``pages`` are read anew in turn.

    An extractor may pass by the copy that stays. So where the text lacks nearly all that the others tell, all of them
    stay, and if it says that then, these alone, if it says that still. Mostly both are menus, which is soon seen.
    """
    fullest: list[Draft] = []
    chosen_on: Page | None = None
    told: list[Draft] = []
    met: tuple[str, ...] = ()
    most = 0.0
    for (page, ruled), way in zip(pages, WAYS, strict=False):
        unwrap_page_form(page)
        twins = way(page)
        named = ruled.read(page)
        if not (twins or told):
            drafts = with_twins(*_chosen(page, ruled), (), page, named=ruled.names_body)
            return with_named(drafts, named, page), page, ruled.met
        inner = [drafts_of(whole_body(twin.element)) for twin in twins]
        blocks = list(zip(twins, inner, strict=True))
        drafts = with_twins(*_chosen(page, ruled), blocks, page, named=ruled.names_body)
        first = chosen_on is None
        told = told or list(chain.from_iterable(inner))
        lost = unsaid(told, drafts)
        if not first and lost > most:
            break
        fullest, chosen_on, met = with_named(drafts, named, page), page, ruled.met
        if first:
            much = _LOST * unsaid(told, ())
            most = lost - much
            if lost < max(1, much) or (not ruled.names_body and _are_unread(page, twins)):
                break
    return fullest, chosen_on, met


def _are_unread(page: Page, twins: Iterable[Twin]) -> bool:
    """Say whether no copy stands where an extractor reads: whichever goes, it is asked of the same page."""
    return all(is_unread(page, at) for twin in twins for at in (twin.number, page.around(twin.start, twin.end)))


def seen_on(tree: HtmlElement) -> Seen:
    """Return how a page looks to the correction with the careful answer chosen: what that is trained on."""
    page, ruled = read(tree, ())
    unwrap_page_form(page)
    part_twins(page)
    chosen, passages = _chosen(page, ruled, (Cascade.careful,))
    places = Places(page)
    return seen(located(chosen, page, places), page, passages, places)


def _chosen(page: Page, ruled: Ruled, answers: Sequence[Answer] = ANSWERS) -> tuple[list[Draft], list[Passage]]:
    """Return the blocks that an extractor chooses, and the passages that it chose from."""
    drop_unread(page)
    mark_partings(page.tree)
    make_unequal(page.tree)
    unwrap_layout_tables(page)
    passages = passages_of(page)
    return ruled.main() or chosen_drafts(page.tree, prose_in(passages), answers), passages
