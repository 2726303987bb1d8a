"""What stands in the place of clippings that are withheld."""

from collections.abc import Iterator

from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import line
from morgue.publication.views import TombstoneView


def tombstones(catalogue: Catalogue) -> Iterator[TombstoneView]:
    """Yield the page of every withheld clipping, in order of address."""
    for address, withheld in catalogue.archive.withheld.items():
        yield TombstoneView("Withheld", address, catalogue.date(withheld.date), line(withheld.reason))
