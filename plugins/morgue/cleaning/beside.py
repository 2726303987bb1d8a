"""What stands beside the article: blocks that an extractor chose and that the page's structure speaks against."""

from collections.abc import Iterator

from morgue.model import Clipping, Removal


def beside(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks of which extraction found that they hardly belong to the article."""
    for block in clipping.blocks:
        if block.beside:
            yield Removal(block.start, block.end, "beside", block.beside)
