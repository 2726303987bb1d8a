"""The pictures that go with what cleaning takes: a promotion's, or what stands behind the article's end."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from morgue.model import Clipping, Mask, Picture


def standing_pictures(clipping: Clipping, mask: Mask) -> Iterator[Picture]:
    """Yield the pictures of a clipping that stay under a mask.

    One goes where the mask covers all that the page's own box around it holds, or the blocks before and behind it. What
    goes from above the whole text does not count, for there stand title and byline; nor do copies, and what an outlet's
    rule took.
    """
    if not clipping.pictures:
        return
    blocks = [block for block in clipping.blocks if not (block.twin or block.removed_by)]
    starts = [block.start for block in blocks]
    covered = _Covered(mask)
    gone = [covered.covers(block.start, block.end) for block in blocks]
    begins = gone.index(False) if False in gone else len(gone)
    for picture in clipping.pictures:
        before, behind = bisect_left(starts, picture.at), bisect_left(starts, max(picture.at, picture.until))
        boxed = gone[max(begins, bisect_left(starts, picture.box[0])) : bisect_left(starts, picture.box[1])]
        amid = before > begins and all(gone[before - 1 : before] + gone[behind : behind + 1])
        if not (amid or (boxed and all(boxed))):
            yield picture


class _Covered:
    """How much of a text a mask covers."""

    def __init__(self, mask: Mask) -> None:
        self._starts = [removal.start for removal in mask.removals]
        self._ends = [removal.end for removal in mask.removals]
        lengths = (removal.end - removal.start for removal in mask.removals)
        self._sums = list(accumulate(lengths, initial=0))

    def covers(self, start: int, end: int) -> bool:
        """Say whether nothing is left of a span."""
        return self._before(end) - self._before(start) == end - start

    def _before(self, position: int) -> int:
        at = bisect_left(self._starts, position)
        return self._sums[at] - (max(0, self._ends[at - 1] - position) if at else 0)
