"""The ministry said: And the next line is “…”."""

from morgue.indexing.quotes.before import nearest
from morgue.indexing.quotes.label import labelled
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene


def introduced(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker in the line before, where that ends with a colon."""
    sentence = scene.sentence(quote.open)
    if sentence == 0 or scene.left(quote):
        return None
    start, end = scene.page.sentences[sentence - 1]
    if not scene.page.text[start:end].rstrip().endswith(":"):
        return None
    words = scene.page.words_in(start, end)
    return nearest(scene, words, quote) or labelled(scene, words)
