"""What an actor says, on the actor's page: each sentence once, with every story that quotes it."""

from morgue.collation import SaidOnce
from morgue.publication.body import anchor
from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import line
from morgue.publication.views import Link
from morgue.publication.views_of_actors import SaidView

_SOURCES = 5
"""Stories named below a sentence, the earliest."""


def said_by(catalogue: Catalogue, actor: str, most: int) -> tuple[SaidView, ...]:
    """Return what an actor says, the newest first, at most so many sentences."""
    return tuple(_said(catalogue, said) for said in catalogue.said.get(actor, ())[:most])


def quoted_in(catalogue: Catalogue, actor: str) -> frozenset[str]:
    """Return the addresses of the stories that quote an actor; reported speech is no quote."""
    said = catalogue.said.get(actor, ())
    return frozenset(source.address for each in said if each.kind != "indirect" for source in each.sources)


def _said(catalogue: Catalogue, said: SaidOnce) -> SaidView:
    cards = cards_of(catalogue, (source.address for source in said.sources[:_SOURCES]))
    return SaidView(
        text=line(said.text),
        language=cards[0].language,
        reported=said.kind == "indirect",
        certain=said.certain,
        date=catalogue.date(said.date),
        sources=tuple(
            Link(card.title, f"{card.url}#{anchor(source.number)}", note=card.source)
            for card, source in zip(cards, said.sources, strict=False)
        ),
        more=len(said.sources) - len(cards),
    )
