"""The body that trafilatura makes of a page becomes blocks: nothing lost, nothing added."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from lxml.etree import Element, _Element

from morgue.extraction.charset import PARTING, normalise
from morgue.extraction.inline import Draft, Line, joined
from morgue.markup import INLINE_TAGS
from morgue.model import Mark

_EMPHASIS = {"#b": "strong", "#i": "em", "#t": "code", "#sub": "sub", "#sup": "sup"}
"""trafilatura's renditions of emphasis; the others (underlined, struck) have no element of their own here."""

_INLINE = frozenset({"hi", "ref", "del", "span", "ab"})
_IN_PARAGRAPHS = {"quote": "q", "code": "code"}
"""trafilatura knows no short quotation and no inline code: inside a paragraph, these are."""


def drafts_of(body: _Element) -> list[Draft]:
    """Return the blocks of a body in trafilatura's vocabulary (p, head, list, quote, table, code, hi, ref, lb)."""
    writer = _Writer()
    writer.flow(body)
    writer.flush()
    return writer.drafts


class _Writer:
    """Writes running text into paragraphs and hands every other block to its own function."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.line = Line()

    def flush(self) -> None:
        text = self.line.text()
        if text:
            self.drafts.append(Draft("paragraph", text, self.line.marks))
            self.line = Line()

    def flow(self, container: _Element) -> None:
        # A paragraph around one element is trafilatura's own, which trims what follows the element.
        alone = container.text is None and len(container) == 1
        self._write(container.text)
        for child in container:
            tag = child.tag
            if tag == "lb":
                self.line.line_break()
            elif tag in _INLINE or (container.tag == "p" and tag in _IN_PARAGRAPHS):
                _write_inline(self.line, child)
                if alone:
                    self.line.space()
            elif isinstance(tag, str) and tag != "graphic":
                self.flush()
                self._block(child)
                self.flush()
            self._write(child.tail)

    def _write(self, text: str | None) -> None:
        if not text:
            return
        first, *others = text.split(PARTING)
        self.line.write(first)
        for part in others:
            self.flush()
            self.line.write(part)

    def _block(self, element: _Element) -> None:
        if element.tag in _BUILDERS:
            self.drafts += _content(element)
        else:
            self.flow(element)


def _write_inline(line: Line, element: _Element) -> None:
    """Write an element inside running text; a block that hides in it (a card inside a link) is parted by spaces."""
    block = element.tag not in _INLINE and element.tag not in _IN_PARAGRAPHS
    if block:
        line.space()
    since = line.here()
    line.write(element.text)
    for child in element:
        if child.tag == "lb":
            line.line_break()
        elif isinstance(child.tag, str) and child.tag != "graphic":
            _write_inline(line, child)
        line.write(child.tail)
    if element.tag == "ref":
        line.mark(since, "a", element.get("target", ""))
    elif tag := _EMPHASIS.get(element.get("rend", "")) if element.tag == "hi" else _IN_PARAGRAPHS.get(str(element.tag)):
        line.mark(since, tag)
    if block:
        line.space()


def _heading(element: _Element) -> list[Draft]:
    rank = element.get("rend", "")[1:]
    level = min(max(int(rank) if rank.isdecimal() else 2, 2), 6)
    return [replace(_run(drafts_of(element)), kind="heading", level=level)]


def _list(element: _Element) -> list[Draft]:
    """Return a list as one block; the items of a list inside an item follow that item."""
    entries: list[Draft] = []
    for item in _parts(element):
        for nested, group in groupby(_content(item), key=lambda draft: draft.kind == "list"):
            drafts = list(group)
            entries += drafts if nested else [_marked(_run(drafts), "li")]
    text, marks = joined(entries, "\n")
    return [Draft("list", text, marks, level=int(element.get("rend") == "ol"))]


def _quotation(element: _Element) -> list[Draft]:
    """Return a block quotation; its paragraphs are lines, marked where there are several."""
    inner = [draft if draft.kind == "paragraph" else _run([draft]) for draft in drafts_of(element)]
    text, marks = joined([_marked(draft, "p") for draft in inner] if len(inner) > 1 else inner, "\n")
    return [Draft("quotation", text, marks)]


def _table(element: _Element) -> list[Draft]:
    """Return a table; one that frames a single cell is no table: its content stands for itself."""
    rows = [[(_CELL[cell.get("role") == "head"], _content(cell)) for cell in _parts(row)] for row in _parts(element)]
    filled = [drafts for row in rows for _, drafts in row if drafts]
    if len(filled) == 1:
        return filled[0]
    lines = []
    for row in rows:
        while row and not row[-1][1]:
            row.pop()
        if cells := [_marked(_run(drafts), tag) for tag, drafts in row]:
            lines.append(_marked(Draft("table", *joined(cells, "\t")), "tr"))
    text, marks = joined(lines, "\n")
    return [Draft("table", text, marks)]


def _code(element: _Element) -> list[Draft]:
    for line_break in element.iter("lb"):
        line_break.text = "\n"
    lines = normalise("".join(element.itertext())).expandtabs(4).split("\n")
    return [Draft("code", "\n".join(line.rstrip() for line in lines).strip("\n"))]


def _parts(element: _Element) -> list[_Element]:
    """Return the items, rows or cells of an element; text beside them is one more, so that nothing is lost."""
    parts = [child for child in element if isinstance(child.tag, str)]
    loose = " ".join(text for text in (element.text, *(child.tail for child in element)) if text and not text.isspace())
    if loose:
        parts.append(Element("item"))
        parts[-1].text = loose
    return parts


def _content(element: _Element) -> list[Draft]:
    builder = _BUILDERS.get(str(element.tag), drafts_of)
    return [draft for draft in builder(element) if draft.text]


def _run(drafts: Iterable[Draft]) -> Draft:
    """Return blocks as one line of running text, for a place that has room for no more."""
    text, marks = joined(drafts, " ")
    return Draft("paragraph", text.translate(_ONE_LINE), [mark for mark in marks if mark.tag in INLINE_TAGS])


def _marked(draft: Draft, tag: str) -> Draft:
    return Draft(draft.kind, draft.text, [Mark(0, len(draft.text), tag), *draft.marks], draft.level)


_CELL = ("td", "th")
_ONE_LINE = str.maketrans("\n\t", "  ")

_BUILDERS: dict[str, Callable[[_Element], list[Draft]]] = {
    "head": _heading,
    "list": _list,
    "quote": _quotation,
    "table": _table,
    "code": _code,
}
