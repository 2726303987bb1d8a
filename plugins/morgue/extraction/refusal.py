"""Which captures hold no article: each reason is a sentence for a reader."""

import re
from collections.abc import Sequence

from morgue.authority.sidecar import Sidecar
from morgue.extraction.page import words_of
from morgue.extraction.inline import Draft

MIN_WORDS = 25
"""Fewer words are a notice or a caption; the shortest article of 793 has 50."""

SHORT = 120
"""Words up to which a text that speaks of an error, of cookies or of a script is nothing but that."""

EMPTY = "the capture holds no text"

_NOTICES = (
    (
        r"enable javascript|javascript (?:is|seems to be) (?:disabled|required)|requires javascript"
        r"|activez? javascript|javascript aktivieren|habilitar? javascript|включите javascript",
        "the page only asks for JavaScript to be switched on",
    ),
    (
        r"\b404\b|page (?:you (?:requested|are looking for) )?(?:not found|(?:could not|cannot) be found|does not exist)"
        r"|\b50[023] (?:bad gateway|service|internal)|internal server error|access (?:to this page )?(?:is |has been )?denied"
        r"|seite nicht gefunden|page introuvable|página no encontrada|страница не найдена",
        "the page is an error message",
    ),
    (
        r"verify (?:that )?you are (?:a )?human|checking your browser|unusual traffic|are you a robot|captcha",
        "the page only asks whether a human is reading",
    ),
    (
        r"(?:we|our partners|this (?:web)?site) (?:[\w ,]{0,40} )?uses? cookies|cookie (?:policy|settings|preferences)"
        r"|accept (?:all )?cookies|verwendet cookies|utilise des cookies|utiliza cookies|файлы cookie",
        "the page only asks for consent to cookies",
    ),
)
_PATTERNS = [(re.compile(pattern, re.IGNORECASE), reason) for pattern, reason in _NOTICES]

_LISTED = 0.9
"""Of the letters that stand in links: an article's text never comes near, a list of headlines does."""


def refusal(drafts: Sequence[Draft], title: str, sidecar: Sidecar) -> str:
    """Return why an extraction is no article, or nothing. The archivist's word decides where there is any text."""
    drafts = [draft for draft in drafts if not draft.twin]
    if not drafts:
        return EMPTY
    if sidecar.publish is not None:
        return "" if sidecar.publish else "the archivist set publish: false"
    text = "\n".join(draft.text for draft in drafts)
    count = len(words_of(text))
    if count <= SHORT:
        for pattern, reason in _PATTERNS:
            if pattern.search(f"{title}\n{text}"):
                return reason
    if count < MIN_WORDS:
        return f"the capture holds only {count} words, too few for an article"
    linked = sum(mark.end - mark.start for draft in drafts for mark in draft.marks if mark.tag == "a")
    if linked > _LISTED * len(text):
        return "the page is only a list of links"
    return ""
