"""What is said in a clipping, and by whom."""

from dataclasses import replace

from morgue.model import Quote, Record
from morgue.publication.body import anchor
from morgue.publication.catalogue import Catalogue
from morgue.publication.clipping_parts import title_of
from morgue.publication.languages import language_of
from morgue.publication.plain import line
from morgue.publication.views import Link, QuoteView


def quotes_of(catalogue: Catalogue, address: str) -> tuple[QuoteView, ...]:
    """Return the quotes of the clipping at an address; none where the whole text is not shown."""
    record = catalogue.record(address)
    if catalogue.terms(address).display != "full":
        return ()
    return tuple(_quote(catalogue, record, number, quote) for number, quote in enumerate(record.quotes, start=1))


def quotes_by(catalogue: Catalogue, actor: str, most: int) -> tuple[QuoteView, ...]:
    """Return what an actor says in the clippings that name them, newest first, at most that many."""
    found: list[QuoteView] = []
    for address in catalogue.actors[actor]:
        record = catalogue.record(address)
        where = Link(title_of(record), address)
        date = catalogue.published(address)
        for view, quote in zip(quotes_of(catalogue, address), record.quotes, strict=False):
            if quote.actor == actor:
                found.append(replace(view, clipping=where, date=date))
        if len(found) >= most:
            break
    return tuple(found[:most])


def _quote(catalogue: Catalogue, record: Record, number: int, quote: Quote) -> QuoteView:
    page = catalogue.actor_links.get(quote.actor or "")
    return QuoteView(
        text=line(record.text[quote.start : quote.end]),
        anchor=anchor(number),
        language=language_of(record.clipping.language, catalogue.locale).tag,
        speaker=page.name if page else line(quote.speaker),
        speaker_url=page.url if page else "",
        certain=quote.certain,
    )
