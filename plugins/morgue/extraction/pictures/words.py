"""What a page says of a picture: its caption, whose it is, what it shows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from morgue.extraction.charset import PARTING, normalise
from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.jsonld import first_text, texts
from morgue.extraction.pictures.names import file_of, is_credit

_CREDITS = ("data-credit", "data-copyright", "data-photographer", "data-image-credit")
_CAPTIONS = ("data-caption", "data-image-caption")
_ALTS = ("alt", "data-alt", "aria-label")

_STATED = ("credittext", "copyrightholder", "copyrightnotice", "creator", "author")
"""Properties of schema.org's ImageObject that name whose a picture is, the plainest first."""

_OF_PAGE = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")

_MOST = 200
"""Pictures that a page tells machines of that are looked at."""

_LONGEST = 2000
"""Characters of a caption: a longer one is none."""


def caption_and_credit(element: HtmlElement, captions: Sequence[HtmlElement]) -> tuple[str, str]:
    """Return what the captions around a picture say, those parts aside that say whose it is, and these."""
    aside: list[str] = []
    said = [_line(" ".join(_parts(caption, aside))) for caption in captions]
    caption = " ".join(filter(None, said)) or _attribute(element, _CAPTIONS)
    credit = " ".join(dict.fromkeys(filter(None, map(_line, aside)))) or _attribute(element, _CREDITS)
    return caption[:_LONGEST], credit[:_LONGEST]


def alt_of(element: HtmlElement) -> str:
    """Return the words that stand for a picture where it is not seen; a file's name is none."""
    alt = _attribute(element, _ALTS)[:_LONGEST]
    return "" if " " not in alt and "." in alt else alt


class Stated:
    """The pictures that a page tells machines of, by their files, each with whose it is."""

    def __init__(self, head: Head) -> None:
        self.credits: dict[str, str] = {}
        for address in (address for name in _OF_PAGE for address in head.metas.get(name, ())[:_MOST]):
            self.credits.setdefault(file_of(address), "")
        for _, node in zip(range(_MOST), _images(head.graph.nodes), strict=False):
            credit = next((name for key in _STATED for name in head.graph.names(node.get(key))), "")
            for address in (*texts(node.get("url")), *texts(node.get("contenturl"))):
                self.credits[file_of(address)] = self.credits.get(file_of(address)) or _line(credit)[:_LONGEST]
        self.credits.pop("", None)

    def credit(self, sources: Iterable[str]) -> str:
        """Return whose a picture with these addresses is, or nothing."""
        return next((credit for each in sources if (credit := self.credits.get(file_of(each), ""))), "")


def _images(nodes: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the pictures among JSON-LD's objects and in their properties."""
    for node in nodes:
        if first_text(node.get("@type")).lower() == "imageobject":
            yield node
        image = node.get("image")
        for each in image if isinstance(image, list) else [image]:
            if isinstance(each, dict):
                yield {name.lower(): value for name, value in each.items()}
            elif isinstance(each, str):
                yield {"url": each}


def _parts(element: HtmlElement, aside: list[str]) -> Iterator[str]:
    """Yield the text of a caption without its credits, which are put aside."""
    waiting = [(element, True)]
    while waiting:
        each, inside = waiting.pop()
        if not inside:
            yield each.tail or ""
            continue
        if is_credit(each):
            aside.append("".join(map(str, each.itertext())))
            continue
        yield each.text or ""
        for child in reversed(each):
            waiting += [(child, False), (child, True)]


def _attribute(element: HtmlElement, names: Iterable[str]) -> str:
    attributes = element.attrib
    return next((said for name in names if name in attributes and (said := _line(attributes[name][:_LONGEST]))), "")


def _line(text: str) -> str:
    return " ".join(normalise(text.replace(PARTING, " ")).split())
