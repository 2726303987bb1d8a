"""When a page was published and updated: only what it states as its date, and never the clock."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from morgue.authority.dates import is_before
from morgue.extraction.metadata.date_lines import days_by_headline, days_of_elements, days_told
from morgue.extraction.metadata.days import day_of
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.jsonld import first_text

_PUBLISHED = re.compile(
    r"(?:published(?:time|date|on|at)|datepublished|^published|publish(?:time|date)|pubdate|publicationdate|issued|posted)$"
)
_CREATED = re.compile(r"^(?:dc|dcterms|sailthru|citation|article)?date(?:created)?$|^(?:dc|dcterms)created$")
_MODIFIED = re.compile(r"(?:modified(?:time|date)?|updated(?:time|date)?|datemodified|dateupdated)$")
"""Names of meta elements, by their letters alone."""

_NOT_LETTERS = re.compile(r"[^a-z]+")

_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3,9})(?:[/-]([0-3]?\d))?(?=[/_.+-]|$)")
_FULL = len("2025-09-04")


def dates_of(
    evidence: Evidence, headline: int | None, url: str | None, captured: str | None
) -> tuple[str | None, str | None]:
    """Return when a page was published and when updated, as far as it says so.

    What it tells machines comes first, unless its readers are shown an earlier day: a template dates anew what is
    moved. Then come its address, the lines by its headline, and elements made for dates. Where it only tells when it
    was updated, its text was published then. Dates in the prose, a copyright line and a picture's address are no
    evidence; nor is a day after the capture.
    """

    def first(days: Iterable[str | None]) -> str | None:
        """Return the first of the days that say most."""
        known = (day for each in days if each and (day := _not_after(each, captured)))
        return max(known, key=len, default=None)

    shown = list(days_by_headline(evidence, headline)) if headline is not None else []
    new = first(day for day, updated in shown if not updated)
    again = first(day for day, updated in shown if updated)
    stated = first(_stated(evidence, "datepublished", (_PUBLISHED, _CREATED)))
    if stated and new and len(stated) == len(new):
        stated = min(stated, new)
    address = _of_address(url)
    full = address if address and len(address) == _FULL else None
    published = first((stated, full, new, again))
    published = published or first((first(days_of_elements(evidence)), address)) or first(days_told(evidence))
    updated = first(_stated(evidence, "datemodified", (_MODIFIED,))) or again
    return published, updated if updated and not (published and not is_before(published, updated)) else None


def _not_after(day: str, captured: str | None) -> str | None:
    """Return a day that is not after the capture's; where it is the next one, clocks differ, and that is it."""
    if not captured or not is_before(captured, day):
        return day
    known = captured[:_FULL]
    if len(known) == len(day) == _FULL and date.fromisoformat(day) - date.fromisoformat(known) <= timedelta(days=1):
        return known
    return None


def _stated(evidence: Evidence, name: str, metas: Sequence[re.Pattern[str]]) -> Iterator[str | None]:
    """Yield what the page tells machines: in JSON-LD of the article, of the page, and in meta elements."""
    head, language = evidence.head, evidence.language
    for node in (evidence.article, head.graph.page()):
        yield day_of(first_text(node.get(name)), language)
    for pattern in metas:
        for meta, texts in head.metas.items():
            if pattern.search(_NOT_LETTERS.sub("", meta)):
                yield from (day_of(text, language) for text in texts)


def _of_address(url: str | None) -> str | None:
    match = _ADDRESS.search((url or "").lower())
    return day_of("-".join(part.zfill(2) for part in match.groups() if part)) if match else None
