"""“…,” the ministry said. It rained. “…” And a next paragraph that is a quote alone."""

from morgue.indexing.quotes.cues import speech_verbs
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_SAME, _NEXT = 0.6, 0.5
"""How sure it is that a quote which nobody is said to speak has the speaker of the last one."""


def paragraph(scene: Scene, quote: Quoted) -> Attribution | None:
    """Carry an attribution on to a quote that is a sentence of its own, in the same paragraph or alone in the next."""
    if scene.last is None or scene.left(quote) or next(speech_verbs(scene, scene.right(quote)), None) is not None:
        return None
    last, said = scene.last.quote, scene.last.attribution
    breaks = scene.page.text[last.close : quote.open].count("\n")
    if breaks == 0:
        return Attribution(said.subject, said.cue, _SAME)
    begins = scene.page.text[quote.open - 1] == "\n"
    return Attribution(said.subject, said.cue, _NEXT) if breaks <= 2 and begins else None
