"""What a twin tells and the copy that stayed does not, and beside which of that copy's blocks it belongs."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from morgue.extraction.inline import Draft
from morgue.extraction.twins import Twin
from morgue.letters import RUN, Run, ends_sentence, runs_of, words_of

_SENTENCE = 8
"""Words of a sentence that tells something, such as a correction: fewer are a button's."""

_AMID = 5
"""Words of such a sentence between paragraphs that both copies have, where buttons are rare."""

SAID = 0.5
"""Of a block's runs: with fewer it is not said elsewhere, but for a phrase or two."""


TwinBlocks = tuple[Twin, Sequence[Draft]]
"""A twin and all of its blocks."""


def laid(
    twin: TwinBlocks, placed: Sequence[Draft], spoken: Mapping[Run, int], said: set[Run], letters: str
) -> Iterator[tuple[Draft, int | None]]:
    """Yield a twin's blocks, each with how many of those ``placed`` stand before it, if the place is known.

    What the twin alone tells stays; a paragraph that has a sentence more takes the place of the other copy's.
    ``spoken`` is which block says a run; ``said`` are the runs of the whole page without its twins, ``letters`` its
    letters, for a link may begin in the midst of a word.
    """
    reason = twin[0].reason
    inner = [(draft, runs_in(draft.text)) for draft in twin[1]]
    last = max((at for at, (_, runs) in enumerate(inner) if says(runs, said)), default=0)
    beside = None
    for at, (draft, runs) in enumerate(inner):
        shared = Counter(spoken[run] for run in runs if run in spoken)
        least = _SENTENCE if beside is None or at > last else _AMID
        own = not says(runs, said) and _is_told(draft, least) and "".join(words_of(draft.text)) not in letters
        if not own and shared:
            place = max(shared, key=lambda number: (shared[number], number))  # runs have no order
            beside = place + 1
            own = _is_fuller(draft, placed[place], runs, said)
            if own:
                placed[place].twin = reason
        draft.twin = "" if own else reason
        if own:
            said |= runs  # a third copy may tell it too
        yield draft, beside


def unsaid(blocks: Iterable[Draft], text: Iterable[Draft]) -> int:
    """Return how many runs of words stand in blocks that a text does not say; its copies are none of it."""
    said = set(runs_of([word for draft in text if not draft.twin for word in words_of(draft.text)]))
    return sum(len(runs) for runs in (runs_in(draft.text) for draft in blocks) if not says(runs, said))


def runs_in(text: str) -> set[Run]:
    """Return the runs of a text's words."""
    return set(runs_of(words_of(text)))


def says(runs: Collection[Run], said: Collection[Run]) -> bool:
    """Say whether runs are said, but for a phrase or two."""
    return sum(run in said for run in runs) > SAID * len(runs)


def _is_told(draft: Draft, least: int) -> bool:
    """Say whether a block tells something in sentences, in so many words at least, or leads up to a list or figures."""
    if draft.kind not in ("paragraph", "quotation"):
        return False
    words = len(words_of(draft.text))
    return words >= least if ends_sentence(draft.text) else words >= _SENTENCE and draft.text.rstrip().endswith(":")


def _is_fuller(draft: Draft, other: Draft, runs: AbstractSet[Run], said: AbstractSet[Run]) -> bool:
    """Say whether a paragraph of a twin is the other copy's with a sentence more."""
    if not draft.kind == other.kind == "paragraph":
        return False
    others = runs_in(other.text)
    return len(others - runs) < RUN and len(runs - others - said) >= 2 * RUN and len(runs) <= 2 * len(others)
