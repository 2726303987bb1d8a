"""What stands beside the article: blocks that an extractor chose and that the page's structure speaks against."""

from collections.abc import Iterator

from morgue.cleaning.prose import element_around, is_prose
from morgue.model import Clipping, Removal


def beside(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks of which extraction found that they hardly belong to the article."""
    found = [block for block in clipping.blocks if block.beside]
    if not found:
        return
    # what stands in the very element of the article's paragraphs is one of these, whatever speaks against it
    told = {element_around(block) for block in clipping.blocks if not block.beside and is_prose(clipping, block)}
    for block in found:
        if not block.path or element_around(block) not in told:
            yield Removal(block.start, block.end, "beside", block.beside)
