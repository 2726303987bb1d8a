"""What was taken out of a clipping, in a reader's words."""

from morgue.model import Mask, Record, Removal
from morgue.publication.plain import line, printable
from morgue.publication.rule_words import words_of
from morgue.publication.terms import Terms
from morgue.publication.views import PassageView, RemovalView


def removals_of(record: Record, terms: Terms) -> tuple[RemovalView, ...]:
    """Return what each rule took out of a clipping; of a text that is not shown in full, without its words."""
    by_rule: dict[str, list[Removal]] = {}
    for removal in record.mask.removals:
        by_rule.setdefault(removal.rule, []).append(removal)
    full = terms.display == "full"
    removals = tuple(
        RemovalView(
            label=words_of(rule).label,
            sentence=words_of(rule).sentence(len(own)),
            passages=tuple(_passage(record, removal) for removal in own) if full else (),
        )
        for rule, own in by_rule.items()
    )
    return (*removals, *_changed_links(record.mask))


def _passage(record: Record, removal: Removal) -> PassageView:
    text = record.clipping.extracted[removal.start : removal.end]
    return PassageView(reason=line(removal.reason), text=printable(text).strip())


def _changed_links(mask: Mask) -> tuple[RemovalView, ...]:
    rules = dict.fromkeys(link.rule for link in mask.links)
    counts = {rule: sum(link.rule == rule for link in mask.links) for rule in rules}
    return tuple(RemovalView(words_of(rule).label, words_of(rule).sentence(counts[rule]), ()) for rule in rules)
