"""“…,” the ministry said. “…” And a quote that goes on in the next paragraph."""

from morgue.indexing.quotes.cues import speech_verbs
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_LESS_SURE = 0.9
"""What is left of the confidence of the attribution that is carried on."""


def resumed(scene: Scene, quote: Quoted) -> Attribution | None:
    """Carry an attribution on to the quote that begins right where its sentence, or its unclosed paragraph, ends."""
    if scene.last is None or scene.left(quote) or next(speech_verbs(scene, scene.right(quote)), None) is not None:
        return None
    last, said = scene.last.quote, scene.last.attribution
    same_line = "\n" not in scene.page.text[last.close : quote.open]
    follows = scene.sentence(quote.open) - scene.sentence(last.close - 1) == 1
    if (same_line and follows) or not last.closed:
        return Attribution(said.subject, said.cue, said.confidence * _LESS_SURE)
    return None
