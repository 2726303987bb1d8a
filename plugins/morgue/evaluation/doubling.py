"""Makes doubled pages of sound ones: the element that holds a page's article a second time, in every usual shape."""

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from morgue.extraction.page import Page
from morgue.letters import runs_of, words_of

_RUN = 5
"""Words in a row by which a text is found again on its page."""

_HELD = 0.95
"""Of the article's runs that stand on the page: an element with fewer does not hold the article."""

_PARAGRAPH_WORDS = 10
"""Words of a first paragraph: fewer are a label or a date."""

_TEASER = 3
"""Paragraphs of a teaser; an article of fewer than twice as many is not cut short by one."""


def holder_of(tree: HtmlElement, text: str) -> HtmlElement | None:
    """Return the smallest element of a page that holds an article's text, or None where the page has none of it."""
    runs = set(runs_of(words_of(text), _RUN))
    page = Page(tree)
    found = list(runs_of(page.words, _RUN))
    wanted = _HELD * len(runs.intersection(found))
    if not wanted:
        return None
    number = 0
    while True:
        inner = (
            child
            for child in page.children(number)
            if len(runs.intersection(found[page.nodes[child].start : page.nodes[child].end])) >= wanted
        )
        narrower = next(inner, None)
        if narrower is None:
            return page.nodes[number].element
        number = narrower


def _twin(holder: HtmlElement) -> bool:
    _beside(holder, _copy(holder))
    return True


def _triple(holder: HtmlElement) -> bool:
    _beside(holder, _copy(holder))
    _beside(holder, _copy(holder))
    return True


def _print_copy(holder: HtmlElement) -> bool:
    """Put a copy at the end of the page that has text and paragraphs alone, as pages for print do."""
    copy = _copy(holder)
    for element in copy.iter(etree.Element):
        for name in set(element.attrib) - {"href", "src"}:
            del element.attrib[name]
    copy.set("class", "print")
    body = holder.getroottree().getroot().find("body")
    if body is None:
        return False
    body.append(copy)
    return True


def _without_first(holder: HtmlElement) -> bool:
    copy = _copy(holder)
    paragraphs = _paragraphs(copy)
    first = next((each for each in paragraphs if len(words_of(each.text_content())) >= _PARAGRAPH_WORDS), None)
    if first is None or len(paragraphs) < 2:
        return False
    first.drop_tree()
    _beside(holder, copy)
    return True


def _altered(holder: HtmlElement) -> bool:
    """Put a copy beside an article that another template printed: other marks, no links, its end cut."""
    copy = _copy(holder)
    paragraphs = _paragraphs(copy)
    if len(paragraphs) < 2:
        return False
    etree.strip_elements(copy, "script", "style", with_tail=False)  # the cut end must not print one
    etree.strip_tags(copy, "a")
    for element in copy.iter(etree.Element):
        element.text = _other_marks(element.text)
        if element is not copy:
            element.tail = _other_marks(element.tail)
    opening = paragraphs[0]
    opening.text = (opening.text or "").upper() or None
    last = paragraphs[-1]
    text = last.text_content()
    for child in list(last):
        last.remove(child)
    last.text = f"{text[: len(text) // 2]}… Read more"
    _beside(holder, copy)
    return True


_MARKS = str.maketrans({'"': "”", "'": "’", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "-": "–"})


def _other_marks(text: str | None) -> str | None:
    return re.sub(r"(?<=\S) (?=\S)", "\xa0", text.translate(_MARKS), count=2) if text else text


def _inside_itself(holder: HtmlElement) -> bool:
    copy = _copy(holder)
    last = holder[-1] if len(holder) else None
    if last is None:
        holder.text = f"{holder.text or ''} {copy.text or ''}"
    else:
        last.tail = f"{last.tail or ''}{copy.text or ''}"
    holder.extend(list(copy))
    return True


def _interleaved(holder: HtmlElement) -> bool:
    """Put each paragraph twice, one after the other, unless something in the article stands so of itself."""
    paragraphs = _paragraphs(holder)
    if len(paragraphs) < 2 or any(_repeated_next(each) for each in holder.iterdescendants(etree.Element)):
        return False
    for paragraph in paragraphs:
        _beside(paragraph, _copy(paragraph))
    return True


def _teaser_first(holder: HtmlElement) -> bool:
    """Put the beginning of the article above it, in a box of its own that leads on to the whole."""
    paragraphs = [each for each in _paragraphs(holder) if len(words_of(each.text_content())) >= _PARAGRAPH_WORDS]
    if len(paragraphs) < 2 * _TEASER or holder.tag in ("html", "body"):
        return False
    copy = _copy(holder)
    last = next(each for each in _paragraphs(copy) if each.text_content() == paragraphs[_TEASER - 1].text_content())
    for element in (last, *last.iterancestors()):
        element.tail = None
        around = element.getparent()
        if around is not None:
            del around[around.index(element) + 1 :]
    box = holder.makeelement("div", {"class": "teaser"})
    box.append(copy)
    etree.SubElement(etree.SubElement(box, "p"), "a", {"href": "#whole"}).text = "Read more"
    holder.addprevious(box)
    return True


SHAPES: dict[str, Callable[[HtmlElement], bool]] = {
    "twin": _twin,
    "triple": _triple,
    "print copy": _print_copy,
    "without first": _without_first,
    "altered": _altered,
    "inside itself": _inside_itself,
    "interleaved": _interleaved,
    "teaser first": _teaser_first,
}
"""Shapes by name. Each doubles a holder in its tree, or returns False for a page that cannot take the shape."""


def _repeated_next(element: HtmlElement) -> bool:
    following = element.getnext()
    if following is None:
        return False
    words = words_of(element.text_content())
    return bool(words) and words == words_of(following.text_content())


def _copy(element: HtmlElement) -> HtmlElement:
    copy = deepcopy(element)
    copy.tail = None
    if copy.tag in ("html", "body"):
        copy.tag = "div"
    return copy


def _beside(element: HtmlElement, copy: HtmlElement) -> None:
    """Put a copy right after an element; a page's body takes it in at its end."""
    if element.tag in ("html", "body"):
        element.append(copy)
    else:
        element.addnext(copy)


def _paragraphs(element: HtmlElement) -> list[HtmlElement]:
    return [each for each in element.iter("p") if each is not element and words_of(each.text_content())]
