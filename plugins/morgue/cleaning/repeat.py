"""Runs of paragraphs that a page prints twice or more: one after the other, interleaved, or the body after its lead."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from morgue.cleaning.copies import Run, Unit, classes_of, find_runs
from morgue.cleaning.headings import without_read_more
from morgue.extraction.dateline import find_dateline
from morgue.letters import count_words, ends_sentence, fold, opening
from morgue.model import BlockKind, Clipping, Removal

_LEAST_WORDS = 60
_LEAST_SHARE = 0.15
"""A repeated run of that many words and that share of its page was no meant repetition on 15 of 17 real pages;
any repeated line was one on half of them."""

_PROSE_WORDS = 12
"""Fewer words are a question, a refrain's line, a step of a plan: they may be meant to come back."""


def repeat(clipping: Clipping) -> Iterator[Removal]:
    """Take the copies of paragraphs that stand before already, the fuller copy staying."""
    known: dict[tuple[str, str], Unit] = {}
    units = []
    for block in clipping.blocks:
        text = clipping.text_of(block)
        if (block.kind, text) not in known:
            known[block.kind, text] = _unit(block.kind, text)
        units.append(known[block.kind, text])
    classes = classes_of(units)
    spared: dict[int, int] = {}
    for run in _meant_by_nobody(find_runs(units, classes), units, classes):
        _spare(run, units, spared)
    for index in sorted(spared):
        block = clipping.blocks[index]
        yield Removal(block.start, block.end, "repeat", _reason(clipping, units, index, spared))


def _unit(kind: BlockKind, text: str) -> Unit:
    words = count_words(text)
    prose = kind in ("paragraph", "quotation") and words >= _PROSE_WORDS * (text.count("\n") + 1)
    if prose:
        found = find_dateline(text)
        text = without_read_more(text[found.end :] if found else text)
    label = kind == "heading" or (words <= 8 and not ends_sentence(text))
    # In code and tables a mark makes a difference.
    letters = text if kind in ("code", "table") else fold(text).replace(" ", "")
    return Unit(letters, words, prose, label)


def _meant_by_nobody(runs: Sequence[Run], units: Sequence[Unit], classes: Sequence[str]) -> Iterator[Run]:
    """Yield the runs that are long enough to be a fault of the page and do not look meant."""
    least = max(_LEAST_WORDS, _LEAST_SHARE * sum(unit.words for unit in units))
    refrains = Counter(classes[run.copy] for run in runs if run.length == 1 and not run.adjacent)
    # Interleaved copies (A A B B) are runs of their own, each short: together they tell.
    echoed = sum(_prose_words(run, units) for run in runs if run.adjacent)
    for run in runs:
        if run.adjacent:
            if echoed >= least:
                yield run
        elif (
            _prose_words(run, units) >= least
            and refrains[classes[run.copy]] < 2
            and not _under_other_labels(run, units, classes)
        ):
            yield run


def _prose_words(run: Run, units: Sequence[Unit]) -> int:
    return sum(unit.words for unit in units[run.copy : run.copy + run.length] if unit.prose)


def _under_other_labels(run: Run, units: Sequence[Unit], classes: Sequence[str]) -> bool:
    """Say whether both places are headed by labels of one form, as "Week 1" and "Week 2" are."""
    if not run.source:
        return False
    one, other = units[run.source - 1], units[run.copy - 1]
    if not one.label or not other.label or classes[run.source - 1] == classes[run.copy - 1]:
        return False
    return re.sub(r"\d+", "", one.letters) == re.sub(r"\d+", "", other.letters)


def _spare(run: Run, units: Sequence[Unit], spared: dict[int, int]) -> None:
    """Note for each block of the run that can go which block says it too."""
    pairs = []
    for offset in range(run.length):
        source = run.source + offset
        pairs.append((spared.get(source, source), run.copy + offset))
    lengths = [(len(units[source].letters), len(units[copy].letters)) for source, copy in pairs]
    copy_is_fuller = all(one <= other for one, other in lengths) and any(one < other for one, other in lengths)
    for (source, copy), (one, other) in zip(pairs, lengths, strict=True):
        if copy_is_fuller:
            spared[source] = copy
        elif other <= one:
            spared[copy] = source


def _reason(clipping: Clipping, units: Sequence[Unit], index: int, spared: dict[int, int]) -> str:
    stays = spared[index]
    kind = clipping.blocks[stays].kind
    same = "the same as" if len(units[index].letters) == len(units[stays].letters) else "a shorter copy of"
    return f"{same} the {kind} that begins “{opening(clipping.text_of(clipping.blocks[stays]))}”"
