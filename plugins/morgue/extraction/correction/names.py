"""What the names of an element say it is for: templates all over the world are written in the same English words."""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from lxml.html import HtmlElement

_WORDS = {
    "related": "relat recommend similar also readmore read-more more- next prev suggest trend popular latest most-"
    " recirc teaser promo outbrain taboola carousel slider card grid feed widget",
    "social": "share sharing social follow facebook twitter whatsapp sns embed comment disqus respond reply discuss",
    "nav": r"nav menu pagin pager sidebar \bside aside rail \btoc table-of-contents jump tabs?\b \btag- topic keyword",
    "foot": "foot copyright legal disclaim bottom colophon terms author bio byline",
    "prompt": "newsletter subscri sign-?up paywall login regist form modal popup overlay cookie consent gdpr banner"
    r" alert cta button btn donat member \bads?\b advert sponsor affiliat",
    "picture": "caption credit figure image photo media gallery thumb picture video slide",
    "body": "article content body story post entry text main paragraph prose rich markdown copy wysiwyg blog",
    "box": "quote callout box tip note faq accordion collaps toggle question answer highlight key-?point summary",
}
"""Beginnings of words in classes and ids; the first purpose that a place of the name fits is the one."""

PURPOSES = tuple(_WORDS)

PLACES = ("nav", "aside", "footer", "form", "li", "ul", "table", "figure", "blockquote", "article", "section")
"""Elements that say by their tag what stands in them."""

_BESIDE = frozenset({"navigation", "complementary", "contentinfo", "dialog"})
"""Roles that make an aside of an element."""

_PURPOSE = re.compile(
    "|".join(
        f"(?P<{purpose}>{'|'.join(words.split())})".replace(r"\b", "(?:(?<![a-z])|(?![a-z]))")
        for purpose, words in _WORDS.items()
    )
)


def _by_first_letters(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds where any of the words stands: asked by its first letter, a place costs a fifth."""
    rests: dict[str, list[str]] = {}
    for word in words:
        bare = word.removeprefix(r"\b")
        behind = "" if bare == word else "(?<![a-z].)"
        rests.setdefault(bare[0], []).append(f"{behind}{bare[1:]}".replace(r"\b", "(?![a-z])"))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))


_ANY = _by_first_letters(word for words in _WORDS.values() for word in words.split())
_PURPOSE_BITS = {purpose: 1 << bit for bit, purpose in enumerate(PURPOSES)}
_PLACE_BITS = {tag: 1 << bit for bit, tag in enumerate(PLACES)}

_LONGEST = 200
"""Characters of an element's names that are read."""


def purposes(element: HtmlElement) -> int:
    """Return the purposes that an element's class and id name, a bit each in the order of PURPOSES."""
    if element.tag in {"body", "html"}:  # they name the kind of page
        return 0
    return _purposes(f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST].lower())


@lru_cache(maxsize=4096)
def _purposes(names: str) -> int:
    return reduce(or_, map(_purposes_of_one, names.split()), 0)


@lru_cache(maxsize=4096)
def _purposes_of_one(name: str) -> int:
    found = (_PURPOSE.match(name, place.start()) for place in _ANY.finditer(name))
    return reduce(or_, (_PURPOSE_BITS[match.lastgroup or ""] for match in found if match), 0)


def place(element: HtmlElement) -> int:
    """Return what an element's tag or role makes of it, a bit each in the order of PLACES."""
    return _PLACE_BITS.get(str(element.tag), 0) | (_PLACE_BITS["aside"] if element.get("role") in _BESIDE else 0)
