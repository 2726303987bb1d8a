"""A Capture becomes a Clipping."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from morgue.authority.entries import Outlet
from morgue.authority.outlets import day_of_page, outlet_of
from morgue.extraction.blocks import drafts_of
from morgue.extraction.breaks import mark_partings
from morgue.extraction.case import Case
from morgue.extraction.charset import decode, normalise
from morgue.extraction.choice import chosen_drafts
from morgue.extraction.correction import Seen, seen
from morgue.extraction.dateline import find_dateline
from morgue.extraction.dump import SHORT, title_and_drafts
from morgue.extraction.errors import ExtractionError
from morgue.extraction.evidence import NONE, Evidence, evidence_of, is_feed
from morgue.extraction.extractor import whole_body
from morgue.extraction.incomplete import incompleteness
from morgue.extraction.inline import Draft
from morgue.extraction.inserted import with_named
from morgue.extraction.layout import unwrap_layout_tables, unwrap_page_form
from morgue.extraction.metadata import Metadata, metadata_of, metadata_of_sidecar
from morgue.extraction.metadata.address import address_of_page
from morgue.extraction.metadata.byline import byline_of_dump
from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.language import language_of
from morgue.extraction.page import Page
from morgue.extraction.parse import MAX_TEXT, parse
from morgue.extraction.places import Places
from morgue.extraction.placing import assembled, located, with_twins
from morgue.extraction.refusal import refusal
from morgue.extraction.rel import rels_of
from morgue.extraction.ruled import Ruled
from morgue.extraction.selections import Selection, selections_of
from morgue.extraction.silent import drop_furniture, drop_silent
from morgue.extraction.told import unsaid
from morgue.extraction.twins import Twin, part_twins
from morgue.extraction.unequal import make_unequal
from morgue.extraction.visibility import drop_hidden
from morgue.model import Capture, Clipping

for _name in ("trafilatura", "charset_normalizer"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they warn of comes out here, as a refusal or an error

_NO_OUTLETS: Mapping[str, Outlet] = MappingProxyType({})

_TOO_LONG = f"it holds more than {MAX_TEXT} characters of text; no article is so long: part it"


def extract(capture: Capture, outlets: Mapping[str, Outlet] = _NO_OUTLETS) -> Clipping:
    """Return what a capture holds: its metadata and its whole text, nothing taken out.

    ``refused`` is set where it holds no article. Raise ExtractionError, and nothing else, for a page that cannot be
    read at all. The result depends on the capture and its outlet's rules alone.
    """
    try:
        taken = _of_dump(capture) if capture.media_type == "text/plain" else _of_page(capture, outlets)
    except ExtractionError:
        raise
    except Exception as error:  # one hostile page must stop no archive: whatever a parser trips over has a reason
        reason = f"reading the page failed ({type(error).__name__}: {error}); capture it again, or report the page"
        raise ExtractionError(reason) from error
    metadata = taken.metadata
    extracted, blocks = assembled(taken.drafts)
    if len(extracted) > MAX_TEXT:
        raise ExtractionError(_TOO_LONG)
    shown = [draft for draft in taken.drafts if not draft.aside]
    case = Case(shown, metadata.title, taken.evidence, taken.page)
    refused = refusal(case, capture.sidecar)
    language = capture.sidecar.language or language_of("\n".join(draft.text for draft in shown), metadata.language)
    languages = [tag for tag in (language, metadata.language) if tag]
    return Clipping(
        origin=capture.origin,
        digest=capture.sha256,
        url=metadata.url,
        captured=capture.sidecar.captured or capture.captured,
        title=metadata.title,
        byline=metadata.byline,
        source=metadata.source,
        published=metadata.published,
        updated=metadata.updated,
        language=language,
        extracted=extracted,
        blocks=blocks,
        refused=refused,
        incomplete="" if refused else incompleteness(case, taken.article, capture.payload, languages),
        rules_met=taken.met,
        sidecar=capture.sidecar,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was read from a capture; ``met`` says where those of its outlet's rules are written that name something."""

    metadata: Metadata
    drafts: list[Draft]
    evidence: Evidence = NONE
    article: Mapping[str, Any] = field(default_factory=dict)
    page: Page | None = None
    met: tuple[str, ...] = ()


def _of_page(capture: Capture, outlets: Mapping[str, Outlet]) -> _Taken:
    if is_feed(capture.payload) and not capture.sidecar.publish:
        return _Taken(metadata_of_sidecar(capture), [], Evidence(feed=True))
    tree = parse(capture.payload)
    head = Head(tree)
    url = address_of_page(head, capture)
    base = _base(tree, url)
    rels = rels_of(tree)
    evidence = evidence_of(tree, head, url)
    first = _read(tree, ())
    metadata = metadata_of(head, first[0], capture, url)
    day = day_of_page(capture.sidecar.captured or capture.captured, metadata.published)
    selections = selections_of(outlet_of(metadata.url, metadata.source, outlets), day)
    anew = (_read(parse(capture.payload), selections) for _ in _WAYS)
    # rules name elements of an untouched tree
    drafts, page, met = _fullest(anew if selections else chain([first], anew))
    for draft in drafts:
        draft.marks = [
            replace(mark, href=_absolute(base, mark.href), rel=rels.get(mark.href, "")) if mark.href else mark
            for mark in draft.marks
        ]
    return _Taken(metadata, drafts, evidence, head.article, page, met)


def _read(tree: HtmlElement, selections: Sequence[Selection]) -> tuple[Page, Ruled]:
    ruled = Ruled(tree, selections)
    drop_silent(tree)
    page = Page(tree, ruled.aside)
    ruled.take_out(page)
    return page, ruled


_WAYS: tuple[Callable[[Page], list[Twin]], ...] = (part_twins, partial(part_twins, other_way=True), lambda _: [])
"""Which of two copies goes: the one that should; the other one; none."""

_LOST = 0.8
"""Of what the copies tell that go: where less is passed by, the extractor left out what stands around an article."""


def _fullest(pages: Iterable[tuple[Page, Ruled]]) -> tuple[list[Draft], Page | None, tuple[str, ...]]:
    """Return the blocks of a page, its elements and the rules it meets; ``pages`` are read anew one after the other.

    An extractor may pass by the copy that stays. So where the text lacks nearly all that the others tell, these stay
    instead, and if need be all of them.
    """
    fullest: list[Draft] = []
    page = None
    told: list[Draft] = []
    met: tuple[str, ...] = ()
    least = 0
    for (page, ruled), way in zip(pages, _WAYS, strict=False):
        unwrap_page_form(page)
        twins = way(page)
        named = ruled.read(page)
        if not (twins or told):
            drafts = with_twins(_chosen(page, ruled), (), page, named=ruled.names_body)
            return with_named(drafts, named, page), page, ruled.met
        inner = [drafts_of(whole_body(twin.element)) for twin in twins]
        told = told or list(chain.from_iterable(inner))
        blocks = list(zip(twins, inner, strict=True))
        drafts = with_twins(_chosen(page, ruled), blocks, page, named=ruled.names_body)
        lost, much = unsaid(told, drafts), _LOST * unsaid(told, ())
        if not fullest or lost <= least - much:
            fullest, least, met = with_named(drafts, named, page), lost, ruled.met
        if least < max(1, much) or not twins:
            break
    return fullest, page, met


def seen_on(capture: Capture) -> Seen:
    """Return how the page of a capture looks to the correction: what it is trained on."""
    tree = parse(capture.payload)
    drop_silent(tree)
    page = Page(tree)
    unwrap_page_form(page)
    part_twins(page)
    chosen = _chosen(page, Ruled(tree, ()))
    places = Places(page)
    return seen(located(chosen, page, places), page, places)


def _chosen(page: Page, ruled: Ruled) -> list[Draft]:
    drop_hidden(page)
    drop_furniture(page)
    mark_partings(page.tree)
    make_unequal(page.tree)
    unwrap_layout_tables(page)
    return ruled.main() or chosen_drafts(page.tree, len(page.standing()))


def _base(tree: HtmlElement, url: str | None) -> str:
    """Return the address that the page's links start from."""
    stated = next((address for element in tree.iter("base") if (address := element.get("href"))), "")
    return _absolute(url or "", stated)


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # a hostile one is no address, and shown as it stands
        return address


def _of_dump(capture: Capture) -> _Taken:
    sidecar = capture.sidecar
    text = decode(capture.payload)
    if len(text) > MAX_TEXT:
        raise ExtractionError(_TOO_LONG)
    title, drafts = title_and_drafts(normalise(text))
    prose = next((draft.text for draft in drafts if draft.kind == "paragraph" and len(draft.text) > SHORT), "")
    dateline = find_dateline(prose)
    source = sidecar.source or (dateline.outlet if dateline else None) or None
    stated = metadata_of_sidecar(capture)
    metadata = replace(
        stated,
        title=stated.title or title,
        byline=byline_of_dump([draft.text for draft in drafts[:2]]) if sidecar.byline is None else sidecar.byline,
        source=source,
    )
    return _Taken(metadata, drafts)
