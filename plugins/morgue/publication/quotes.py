"""What is said in a clipping, and by whom."""

from morgue.model import Quote, Record
from morgue.publication.body import anchor
from morgue.publication.catalogue import Catalogue
from morgue.publication.languages import language_of
from morgue.publication.plain import line
from morgue.publication.views import QuoteView


def quotes_of(catalogue: Catalogue, address: str) -> tuple[QuoteView, ...]:
    """Return the quotes of the clipping at an address, and what is reported of actors with a page.

    There are none where the whole text is not shown.
    """
    record = catalogue.record(address)
    if not catalogue.shows_text(address):
        return ()
    return tuple(
        _quote(catalogue, record, number, quote)
        for number, quote in enumerate(record.quotes, start=1)
        if quote.kind != "indirect" or quote.actor in catalogue.actor_links
    )


def _quote(catalogue: Catalogue, record: Record, number: int, quote: Quote) -> QuoteView:
    page = catalogue.actor_links.get(quote.actor or "")
    return QuoteView(
        text=line(record.text[quote.start : quote.end]),
        anchor=anchor(number),
        language=language_of(record.clipping.language, catalogue.locale).tag,
        speaker=page.name if page else line(quote.speaker),
        speaker_url=page.url if page else "",
        certain=quote.certain,
        reported=quote.kind == "indirect",
    )
