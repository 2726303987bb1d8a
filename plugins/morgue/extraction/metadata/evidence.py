"""What a page says of its headline, its author and its date, and where."""

import re

from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.jsonld import Node
from morgue.extraction.page import Page

_AUTHOR = re.compile(
    r"(?<![a-z])(?:by-?line|author|autor(?:en|zeile)?|auteur|autore|signature|writer)s?(?![a-z])"
    r"|^by$|(?<![a-z])(?:written|posted|post)[_-]by(?![a-z])"
    r"|(?:author|byline)(?:s|-?names?)?(?![a-z])"
)
_MAY_BE_AUTHOR = ("aut", "by", "writ", "sign")
_DATE = ("date", "time", "publi", "posted", "stamp", "created")
"""Parts of names: each is looked for in less time than a pattern takes to begin."""

Names = tuple[str | None, str | None, str | None, str | None]


class Evidence:
    """All that a page says of itself: what machines read, and the elements that say it to readers, found in one pass.

    Numbers are those of ``page``'s nodes. ``article`` is the object of JSON-LD that describes its article, ``language``
    a tag for what it is written in.
    """

    def __init__(self, head: Head, page: Page, article: Node, language: str | None) -> None:
        self.head = head
        self.page = page
        self.article = article
        self.language = language
        self.headings: list[int] = []
        self.subheadings: list[int] = []
        self.authors: list[int] = []
        self.dates: list[int] = []
        kinds: dict[Names, tuple[bool, bool]] = {(None, None, None, None): (False, False)}
        for number, node in enumerate(page.nodes):
            tag, get = node.element.tag, node.element.get
            if tag == "h1":
                self.headings.append(number)
            elif tag in {"h2", "h3"}:
                self.subheadings.append(number)
            names = get("class"), get("id"), get("itemprop"), get("rel")
            kind = kinds.get(names)
            if kind is None:  # most elements have the names of another
                kind = kinds[names] = _kind(names)
            author, date = kind
            if author:
                self.authors.append(number)
            if date or tag == "time":
                self.dates.append(number)


def _kind(names: Names) -> tuple[bool, bool]:
    """Say whether an element with such names is made for an author, and whether for a date."""
    text = " ".join(filter(None, names)).lower()
    author = any(map(text.__contains__, _MAY_BE_AUTHOR)) and bool(_AUTHOR.search(text))
    return author, any(map(text.__contains__, _DATE))
