"""A Capture becomes a Clipping."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import Any

from morgue.authority.entries import Outlet
from morgue.authority.outlets import day_of_page, outlet_of
from morgue.extraction.addresses import Addresses
from morgue.extraction.charset import decode, normalise
from morgue.extraction.dateline import find_dateline
from morgue.extraction.dump import SHORT, title_and_drafts
from morgue.extraction.errors import ExtractionError, UnforeseenError
from morgue.extraction.fullest import WAYS, fullest_of, read
from morgue.extraction.incomplete import incompleteness
from morgue.extraction.inline import Draft
from morgue.extraction.metadata import Metadata, metadata_of, metadata_of_sidecar
from morgue.extraction.metadata.address import address_of_page
from morgue.extraction.metadata.byline import byline_of_dump
from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.language import language_of
from morgue.extraction.page import Page
from morgue.extraction.parse import MAX_TEXT, parse
from morgue.extraction.pictures import pictures_of
from morgue.extraction.placing import assembled
from morgue.extraction.refusal import refusal
from morgue.extraction.refusal.case import Case
from morgue.extraction.refusal.evidence import NONE, Evidence, evidence_of, is_feed
from morgue.extraction.selections import selections_of
from morgue.limits import STANDARD, Limits
from morgue.model import Capture, Clipping

for _name in ("trafilatura", "charset_normalizer"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they warn of comes out here, as a refusal or an error

_NO_OUTLETS: Mapping[str, Outlet] = MappingProxyType({})

_TOO_LONG = f"it holds more than {MAX_TEXT} characters of text; no article is so long: part it"


def extract(capture: Capture, outlets: Mapping[str, Outlet] = _NO_OUTLETS, limits: Limits = STANDARD) -> Clipping:
    """Return what a capture holds: its metadata and its whole text, nothing taken out.

    ``refused`` is set where it holds no article. Raise ExtractionError, and nothing else, for a page that cannot be
    read at all. The result depends on the capture, its outlet's rules and the limits alone.
    """
    try:
        taken = _of_dump(capture) if capture.media_type == "text/plain" else _of_page(capture, outlets, limits)
    except ExtractionError:
        raise
    except Exception as error:  # one hostile page must stop no archive: whatever a parser trips over has a reason
        reason = f"reading the page failed ({type(error).__name__}: {error}); capture it again, or report the page"
        raise UnforeseenError(reason) from error
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
        pictures=pictures_of(taken.drafts, blocks, taken.page, *taken.around) if taken.page and taken.around else (),
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
    around: tuple[Head, Addresses] | None = None


def _of_page(capture: Capture, outlets: Mapping[str, Outlet], limits: Limits) -> _Taken:
    if is_feed(capture.payload) and not capture.sidecar.publish:
        return _Taken(metadata_of_sidecar(capture), [], Evidence(feed=True))
    tree = parse(capture.payload, capture.charset, limits)
    head = Head(tree)
    url = address_of_page(head, capture)
    addresses = Addresses(tree, url)
    evidence = evidence_of(tree, head, url)
    first = read(tree, ())
    metadata = metadata_of(head, first[0], capture, url)
    day = day_of_page(capture.sidecar.captured or capture.captured, metadata.published)
    selections = selections_of(outlet_of(metadata.url, metadata.source, outlets), day)
    anew = (read(parse(capture.payload, capture.charset, limits), selections) for _ in WAYS)
    # rules name elements of an untouched tree
    drafts, page, met = fullest_of(anew if selections else chain([first], anew))
    for draft in drafts:
        draft.marks = [addresses.resolved(mark) if mark.href else mark for mark in draft.marks]
    return _Taken(metadata, drafts, evidence, head.article, page, met, (head, addresses))


def _of_dump(capture: Capture) -> _Taken:
    sidecar = capture.sidecar
    text = decode(capture.payload, capture.charset)
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
