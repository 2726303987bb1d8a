"""Lays the rules over an extraction one after the other and joins what they find into a mask.

The extraction never changes. What a rule takes is left out of the ``blocks`` that the rules after it are handed, so
that no two removals overlap: the first rule in the list has it. The list is gone through until nothing more is found,
so that cleaning what has been cleaned finds nothing.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from morgue.authority.entries import Outlet
from morgue.cleaning.guard import is_notice
from morgue.cleaning.links import link_changes
from morgue.cleaning.lost_links import with_lost_links
from morgue.cleaning.outlet import OutletRules
from morgue.cleaning.rules import COPIES, DATED, RULES, WEAK, Rule
from morgue.letters import count_words, fold
from morgue.model import SEPARATOR, Block, Clipping, LinkChange, Mask, Removal, in_order

_ROUNDS = 10
"""How often the list is gone through at most. Pages settle in two rounds; a hostile one must not ask for thousands."""

_LEAST_LEFT = 0.25
"""What must be left of the words that the weaker rules could take: a page that is three quarters promoted links is a
round-up of links, so that its list is the article."""


def clean(clipping: Clipping, outlets: Mapping[str, Outlet]) -> Mask:
    """Return the mask of a clipping: what the rules take, less what its sidecar keeps.

    A block that goes as a whole takes the separator before it, or, where nothing is kept before it, the one after it.
    So text and removals together are the extraction, and the text has one separator between two blocks and none at
    its ends.
    """
    own = OutletRules(clipping, outlets)
    found = _found(clipping, own)
    wanted = [each for each in found if not _kept_by(clipping, each)]
    links = tuple(each for each in _links(clipping, found) if not _kept_by(clipping, each))
    return Mask(_with_separators(clipping, with_lost_links(clipping, wanted)), links, own.met)


def _links(clipping: Clipping, removals: Iterable[Removal]) -> Iterator[LinkChange]:
    return link_changes(clipping, _without(clipping, [each for each in removals if each.rule != "spam"]))


def unmatched_keep(clipping: Clipping, outlets: Mapping[str, Outlet]) -> tuple[str, ...]:
    """Return the sidecar's ``keep`` entries that name no removal, for the archivist to mend.

    An entry is a rule's name or the opening words of a removed passage, or of a link that was changed.
    """
    if not clipping.sidecar.keep:
        return ()
    removals = find_removals(clipping, outlets)
    changes: list[Removal | LinkChange] = [*removals, *_links(clipping, removals)]
    return tuple(
        entry for entry in clipping.sidecar.keep if not any(_matches(clipping, each, entry) for each in changes)
    )


def find_removals(clipping: Clipping, outlets: Mapping[str, Outlet]) -> list[Removal]:
    """Return what the rules take, in order and without separators, before the sidecar has its say."""
    return _found(clipping, OutletRules(clipping, outlets))


def _found(clipping: Clipping, own: OutletRules) -> list[Removal]:
    rules = _rules(own)
    found, standing = _gone_through(clipping, rules, own)
    if _is_little(standing, found):
        # The others must see what the weaker rules leave: a title may stand behind it.
        found, _ = _gone_through(clipping, [(name, rule) for name, rule in rules if name not in WEAK], own)
    return list(in_order(found))


def _gone_through(
    clipping: Clipping, rules: Sequence[tuple[str, Rule]], own: OutletRules
) -> tuple[list[Removal], Clipping]:
    """Return what rules take, gone through until they find nothing more, and the clipping without it."""
    found: list[Removal] = []
    standing = clipping
    settled: dict[Rule, Clipping] = {}
    for _ in range(_ROUNDS):
        before = len(found)
        for name, rule in rules:
            if settled.get(rule) is standing:
                continue
            settled[rule] = standing
            sure = name in COPIES or name == "outlet"
            taken = [each for each in rule(standing) if sure or _may_go(standing, each)]
            taken = [each for each in taken if not own.keeps(_block_at(clipping.blocks, each.start))]
            if taken:
                found.extend(taken)
                standing = _without(standing, taken)
        if len(found) == before:
            break
    return found, standing


def _rules(own: OutletRules) -> list[tuple[str, Rule]]:
    """Return the rules in order, the outlet's own among them."""
    if not own:
        return [*RULES]
    # Elements go before blocks are compared; the words have their say between the rules that compare blocks and those
    # that ask what stands at the end of a page.
    weak = next(position for position, (name, _) in enumerate(RULES) if name in WEAK)
    return [("outlet", own.selected), *RULES[:weak], ("outlet", own.worded), *RULES[weak:]]


def _may_go(clipping: Clipping, removal: Removal) -> bool:
    block = _block_at(clipping.blocks, removal.start)
    return block.kind == "list" or removal.rule in DATED or not is_notice(clipping.text_of(block))


def _block_at(blocks: Sequence[Block], position: int) -> Block:
    return blocks[bisect_right(blocks, position, key=lambda block: block.start) - 1]


def _without(clipping: Clipping, removals: Iterable[Removal]) -> Clipping:
    """Return the clipping without what was taken: blocks left out, cut short, begun later or parted in two."""
    waiting = deque(in_order(list(removals)))
    if not waiting:
        return clipping
    blocks = []
    for block in clipping.blocks:
        start = block.start
        while waiting and waiting[0].start < block.end:
            removal = waiting.popleft()
            if clipping.extracted[start : removal.start].strip():
                blocks.append(_part(block, start, removal.start))
            start = removal.end
        if clipping.extracted[start : block.end].strip():
            blocks.append(_part(block, start, block.end))
    return replace(clipping, blocks=tuple(blocks))


def _part(block: Block, start: int, end: int) -> Block:
    if (start, end) == (block.start, block.end):
        return block
    marks = tuple(
        replace(mark, start=max(mark.start, start), end=min(mark.end, end))
        for mark in block.marks
        if mark.start < end and start < mark.end
    )
    return replace(block, start=start, end=end, marks=marks)


def _is_little(standing: Clipping, found: Sequence[Removal]) -> bool:
    """Say whether the weaker rules leave next to nothing of what they could take."""
    weak = sum(count_words(standing.extracted[each.start : each.end]) for each in found if each.rule in WEAK)
    if not weak:
        return False
    left = sum(count_words(standing.text_of(block)) for block in standing.blocks)
    return left < _LEAST_LEFT * (left + weak)


def _kept_by(clipping: Clipping, removal: Removal | LinkChange) -> bool:
    return any(_matches(clipping, removal, entry) for entry in clipping.sidecar.keep)


def _matches(clipping: Clipping, removal: Removal | LinkChange, entry: str) -> bool:
    if entry == removal.rule:
        return True
    words = fold(entry)
    return bool(words) and fold(clipping.extracted[removal.start : removal.end]).startswith(words)


def _with_separators(clipping: Clipping, removals: Sequence[Removal]) -> tuple[Removal, ...]:
    """Return the removals, those that make up a whole block widened over one separator."""
    widened: list[Removal] = []
    pending = iter(removals)
    removal = next(pending, None)
    kept_before = False
    last = len(clipping.extracted)
    for block in clipping.blocks:
        own: list[Removal] = []
        position = block.start
        while removal and removal.start < block.end:
            if not clipping.extracted[position : removal.start].strip():
                position = removal.end
            own.append(removal)
            removal = next(pending, None)
        if not own or clipping.extracted[position : block.end].strip():
            kept_before = True
        elif kept_before:
            own[0] = replace(own[0], start=own[0].start - len(SEPARATOR))
        elif block.end < last:
            own[-1] = replace(own[-1], end=own[-1].end + len(SEPARATOR))
        widened.extend(own)
    return tuple(widened)
