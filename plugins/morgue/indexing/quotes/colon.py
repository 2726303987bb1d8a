"""The ministry has a plan for the bridge: “…”."""

from morgue.indexing.quotes.opening import sentence_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene


def colon(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the subject of a sentence without a speech verb that ends in a colon before the quote."""
    words = scene.left(quote)
    if not words or ":" not in scene.page.text[words[-1].end : quote.open]:
        return None
    subject = sentence_subject(scene, words)
    return Attribution(subject, "", 0.6) if subject else None
