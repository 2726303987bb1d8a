"""What is lost where a copy is taken out: words of it that stand nowhere else on the page."""

from morgue.cleaning import COPIES
from morgue.letters import RUN, count_words, runs_of, words_of
from morgue.model import Record


class Elsewhere:
    """Everything on a page, its title with it, that no rule for copies took."""

    def __init__(self, record: Record) -> None:
        extracted, position = record.clipping.extracted, 0
        self._runs = set(runs_of(words_of(record.clipping.title)))
        for removal in (removal for removal in record.mask.removals if removal.rule in COPIES):
            self._runs.update(runs_of(words_of(extracted[position : removal.start])))
            position = removal.end
        self._runs.update(runs_of(words_of(extracted[position:])))

    def lost(self, passage: str) -> int:
        """Return how many words of a passage stand nowhere else; one shorter than a run is not judged."""
        words = words_of(passage)
        found = bytearray(len(words))
        for start, run in enumerate(runs_of(words)):
            if run in self._runs:
                found[start : start + RUN] = b"\1" * RUN
        alone = [word for word, is_found in zip(words, found, strict=True) if not is_found]
        return count_words(" ".join(alone)) if len(words) >= RUN else 0
