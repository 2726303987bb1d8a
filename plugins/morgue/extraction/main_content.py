"""trafilatura's own choice of a page's article, as its ``extract_content`` makes it, for the options of ours.

That takes most of its time for expressions that call Python for each element (see expressions), for elements of which
nothing becomes, and for a copy of the page that one page in twenty needs. The tests hold each body to the one of its.
"""

from lxml.etree import Element, XPath, _Element, strip_elements, strip_tags
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import (
    delete_by_link_density,
    link_density_test_tables,
    process_node,
)
from trafilatura.main_extractor import NOT_AT_THE_END, REBUILT_BLOCKS, handle_textelem
from trafilatura.settings import INLINE_CONSUMING, INLINE_FORMATTABLE, MIN_DUPLICATE_LENGTH, TAG_CATALOG, Extractor
from trafilatura.utils import SPACING_PROTECTED, text_chars_test, trim
from trafilatura.xml import delete_element
from trafilatura.xpaths import BODY_XPATH, DISCARD_IMAGE_ELEMENTS, OVERALL_DISCARD_XPATH, TEASER_DISCARD_XPATH

from morgue.extraction.expressions import in_one_walk, pruned

_FRAMES = [in_one_walk(each) if "re:test" in each.path else each for each in BODY_XPATH]
"""Where an article stands, the surest first."""

_DISCARDED = [in_one_walk(each) for each in OVERALL_DISCARD_XPATH]
_CAPTIONS = [in_one_walk(each) for each in DISCARD_IMAGE_ELEMENTS]
_TEASERS = [in_one_walk(each) for each in TEASER_DISCARD_XPATH]

_PARAGRAPHS = XPath("//p//text()", smart_strings=False)

_TAGS = TAG_CATALOG | {"table", "td", "th", "tr", "ref"}
_READ = frozenset({"list", "code", "quote", "head", "p", "lb", "table", "div"} | INLINE_CONSUMING)
"""Elements of which something may become."""

_FEW = 3
"""Times the least text of an article that a page has in paragraphs, or else its containers are read as such too."""


def main_content(tree: HtmlElement, options: Extractor) -> tuple[_Element, str] | None:
    """Return the body and its text, or None where there is next to nothing, for which trafilatura asks elsewhere.

    The tree is taken to pieces.
    """
    body = Element("body")
    tags = set(_TAGS)
    for frames in _FRAMES:
        frame = next(iter(frames(tree)), None)
        if frame is None:
            continue
        _prune(frame, options)
        if len(frame) and _is_filled(body, frame, tags, options):
            break
    text = " ".join(body.itertext()).strip()
    if len(body) == 0 or len(text) < options.min_extracted_size:
        return None
    _tidy(body)
    return body, text


def _prune(frame: HtmlElement, options: Extractor) -> None:
    """Take out what does not belong to an article."""
    pruned(frame, _DISCARDED, with_backup=True)
    pruned(frame, _CAPTIONS)
    if options.focus != "recall":
        pruned(frame, _TEASERS)
    links = 0
    for _ in range(2):  # what is taken has links, so while there are as many nothing was
        before, links = links, len(frame.findall(".//ref"))
        if links == before:
            break
        delete_by_link_density(frame, "div", backtracking=True)
        delete_by_link_density(frame, "list")
        delete_by_link_density(frame, "p")
    for table in [each for each in frame.iter("table") if link_density_test_tables(each)]:
        delete_element(table, keep_tail=False)
    strip_tags(frame, "span")


def _is_filled(body: _Element, frame: HtmlElement, tags: set[str], options: Extractor) -> bool:
    """Put what stands in a frame into the body and say whether that is more than one block."""
    if sum(map(len, _PARAGRAPHS(frame))) < options.min_extracted_size * _FEW:
        tags.add("div")
    elements = list(frame.iterdescendants("*"))
    inner = {each.tag for each in elements}
    alone = inner == {"lb"} or (frame.tag == "div" and "div" in tags and inner <= INLINE_FORMATTABLE | {"lb"})
    lead, start = None if alone else _paragraph(frame.text, options), len(body)
    for element in [frame] if alone else elements:
        if element.tag in _READ and not _is_in(body, element):
            _take(element, body, tags, options)
    while len(body) and body[-1].tag in NOT_AT_THE_END:
        delete_element(body[-1], keep_tail=False)
    if len(body) <= 1:
        return False
    if lead is not None:
        body.insert(start, lead)
    return True


def _take(element: _Element, body: _Element, tags: set[str], options: Extractor) -> None:
    """Put what becomes of an element at the end of the body."""
    tag, tail = element.tag, element.tail  # its handler may give it another
    taken = handle_textelem(element, tags, options)
    if taken is not None:
        body.append(taken)
        if not _is_in(body, element):
            element.tag = "done"
    if tag in REBUILT_BLOCKS and (taken is None or taken.tail is None):
        behind = _paragraph(tail, options)
        if behind is not None:
            body.append(behind)


def _is_in(body: _Element, element: _Element) -> bool:
    """Say whether an element was moved into the body."""
    return element.getroottree().getroot() is body


def _paragraph(text: str | None, options: Extractor) -> _Element | None:
    if not text_chars_test(text):
        return None
    paragraph = Element("p")
    paragraph.text = text
    return process_node(paragraph, options)


def _tidy(body: _Element) -> None:
    """Take out what repeats the block before it, and what only served to read the page."""
    before = ""
    for block in list(body):
        text = trim("".join(block.itertext()))
        if text and text == before and len(text) > MIN_DUPLICATE_LENGTH:
            delete_element(block, keep_tail=False)
        else:
            before = text
    strip_elements(body, "done")
    strip_tags(body, "div")
    for line_break in body.iter("lb"):
        protected = any(each.tag in SPACING_PROTECTED for each in line_break.iterancestors())
        if line_break.tail and not text_chars_test(line_break.tail) and not protected:
            line_break.tail = None
