"""What of a page is searched for names of entries."""

from collections.abc import Iterable, Iterator

from morgue.indexing.discovery.cyrillic import find_cyrillic, is_read
from morgue.indexing.page import Page, fold
from morgue.indexing.spelling import Written, written


def searched(texts: Iterable[str], language: str) -> Iterator[Written]:
    """Yield a page's texts in each of their spellings, with the names that discovery brings into the first case.

    An entry may be meant by such a name that stands nowhere: "Ivan Petrov" where the page has «Ивана Петрова» alone.
    """
    texts = tuple(texts)
    if is_read(language):
        texts += tuple(found.name for text in texts for found in find_cyrillic(Page(fold(text), language)))
    return written("\n".join(texts))
