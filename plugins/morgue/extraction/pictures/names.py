"""What pictures are called that are none of the article's: by their own names, and by those of what is around them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from morgue.vocabulary import any_of, load

_WORDS = load("pictures")
_OTHER = re.compile(rf"(?:^|[^a-z]){any_of(_WORDS['other'])}(?![a-z])")
_OTHER_FILE = re.compile(rf"(?:^|[^a-z]){any_of(_WORDS['other_files'])}(?![a-z])")
_OTHER_ALT = re.compile(rf"{any_of(_WORDS['other_alts'])}")
_CAPTION = re.compile(any_of(_WORDS["caption"]))
_CREDIT = re.compile(any_of(_WORDS["credit"]))
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_LONGEST = 1000
"""Characters of a class that are read."""

_CREDITED = frozenset({"credittext", "copyrightholder", "copyrightnotice"})
"""What schema.org calls a credit."""

_OF_FILE = 200
"""Characters at the end of an address that tell what file it is."""

_SIZED = re.compile(r"[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w?|\dx|scaled)$")
"""What services put behind a file's name for one of its sizes."""

_TELLING = 5
"""Letters of a file's name that tell it from others."""

_LEAST = 64
_FACE = 128
"""Pixels: what is lower or narrower is a sign or a tracker; what is neither wider nor higher, a face beside a name."""

_DRAWN = 200
"""Pixels from which a drawing is none of the page's signs; most of these declare nothing."""

_BANNER = 5
"""Times its height that a picture is wide from which it is a banner, a line or a button."""


def is_other(element: HtmlElement) -> bool:
    """Say whether a picture's names, words or size speak of anything but an article's picture."""
    width, height = sizes_of(element)
    if (
        0 < width < _LEAST
        or 0 < height < _LEAST
        or (height and (0 < max(width, height) <= _FACE or width >= _BANNER * height))
    ):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _is_other(names[:_LONGEST]) or element.get("aria-hidden") == "true" or bool(_OTHER_ALT.search(_alt(element)))


def is_other_file(element: HtmlElement, sources: Sequence[str]) -> bool:
    """Say whether what a picture's file is called speaks of anything else; most drawings are signs."""
    file = next((each for each in sources if not is_held(each)), "").lower()[-_OF_FILE:]
    return bool(_OTHER_FILE.search(file)) or (file.partition("?")[0].endswith(".svg") and sizes_of(element)[0] < _DRAWN)


def is_held(address: str) -> bool:
    """Say whether an address is the picture itself."""
    return address[:5].lower() == "data:"


def file_of(address: str) -> str:
    """Return what a picture's file is called, whatever size of it an address names; nothing where that says little."""
    if is_held(address):
        return ""
    name = without_size(address.partition("?")[0].rpartition("/")[2].rpartition(".")[0])
    return name.lower() if len(name) >= _TELLING else ""


def without_size(name: str) -> str:
    """Return a file's name without the size that a service put behind it."""
    return _SIZED.sub("", name)


def sizes_of(element: HtmlElement) -> tuple[int, int]:
    """Return width and height as a picture's element declares them, in pixels; 0 where it does not."""
    width, height = (_pixels(element.get(name, "")) for name in ("width", "height"))
    return width, height


def is_caption(element: HtmlElement) -> bool:
    """Say whether an element is called a caption."""
    return element.tag == "figcaption" or (
        (names := element.get("class")) is not None and _is_caption(names[:_LONGEST])
    )


def is_credit(element: HtmlElement) -> bool:
    """Say whether an element is made for who took a picture, or whose it is."""
    if element.get("itemprop", "").lower() in _CREDITED:
        return True
    names = element.get("class")
    return names is not None and _is_credit(names[:_LONGEST]) and not _is_caption(names[:_LONGEST])


@lru_cache(maxsize=4096)
def _is_other(names: str) -> bool:
    return bool(_OTHER.search(_HUMPS.sub("-", names).lower()))


@lru_cache(maxsize=4096)
def _is_caption(names: str) -> bool:
    return bool(_CAPTION.search(_HUMPS.sub("-", names).lower()))


@lru_cache(maxsize=4096)
def _is_credit(names: str) -> bool:
    return bool(_CREDIT.search(_HUMPS.sub("-", names).lower()))


def _pixels(declared: str) -> int:
    number = declared.strip().removesuffix("px")
    return int(number) if number.isdecimal() and len(number) < 6 else 0


def _alt(element: HtmlElement) -> str:
    return element.get("alt", "")[:_LONGEST].strip().lower()
