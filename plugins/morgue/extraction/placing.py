"""Drafts become the blocks of one text, and know where in the captured page they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from morgue.extraction.correction import Passage, corrected
from morgue.extraction.furniture import Furniture
from morgue.extraction.inline import Draft
from morgue.extraction.nodes import Node
from morgue.extraction.page import Page
from morgue.extraction.places import Places
from morgue.extraction.restored import Placed, with_headings
from morgue.extraction.told import SAID, TwinBlocks, laid, runs_in
from morgue.extraction.twins import Twin
from morgue.letters import Run, ends_sentence, runs_of, words_of
from morgue.model import SEPARATOR, Block

_LINE = 30
"""Words of a picture's caption at the most."""


def with_twins(
    drafts: Iterable[Draft],
    passages: Sequence[Passage],
    twins: Sequence[TwinBlocks],
    page: Page,
    *,
    named: bool = False,
) -> list[Draft]:
    """Return the drafts with their paths, and each twin's blocks right after the last block of the copy that stayed.

    The drafts were chosen from the ``passages``. ``twins`` come with all of their blocks, which are marked as a copy
    or as told by it alone.
    ``named`` says that a rule named them, so that the choice is not corrected.
    What a twin alone tells stays in the text. A twin whose other copy the extractor did not choose is left out like
    everything else it did not choose.
    """
    placed: list[Draft] = []
    chosen: dict[int, int] = {}
    places = Places(page)
    chosen_blocks = located(drafts, page, places)
    furniture = Furniture(page, places.sought)
    for draft, number in chosen_blocks if named else corrected(chosen_blocks, page, passages, places, furniture):
        placed.append(draft)
        if number is None:
            continue
        draft.path, draft.number = page.path(number), number
        draft.box = furniture.around(number)
        if draft.kind == "paragraph" and (page.inside(number, "figcaption") or _is_pictured(draft, page.nodes[number])):
            draft.kind = "caption"
        chosen[number] = len(placed)
    places_of = _places([twin for twin, _ in twins], chosen, placed, page) if twins else ()
    after = {at: place for at, place in enumerate(places_of) if place}
    if not after:
        return placed
    standing = page.standing()
    said, letters = set(runs_of(standing)), "".join(standing)
    spoken = {run: at for at, draft in enumerate(placed) for run in runs_in(draft.text)}
    inserted: dict[int, list[Draft]] = {}
    for at, place in sorted(after.items()):
        path = page.path(twins[at][0].number)
        for draft, beside in laid(twins[at], placed, spoken, said, letters):
            draft.path = path
            inserted.setdefault(place if beside is None or draft.twin else beside, []).append(draft)
    return [draft for at in range(len(placed) + 1) for draft in (*placed[at - 1 : at], *inserted.get(at, ()))]


def located(drafts: Iterable[Draft], page: Page, places: Places) -> list[Placed]:
    """Return the drafts with their elements, and the headings that an extractor drops."""
    return with_headings([(draft, places.locate(draft.text)) for draft in drafts], page)


def _is_pictured(draft: Draft, node: Node) -> bool:
    """Say whether a line shares its container with a picture alone; a picture in a paragraph goes with its text."""
    words = len(words_of(draft.text))
    if words > _LINE or words < node.end - node.start or ends_sentence(draft.text):
        return False
    return any(next(image.iterancestors("p"), None) is None for image in node.element.iter("img"))


def _places(twins: Sequence[Twin], chosen: Mapping[int, int], placed: Sequence[Draft], page: Page) -> Iterator[int]:
    """Yield for each twin how many blocks stand before its own: up to the last one of the copy that stayed, or 0.

    ``chosen`` has for an element how many blocks there are with the last that it holds.
    """
    until = [0] * len(page.words)
    for number, place in sorted(chosen.items(), key=itemgetter(1)):
        node = page.nodes[number]
        until[node.start : node.end] = [place] * (node.end - node.start)
    places = [max(until[twin.start : twin.end], default=0) for twin in twins]
    # Text between line breaks has no element of its own: it is known by its words.
    saying: dict[Run, list[int]] = {}
    runs = [runs_in(draft.text) for draft in placed] if not all(places) else []
    for at, said in enumerate(runs, 1):
        for run in said:
            saying.setdefault(run, []).append(at)
    for twin, place in zip(twins, places, strict=True):
        if place:
            yield place
            continue
        shared = Counter(at for run in runs_in("".join(twin.element.itertext())) for at in saying.get(run, ()))
        yield max((at for at, times in shared.items() if times > SAID * len(runs[at - 1])), default=0)


def assembled(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Return the text that drafts make, parted by blank lines, and its blocks."""
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for draft in drafts:
        end = position + len(draft.text)
        in_order = sorted(draft.marks, key=lambda mark: (mark.start, -mark.end))
        marks = tuple([mark.moved(position) for mark in in_order])
        aside = (draft.twin, draft.removed_by, draft.kept_by)
        found = (draft.box, draft.beside)
        blocks.append(Block(draft.kind, position, end, draft.path, draft.level, marks, *aside, *found))
        texts.append(draft.text)
        position = end + len(SEPARATOR)
    return SEPARATOR.join(texts), tuple(blocks)
