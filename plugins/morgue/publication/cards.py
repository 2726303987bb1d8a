"""A clipping in a list."""

from collections.abc import Iterable

from morgue.publication.catalogue import Catalogue
from morgue.publication.clipping_parts import title_of, topics_of
from morgue.publication.languages import language_of
from morgue.publication.plain import excerpt, line
from morgue.publication.views import Card

_WORDS = 30
"""Two or three lines of a card on a wide screen."""


def cards_of(catalogue: Catalogue, addresses: Iterable[str]) -> tuple[Card, ...]:
    """Return a card for each address, in their order.

    A story stands in the lists of a dozen actors and topics: its card is made once.
    """
    made = catalogue.cards
    for address in (addresses := tuple(addresses)):
        if address not in made:
            made[address] = _card(catalogue, address)
    return tuple(map(made.__getitem__, addresses))


def _card(catalogue: Catalogue, address: str) -> Card:
    """Return the card of the clipping at an address; where only a record is kept it has no excerpt."""
    record = catalogue.record(address)
    language = language_of(record.clipping.language, catalogue.locale)
    terms = catalogue.terms(address)
    return Card(
        title=title_of(record),
        url=address,
        language=language.tag,
        direction=language.direction,
        source=line(record.clipping.source),
        date=catalogue.published(address),
        excerpt="" if terms.display == "record" else excerpt(record.text, _WORDS),
        topics=topics_of(catalogue, record),
        copies=len(catalogue.story(address).members) - 1,
    )
