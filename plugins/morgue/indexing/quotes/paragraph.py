"""“…,” the ministry said. And a next paragraph that is a quote and nothing else."""

from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_SURE = 0.6


def paragraph(scene: Scene, quote: Quoted) -> Attribution | None:
    """Carry an attribution that ends its paragraph on to a next one that a quote fills."""
    if scene.last is None or scene.left(quote) or scene.right(quote):
        return None
    last, said = scene.last.quote, scene.last.attribution
    text = scene.page.text
    alone = text[quote.open - 1] == "\n" and text[quote.close : quote.close + 2].strip(" ") in ("", "\n", "\n\n")
    follows = scene.sentence(quote.open) - scene.sentence(last.close - 1) == 1
    return Attribution(said.subject, said.cue, _SURE) if alone and follows else None
