"""What a page calls the box that a block stands in: an author's box, a newsletter's form, related stories."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

from morgue.extraction.page import Page
from morgue.vocabulary import any_of, load

_LARGEST = 0.25
"""Of the words chosen: a box that holds more is no furniture, whatever it is called. The limit matters little: from .1
to .3 nine in ten of 600 blocks so found are no part of the article on 793 pages."""

_MOST_PARTS = 6
"""Parts of a name: a longer one is the slug of a heading."""

_LONGEST = 1000
"""Characters of a class that are read."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ELEMENTS = {"form": "form", "nav": "navigation", "footer": "footer"}

_BUTTON = "button"

_WORDS = load("furniture")
_FLAG = re.compile(rf"\b{any_of(_WORDS.pop('flags'))}\b")
"""What makes a name speak of the page's state or of what is not there, not of a box."""
_ROLES = [(role, re.compile(rf"(?<![^-]){any_of(names)}(?![^-])")) for role, names in _WORDS.items()]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKS = re.compile(r"[^a-z0-9]+")


class Furniture:
    """The named boxes of a page of whose text so many words were chosen."""

    def __init__(self, page: Page, words: int) -> None:
        self._page = page
        self._most = _LARGEST * words
        self._known: dict[int, str] = {}

    def around(self, number: int) -> str:
        """Return what the smallest box around an element is called that is called anything, or nothing.

        A button is one only outside of any other box: it may be a newsletter's.
        """
        passed: list[int] = []
        inside = 0
        role = ""
        while number >= 0 and not role:
            node = self._page.nodes[number]
            if number in self._known or node.end - node.start > self._most:
                role = self._known.get(number, "")
                break
            passed.append(number)
            role = _role_of(node.element)
            if role == _BUTTON:
                role, inside = "", len(passed)
            number = node.parent
        for position, each in enumerate(passed):
            self._known[each] = role or (_BUTTON if position < inside else "")
        return self._known[passed[0]] if passed else role


def _role_of(element: HtmlElement) -> str:
    tag = str(element.tag)
    # a heading's id is a slug of what it says
    names = (element.get("class"), None if tag in _HEADINGS else element.get("id"), element.get("role"))
    return _role(" ".join(filter(None, names))[:_LONGEST]) or _ELEMENTS.get(tag, "")


@lru_cache(maxsize=8192)
def _role(names: str) -> str:
    """Return what one of an element's names says that it is."""
    for name in names.split():
        parted = _MARKS.sub("-", _CAMEL.sub("-", name).lower()).strip("-")
        if parted.count("-") < _MOST_PARTS and not _FLAG.search(parted):
            for role, pattern in _ROLES:
                if pattern.search(parted):
                    return role
    return ""
