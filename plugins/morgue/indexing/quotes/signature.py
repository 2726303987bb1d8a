"""“…” — The ministry."""

import re

from morgue.indexing.quotes.phrase import read_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_SIGNED = re.compile(r"[”\"»“]?[\s.]*(?:[–—―]|--?)\s*(?=[^\W\d_])")
"""What stands between a quote's end and whose name is under it: a dash, in the same line or the next."""

_LONGEST = 10
"""Words of a signature: a name and an office."""


def signature(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker who is all that stands behind a dash at the end of the quote's line or in the next."""
    dash = _SIGNED.match(scene.page.text, quote.close)
    if dash is None or scene.left(quote):
        return None
    end = scene.page.text.find("\n", dash.end())
    words = scene.page.words_in(dash.end(), len(scene.page.text) if end < 0 else end)
    if not words or len(words) > _LONGEST or not words[0].capitalised:
        return None
    last = next((at for at in range(1, len(words)) if scene.parted(words[at - 1], words[at])), len(words))
    subject = read_subject(scene, words[:last], at_end=True)
    return Attribution(subject, "", 0.85) if subject and not subject.pronoun else None
