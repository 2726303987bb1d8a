"""What becomes of the links of a text: each change says which rule made it."""

from collections.abc import Iterator

from morgue.cleaning.meant import meant
from morgue.cleaning.suspects import spam_links
from morgue.model import Clipping, LinkChange

LINK_RULES = frozenset({"redirect", "affiliate", "tracking", "spam-link"})
"""Rules that change the address of a link and leave its words."""


def link_changes(clipping: Clipping, standing: Clipping) -> Iterator[LinkChange]:
    """Yield the changes of a clipping's links, in order; ``standing`` is what other rules leave of it.

    An address that is spam in one place is so in all of them.
    """
    spam = {link.mark.href for link in spam_links(standing)}
    for block in clipping.blocks:
        for mark in block.marks:
            if mark.tag != "a":
                continue
            if mark.href in spam:
                yield LinkChange(mark.start, mark.end, mark.href, "", "spam-link")
                continue
            now, rule = meant(mark.href)
            if rule:
                yield LinkChange(mark.start, mark.end, mark.href, now, rule)
