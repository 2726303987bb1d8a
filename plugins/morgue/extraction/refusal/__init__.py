"""Which captures hold no article: each reason is a sentence for a reader."""

from morgue.authority.sidecar import Sidecar
from morgue.extraction.refusal.case import Case
from morgue.extraction.refusal.kinds import KINDS

MIN_WORDS = 25
"""Fewer words are a notice or a caption; the shortest article of 793 has 50."""

EMPTY = "the capture holds no text"
_FEED = "the capture is a feed or a map of a site"

_LISTED = 0.9
"""Of the letters that stand in links: an article's text never comes near, a list of headlines does."""


def refusal(case: Case, sidecar: Sidecar) -> str:
    """Return why a page holds no article, or nothing. The archivist's word decides where there is any text."""
    if case.evidence.feed:
        return _FEED
    if not case.drafts:
        return EMPTY
    if sidecar.publish is not None:
        return "" if sidecar.publish else "the archivist set publish: false"
    for reason, applies in KINDS:
        if applies(case):
            return reason
    if case.words < MIN_WORDS:
        return f"the capture holds only {case.words} word{'s'[: case.words != 1]}, too few for an article"
    text = sum(len(draft.text) for draft in case.drafts)
    linked = sum(mark.end - mark.start for draft in case.drafts for mark in draft.marks if mark.tag == "a")
    return "the page is only a list of links" if linked > _LISTED * text else ""
