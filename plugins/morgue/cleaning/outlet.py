"""An outlet's own rules, as an archivist wrote them: what they take, and what no rule may take."""

from collections.abc import Iterator, Mapping

from morgue.authority.entries import Outlet
from morgue.authority.outlets import day_of_page, outlet_of
from morgue.authority.patterns import found
from morgue.authority.rules import Rule
from morgue.cleaning.sections import section
from morgue.letters import fold, opening
from morgue.model import Block, Clipping, Mask, Removal


class OutletRules:
    """The rules of the outlet that a clipping comes from, as far as they are in force on its day."""

    def __init__(self, clipping: Clipping, outlets: Mapping[str, Outlet]) -> None:
        outlet = outlet_of(clipping.url, clipping.source, outlets)
        day = day_of_page(clipping.captured, clipping.published)
        self._name = outlet.name if outlet else ""
        self._removing = [rule for rule in outlet.remove if rule.in_force(day)] if outlet else []
        self._kept = {block.start for block in clipping.blocks if block.kept_by}
        self._met = set(clipping.rules_met)
        for rule in self._removing:
            self._met.update(rule.place for _ in _named(rule, clipping))
        for rule in [rule for rule in outlet.keep if rule.in_force(day)] if outlet else ():
            for blocks in _named(rule, clipping):
                self._met.add(rule.place)
                self._kept.update(block.start for block in blocks)

    def __bool__(self) -> bool:
        """Say whether there is anything to take."""
        return bool(self._removing)

    @property
    def met(self) -> tuple[str, ...]:
        """Return where those rules are written that name something in the extraction or, by selector, on the page."""
        return tuple(sorted(self._met))

    def keeps(self, block: Block) -> bool:
        """Say whether no rule may take anything of a block."""
        return block.start in self._kept

    def selected(self, standing: Clipping) -> Iterator[Removal]:
        """Take the blocks of the elements that a selector names, which extraction has marked."""
        selectors = {rule.place: rule.selector for rule in self._removing}
        for block in standing.blocks:
            if block.removed_by:
                reason = self._reason(block.removed_by, f"what {selectors.get(block.removed_by)} selects")
                yield Removal(block.start, block.end, "outlet", reason)

    def worded(self, standing: Clipping) -> Iterator[Removal]:
        """Take whole blocks by how they begin, sections by their heading, and of a block what a pattern fits."""
        whole: dict[int, str] = {}
        spans: dict[int, list[tuple[int, int, str]]] = {}
        for rule in self._removing:
            for blocks in _named(rule, standing):
                text = standing.text_of(blocks[0])
                if rule.pattern:
                    reason = self._reason(rule.place, f"what fits the pattern {rule.pattern}")
                    spans.setdefault(blocks[0].start, []).extend((*span, reason) for span in found(rule.pattern, text))
                    continue
                reason = self._reason(rule.place, f"what {'begins' if rule.begins else 'is headed'} “{opening(text)}”")
                for each in blocks:
                    whole.setdefault(each.start, reason)
        for block in standing.blocks:
            if block.start in whole:
                yield Removal(block.start, block.end, "outlet", whole[block.start])
            else:
                yield from _parts(block, standing.text_of(block), spans.get(block.start, []))

    def _reason(self, place: str, what: str) -> str:
        return f"the rules of {self._name} ({place}) take out {what}"


def _named(rule: Rule, clipping: Clipping) -> Iterator[list[Block]]:
    """Yield what a rule names by its words, block by block or section by section; of copies and what is gone none."""
    after = 0
    for at, block in enumerate(clipping.blocks):
        if at >= after and not (block.twin or block.removed_by) and _meets(rule, clipping.text_of(block)):
            blocks = section(clipping, at) if rule.heading else [block]
            after = at + len(blocks)
            yield blocks


def _meets(rule: Rule, text: str) -> bool:
    if rule.begins:
        return fold(text).startswith(fold(rule.begins))
    if rule.heading:
        return fold(text) == fold(rule.heading)
    return rule.pattern is not None and next(found(rule.pattern, text), None) is not None


def _parts(block: Block, text: str, spans: list[tuple[int, int, str]]) -> Iterator[Removal]:
    """Yield the parts of a block that patterns fit, each with the space that would be left over; none overlap."""
    position = 0
    for start, end, reason in sorted(spans):
        first, last = max(start, position), end
        if first >= last:
            continue
        while last < len(text) and text[last].isspace() and (first == 0 or text[first - 1].isspace()):
            last += 1
        while last == len(text) and first > position and text[first - 1].isspace():
            first -= 1
        yield Removal(block.start + first, block.start + last, "outlet", reason)
        position = last


def emptied(clipping: Clipping, mask: Mask) -> str:
    """Return why a clipping has no text left, where its outlet's rules took it, or nothing."""
    taken = [removal for removal in mask.removals if removal.rule == "outlet"]
    if not taken or mask.text(clipping.extracted).strip():
        return ""
    return f"no text is left: {max(taken, key=lambda removal: removal.end - removal.start).reason}"
