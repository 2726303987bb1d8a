"""An outlet's own rules, as an archivist wrote them."""

from collections.abc import Callable, Iterator, Mapping

from morgue.authority.entries import Outlet
from morgue.authority.outlets import outlet_of
from morgue.letters import fold, opening
from morgue.model import Clipping, Removal


def outlet_rule(clipping: Clipping, outlets: Mapping[str, Outlet]) -> Callable[[Clipping], Iterator[Removal]] | None:
    """Return the rule of the outlet that a clipping comes from, or None where there is none."""
    outlet = outlet_of(clipping.url, clipping.source, outlets)
    openings = tuple(filter(None, map(fold, outlet.remove))) if outlet else ()
    if not outlet or not openings:
        return None

    def rule(standing: Clipping) -> Iterator[Removal]:
        """Take the blocks that begin as the outlet's own rules say."""
        for block in standing.blocks:
            text = standing.text_of(block)
            if fold(text).startswith(openings):
                reason = f"the rules of {outlet.name} take out what begins “{opening(text)}”"
                yield Removal(block.start, block.end, "outlet", reason)

    return rule
