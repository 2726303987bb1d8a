"""Where a picture is to be had: the addresses that its element, and those that choose among files, name."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from morgue.extraction.page import Page
from morgue.extraction.pictures.names import is_held, without_size

_LAZY = (
    *("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-original-src", "data-full-src"),
    *("data-large_image", "data-large-file", "data-hi-res-src", "data-img-src", "data-lazy", "data-echo", "data-url"),
    *("data-cfsrc", "data-ezsrc", "data-actualsrc", "data-wpfc-original-src", "data-pagespeed-lazy-src"),
    *("nitro-lazy-src", "data-flickity-lazyload"),
)
_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-cfsrcset", "data-ezsrcset", "srcset")
"""Attributes in which scripts find what they put into ``src`` and ``srcset`` once a reader comes near."""

_CANDIDATE = re.compile(r"[\s,]*+(?:(\S*,)(?=\s|$)|(\S++)([^,]*+))")
"""One of a ``srcset``: an address, and how large it is. A comma inside an address is the address's."""

_SIZE = re.compile(r"\s(\d{1,6}(?:\.\d{1,3})?)[wx]\b")

_KINDS = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff", "jfif"})

_MOST_CHOICES = 50
"""Addresses of one ``srcset`` that are looked at."""

_MOST = 8
"""Addresses of one picture that are kept."""

_LONGEST = 4096
"""Characters of an address, but for one that holds the picture itself."""

_STANDS_IN = re.compile(
    r"(?:^|[_.-])(?:spacer|blank|placeholder|transparent|pixel|1x1|lazy-?load(?:er|ing)?|loading|clear|empty|dot|grey|gray)"
    r"(?:[_-]?\d{1,4}(?:x\d{1,4})?)?\.(?:gif|png|svg|jpe?g|webp)$",
    re.IGNORECASE,
)
"""What is shown until the picture is, or to keep a space."""

_LEAST_HELD = 400
_BLUR = 2000
"""Characters of a ``data:`` address: with fewer it keeps a space; with fewer, and another address, it is a blur that is
shown until the picture is there."""


def identity(address: str) -> str:
    """Return what is the same for all sizes in which a file is offered."""
    path = address.partition("?")[0]
    folder, _, name = path.rpartition("/")
    stem, _, kind = name.rpartition(".")
    return f"{folder}/{without_size(stem)}" if stem and kind.lower() in _KINDS else address


def sources_of(page: Page, number: int) -> list[str]:
    """Return a picture's addresses as the page writes them, the best first; none of what only stands in for it.

    What a script would load comes first, then the largest of a choice, then what is shown without either.
    """
    said = dict(page.nodes[number].element.items())
    chosen = [*_sets(said), *_files(page, number)]
    found = [
        *(said[name] for name in _LAZY if name in said),
        *(address for address, _ in sorted(chosen, key=lambda each: -each[1])),
        said.get("src", ""),
    ]
    sources = list(dict.fromkeys(address for each in found if _is_picture(address := each.strip())))[:_MOST]
    return [each for each in sources if len(sources) == 1 or len(each) >= _BLUR or not is_held(each)]


def _sets(said: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield the addresses of an element's choices, each with its size as the page gives it."""
    for name in _SETS:
        for found in islice(_CANDIDATE.finditer(said.get(name, "")), _MOST_CHOICES):
            size = _SIZE.search(found[3] or "")
            yield (found[1] or found[2]).rstrip(","), float(size[1]) if size else 1.0


def _files(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Yield what the files of a ``picture`` are; parsers put what follows such a file into it."""
    around = page.nodes[number].parent
    while around >= 0 and page.nodes[around].tag == "source":
        around = page.nodes[around].parent
    if around >= 0 and page.nodes[around].tag == "picture":
        for each in range(around + 1, number):
            if page.nodes[each].tag == "source":
                yield from _sets(dict(page.nodes[each].element.items()))


def _is_picture(address: str) -> bool:
    if address[:5].lower() == "data:":
        return address[5:11].lower() == "image/" and address[11:14].lower() != "svg" and len(address) > _LEAST_HELD
    if not address or len(address) > _LONGEST or address.startswith(("#", "about:", "blob:", "javascript:")):
        return False
    return not any(sign in address for sign in "{<>") and not _STANDS_IN.search(
        address.partition("?")[0].rpartition("/")[2]
    )
