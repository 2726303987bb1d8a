"""Which blocks of an extraction should stay and which should go, by the truth's words, and which of them go.

A block is *keep* where at least 90% of its words stand in the truth in order, *remove* where at most 10% do, else it
has no label. Words stand there in order where a run of four of them does, so that what two texts share by chance
counts for nothing; a block of fewer words is *keep* where it is a line of the truth, *remove* where it stands nowhere.
A block goes where removals cover more than half of its characters.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from morgue.cleaning import COPIES
from morgue.evaluation.shares import mean, share
from morgue.letters import RUN, opening, runs_of, words_of
from morgue.model import Block, Clipping, Mask

KEEP, REMOVE = "keep", "remove"
_MOST, _LEAST = 0.9, 0.1


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block with a label, the rule that took it (empty where it stays) and its opening words."""

    label: str
    rule: str
    opening: str


class TruthWords:
    """A truth's words, so that texts can be labelled by them."""

    def __init__(self, truth: str) -> None:
        lines = [words_of(line) for line in truth.splitlines()]
        self._lines = frozenset(filter(None, lines))
        words = [word for line in lines for word in line]
        self._runs = {length: frozenset(runs_of(words, length)) for length in range(1, RUN + 1)}

    def label(self, text: str) -> str:
        """Return ``keep``, ``remove``, or nothing where a text is partly the truth's."""
        words = words_of(text)
        if len(words) < RUN:
            stands = not words or words in self._runs[len(words)]
            return KEEP if words in self._lines else "" if stands else REMOVE
        found = bytearray(len(words))
        for at, run in enumerate(runs_of(words)):
            if run in self._runs[RUN]:
                found[at : at + RUN] = b"\1" * RUN
        share = sum(found) / len(words)
        return KEEP if share >= _MOST else REMOVE if share <= _LEAST else ""


def labelled_blocks(clipping: Clipping, mask: Mask, truth: str) -> Iterator[LabelledBlock]:
    """Yield the blocks of an extraction that have a label; twin copies, which extraction set aside, have none."""
    words = TruthWords(truth)
    ends = [removal.end for removal in mask.removals]
    for block in clipping.blocks:
        text = clipping.text_of(block)
        label = "" if block.twin else words.label(text)
        if label:
            yield LabelledBlock(label, _taken_by(block, mask, ends), opening(text))


def _taken_by(block: Block, mask: Mask, ends: list[int]) -> str:
    covered: Counter[str] = Counter()
    for removal in mask.removals[bisect_right(ends, block.start) :]:
        if removal.start >= block.end:
            break
        covered[removal.rule] += min(removal.end, block.end) - max(removal.start, block.start)
    return covered.most_common(1)[0][0] if 2 * covered.total() > block.end - block.start else ""


@dataclass(frozen=True, slots=True)
class RemovalScore:
    """How well cleaning parts what should go from what should stay, in blocks with a label.

    ``precision`` is the share of *remove* among those taken, ``recall`` the share taken of those that are *remove*,
    ``page_recall`` its mean over the pages that have any; ``rules`` how many of either label each rule took. What a
    rule for copies took counts in none of the shares: the truth has its words, once, and a reader loses nothing.
    """

    keep: int
    remove: int
    precision: float
    recall: float
    page_recall: float
    rules: dict[str, dict[str, int]]


def removal_score(pages: Iterable[Iterable[LabelledBlock]]) -> RemovalScore:
    """Return the score of the labelled blocks of pages."""
    counts: Counter[tuple[str, str]] = Counter()
    recalls = []
    for blocks in pages:
        own = Counter((block.rule, block.label) for block in blocks)
        counts += own
        if _of(own, REMOVE):
            recalls.append(_taken(own, REMOVE) / _of(own, REMOVE))
    right, wrong = _taken(counts, REMOVE), _taken(counts, KEEP)
    rules = sorted({rule for rule, _ in counts if rule})
    return RemovalScore(
        keep=_of(counts, KEEP),
        remove=_of(counts, REMOVE),
        precision=share(right, right + wrong),
        recall=share(right, _of(counts, REMOVE)),
        page_recall=mean(recalls),
        rules={rule: {label: counts[rule, label] for label in (KEEP, REMOVE)} for rule in rules},
    )


def _of(counts: Counter[tuple[str, str]], label: str) -> int:
    """Return how many blocks have a label, those apart that rules for copies took."""
    return sum(count for (rule, of), count in counts.items() if of == label and rule not in COPIES)


def _taken(counts: Counter[tuple[str, str]], label: str) -> int:
    return _of(counts, label) - counts["", label]
