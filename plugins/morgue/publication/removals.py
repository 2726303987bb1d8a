"""What was taken out of a clipping, in a reader's words."""

from morgue.model import Record
from morgue.publication.plain import line, printable
from morgue.publication.terms import Terms
from morgue.publication.views import RemovalView

LABELS = {
    "byline": "Byline and date",
    "comments": "Comment section",
    "dateline": "Dateline",
    "disclaimer": "Legal disclaimer",
    "outlet": "Outlet’s own rule",
    "promo": "Promoted links",
    "prompt": "Prompt to share or subscribe",
    "repeat": "Repeated passage",
    "title": "Title repeated",
    "twin": "Second copy of the text",
}
"""By the name of the rule; a rule without one is named as it is."""


def removals_of(record: Record, terms: Terms) -> tuple[RemovalView, ...]:
    """Return what was taken out of a clipping; of a text that is not shown in full, without its words."""
    extracted = record.clipping.extracted
    full = terms.display == "full"
    return tuple(
        RemovalView(
            rule=removal.rule,
            label=LABELS.get(removal.rule, removal.rule),
            reason=line(removal.reason) if full else "",  # a reason may quote the text
            text=printable(extracted[removal.start : removal.end]).strip() if full else "",
        )
        for removal in record.mask.removals
    )
