"""In a word or two, what is wrong with a page's text."""

from morgue.evaluation.readers import Reading
from morgue.evaluation.repetition import repeated_share
from morgue.evaluation.word_f1 import Overlap, overlap

_APART = 0.2
"""With precision and recall both below this, the text is of another part of the page."""

_DOUBLED = 0.1
"""So much more of the text than of its truth stands there before already."""

_CLEANED = 0.1
"""So much of the recall is lost between extraction and text."""


def kind_of_error(reading: Reading, truth: str, score: Overlap) -> str:
    """Return what is most wrong with a reading, for a page that is not wholly right."""
    extracted = reading.cleaned[0].extracted if reading.cleaned else reading.text
    if reading.failed:
        return "failed"
    if not extracted.strip():
        return "nothing extracted"
    if reading.refused:
        return "refused"
    if overlap(extracted, truth).recall - score.recall > _CLEANED:
        return "cleaned away"
    return _kind_of_text(reading.text, truth, score)


def _kind_of_text(text: str, truth: str, score: Overlap) -> str:
    if max(score.precision, score.recall) < _APART:
        return "wrong part"
    if repeated_share(text) - repeated_share(truth) > _DOUBLED:
        return "doubled"
    return "too much" if score.precision < score.recall else "too little"
