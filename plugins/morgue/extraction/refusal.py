"""Which captures hold no article: each reason is a sentence for a reader."""

import re
from collections.abc import Sequence

from morgue.authority.sidecar import Sidecar
from morgue.extraction.inline import Draft
from morgue.letters import words_of

MIN_WORDS = 25
"""Fewer words are a notice or a caption; the shortest article of 793 has 50."""

SHORT = 80
"""Words up to which a text with one of these phrases is a notice and nothing else; a report may quote them."""

EMPTY = "the capture holds no text"

_NOTICES = {
    "the page only asks for JavaScript to be switched on": (
        r"enable javascript",
        r"javascript (?:is|seems to be) (?:disabled|required|not enabled)",
        r"requires javascript",
        r"activez? javascript",
        r"javascript aktivieren",
        r"habilit[ea]r? javascript",
        r"включите javascript",
    ),
    "the page is an error message": (
        r"\b404 (?:error|not found|page)|error 404\b",
        r"page (?:you (?:requested|are looking for) )?(?:was not found|not found|cannot be found|does not exist)",
        r"\b50[0234] (?:bad gateway|service|internal|gateway)|internal server error",
        r"access to this (?:page|site) (?:is|has been) denied|access denied",
        r"seite (?:wurde )?nicht gefunden",
        r"page introuvable",
        r"página no encontrada",
        r"страница не найдена",
    ),
    "the page only asks whether a human is reading": (
        r"verify (?:that )?you are (?:a )?human",
        r"checking your browser",
        r"unusual traffic from your",
        r"are you a robot",
        r"(?:complete|solve) (?:the|this) captcha",
    ),
    "the page only asks for consent to cookies": (
        r"(?:we|our partners|this (?:web)?site) (?:[\w ,]{0,40} )?uses? cookies",
        r"cookie (?:policy|settings|preferences)",
        r"accept (?:all )?cookies",
        r"verwendet cookies",
        r"utilise des cookies",
        r"utiliza cookies",
        r"использует (?:файлы )?cookie",
    ),
}
_PATTERNS = {reason: re.compile("|".join(phrases), re.IGNORECASE) for reason, phrases in _NOTICES.items()}

_LISTED = 0.9
"""Of the letters that stand in links: an article's text never comes near, a list of headlines does."""


def refusal(drafts: Sequence[Draft], title: str, sidecar: Sidecar) -> str:
    """Return why an extraction is no article, or nothing. The archivist's word decides where there is any text."""
    drafts = [draft for draft in drafts if not draft.aside]
    if not drafts:
        return EMPTY
    if sidecar.publish is not None:
        return "" if sidecar.publish else "the archivist set publish: false"
    text = "\n".join(draft.text for draft in drafts)
    count = len(words_of(text))
    if count <= SHORT:
        for reason, pattern in _PATTERNS.items():
            if pattern.search(f"{title}\n{text}"):
                return reason
    if count < MIN_WORDS:
        return f"the capture holds only {count} words, too few for an article"
    linked = sum(mark.end - mark.start for draft in drafts for mark in draft.marks if mark.tag == "a")
    if linked > _LISTED * len(text):
        return "the page is only a list of links"
    return ""
