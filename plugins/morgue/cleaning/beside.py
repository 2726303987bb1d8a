"""What stands beside the article: blocks that an extractor chose and that the page's structure speaks against."""

from collections.abc import Iterator

from morgue.cleaning.prose import is_prose
from morgue.model import Block, Clipping, Removal


def beside(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks of which extraction found that they hardly belong to the article."""
    found = [block for block in clipping.blocks if block.beside]
    if not found:
        return
    # what stands in the very element of the article's paragraphs is one of these, whatever speaks against it
    told = {_around(block) for block in clipping.blocks if not block.beside and is_prose(clipping, block)}
    for block in found:
        if not block.path or _around(block) not in told:
            yield Removal(block.start, block.end, "beside", block.beside)


def _around(block: Block) -> str:
    """Return the path of the element in which a block stands."""
    return block.path.rpartition("/")[0]
