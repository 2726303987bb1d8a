"""How much a text says twice, and which sentences of another it has lost."""

import re

from morgue.evaluation.word_f1 import words
from morgue.letters import Run, runs_of

_RUN = 15
"""Words in a row that count as a repetition."""

_SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])[\"'”’»)\]]*\s+|\n+")


def repeated_share(text: str) -> float:
    """Return the share (0 to 1) of a text's words that stand in a run of 15 words which stood before."""
    all_words = words(text)
    repeated = bytearray(len(all_words))
    seen: set[Run] = set()
    for at, run in enumerate(runs_of(all_words, _RUN)):
        if run in seen:
            repeated[at : at + _RUN] = b"\1" * _RUN
        seen.add(run)
    return sum(repeated) / len(all_words) if all_words else 0.0


def lost_sentences(truth: str, extracted: str, text: str) -> list[str]:
    """Return the sentences of the truth that stand in the extraction and nowhere in the text.

    A sentence stands where its words stand in a row; one of the truth that extraction has not got is not lost by
    cleaning. That a text has one once which the truth has twice is no loss: truths repeat what pages print twice.
    """
    before, after = (f" {' '.join(words(each))} " for each in (extracted, text))
    meant = dict.fromkeys(f" {' '.join(words(sentence))} " for sentence in _SENTENCE.split(truth) if words(sentence))
    return [sentence.strip() for sentence in meant if sentence in before and sentence not in after]
