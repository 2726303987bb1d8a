"""Blocks as HTML: text and marks in, escaped elements out; nothing of a stranger's page gets through unescaped."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, islice, pairwise, takewhile
from urllib.parse import urlsplit

from morgue.letters import direction_of
from morgue.model import Block, Clipping, Mark, Mask, Removal

INLINE_TAGS = frozenset({"a", "strong", "em", "code", "sub", "sup", "q"})
STRUCTURE_TAGS = frozenset({"li", "tr", "td", "th", "p"})
"""Of list, table and quotation: the separator between two of these (line break or tab) is theirs, not text."""

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})

_WEB = re.compile(r"https?://[\w.:-]+(?:[/?#]|$)", re.ASCII)
"""How nearly every link begins: there is nothing in it that could be taken for something else."""

_ELEMENTS = {"paragraph": "p", "quotation": "blockquote", "table": "table", "code": "pre", "caption": "p"}


@dataclass(frozen=True, slots=True)
class Overlay:
    """A span of the extraction to be wrapped: a mention, a quote, evidence. ``attributes`` are escaped here.

    Overlays that cross an element or each other are split; an ``id`` goes to the first piece alone.
    """

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


def safe_href(href: str) -> str:
    """Return an address that a page may link to, or nothing."""
    address = href.strip()
    if _WEB.match(address):
        return address
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in SAFE_SCHEMES else ""


def render_blocks(
    clipping: Clipping,
    mask: Mask | None = None,
    overlays: Sequence[Overlay] = (),
    *,
    show_removed: bool = False,
    direction: str = "",
) -> list[str]:
    """Return each block of a clipping as HTML under a mask: nothing of one that the mask covers whole.

    With ``show_removed`` what is covered stands there too, in elements with the attribute ``hidden`` and the class
    ``removed``, for a page to reveal. A block that does not run in ``direction`` (rtl, ltr), where one is given, says
    so.
    """
    renderer = _Renderer(clipping.extracted, mask or Mask(), overlays, show_removed=show_removed, direction=direction)
    return [renderer.block(block) for block in clipping.blocks]


def render_body(
    clipping: Clipping,
    mask: Mask,
    overlays: Sequence[Overlay] = (),
    *,
    show_removed: bool = False,
    direction: str = "",
) -> str:
    """Return all blocks of a clipping of which anything is left, a line each."""
    blocks = render_blocks(clipping, mask, overlays, show_removed=show_removed, direction=direction)
    return "\n".join(filter(None, blocks))


class _Renderer:
    def __init__(
        self, extracted: str, mask: Mask, overlays: Sequence[Overlay], *, show_removed: bool, direction: str
    ) -> None:
        self.extracted = extracted
        self.removals = mask.removals
        self.removal_ends = [removal.end for removal in mask.removals]
        self.links = {(link.start, link.end): link.now for link in mask.links}
        self.overlays = sorted(overlays, key=lambda overlay: (overlay.start, -overlay.end))
        self.overlay_reach = list(accumulate((overlay.end for overlay in self.overlays), max))
        self.show_removed = show_removed
        self.direction = direction
        self.opened: set[Overlay] = set()
        self.bare = not (self.removals or self.overlays)
        self.line_break = "<br>"

    def block(self, block: Block) -> str:
        self.line_break = "\n" if block.kind == "code" else "<br>"
        if block.kind == "list":
            tag = "ol" if block.level else "ul"
        elif block.kind == "heading":
            tag = f"h{min(max(block.level, 2), 6)}"
        else:
            tag = _ELEMENTS[block.kind]
        attributes: tuple[tuple[str, str], ...] = (("class", "caption"),) if block.kind == "caption" else ()
        runs = direction_of(self.extracted[block.start : block.end]) if self.direction else ""
        if runs not in ("", self.direction):
            attributes = (*attributes, ("dir", runs))
        if self.bare and not block.marks:
            return f"<{tag}{_attributes(attributes)}>{self._escaped(block.start, block.end)}</{tag}>"
        marks = deque(sorted(block.marks, key=lambda mark: (mark.start, -mark.end, mark.tag not in STRUCTURE_TAGS)))
        return self._element(Mark(block.start, block.end, tag), marks, attributes)

    def _element(self, mark: Mark, inner: deque[Mark], attributes: tuple[tuple[str, str], ...] = ()) -> str:
        covered = self._covered(mark.start, mark.end)
        if covered and not self.show_removed:
            return ""
        outermost = covered and mark.tag not in INLINE_TAGS
        if outermost:
            attributes = _hidden(covered, attributes)
        if mark.tag == "a":
            href = safe_href(self.links.get((mark.start, mark.end), mark.href))
            if not href:
                return "".join(self._inside(mark, inner, covered=bool(covered)))
            attributes = (("href", href), ("rel", "nofollow noopener"), *attributes)
        content = "".join(self._inside(mark, inner, covered=bool(covered)))
        return f"<{mark.tag}{_attributes(attributes)}>{content}</{mark.tag}>"

    def _inside(self, mark: Mark, inner: deque[Mark], *, covered: bool) -> Iterator[str]:
        """Yield what stands between an element's tags; inside a covered one nothing is hidden a second time."""
        position = mark.start
        while inner and inner[0].start < mark.end:
            child = inner.popleft()
            children: deque[Mark] = deque()
            while inner and inner[0].start < child.end:
                children.append(inner.popleft())
            if child.tag not in STRUCTURE_TAGS or self.extracted[position : child.start].strip():
                yield self._text(position, child.start, covered=covered)
            yield self._element(child, children)
            position = child.end
        structured = position > mark.start and not self.extracted[position : mark.end].strip()
        if not structured or mark.tag in INLINE_TAGS | {"p", "li", "td", "th"}:
            yield self._text(position, mark.end, covered=covered)

    def _text(self, start: int, end: int, *, covered: bool) -> str:
        """Return a run of text without elements, cut at every removal and overlay."""
        if self.bare:
            return self._escaped(start, end)
        found, over = () if covered else self._removals_in(start, end), self._overlays_in(start, end)
        if not found and not over:
            return self._escaped(start, end)
        removals, overlays = deque(found), deque(over)
        cuts = {start, end}
        spans = [(removal.start, removal.end) for removal in removals] + [(over.start, over.end) for over in overlays]
        for span in spans:
            cuts.update(position for position in span if start < position < end)
        pieces = []
        around: list[Overlay] = []
        for low, high in pairwise(sorted(cuts)):
            # The cuts only go forward: what ends before one is not looked at again, however many there are.
            while removals and removals[0].end <= low:
                removals.popleft()
            around = [overlay for overlay in around if overlay.end > low]
            while overlays and overlays[0].start <= low:
                around.append(overlays.popleft())
            html = self._escaped(low, high)
            if removals and removals[0].start <= low:
                if self.show_removed:
                    pieces.append(f"<del{_attributes(_hidden([removals[0]]))}>{html}</del>")
                continue
            for overlay in reversed(around):
                html = f"<{overlay.tag}{_attributes(self._once(overlay))}>{html}</{overlay.tag}>"
            pieces.append(html)
        return "".join(pieces)

    def _escaped(self, start: int, end: int) -> str:
        return escape(self.extracted[start:end], quote=False).replace("\n", self.line_break)

    def _removals_in(self, start: int, end: int) -> list[Removal]:
        if not self.removals:
            return []
        first = bisect_right(self.removal_ends, start)
        return list(takewhile(lambda removal: removal.start < end, islice(self.removals, first, None)))

    def _overlays_in(self, start: int, end: int) -> list[Overlay]:
        """Return the overlays that meet a span; the furthest end up to each tells where to begin."""
        if not self.overlays:
            return []
        first = bisect_right(self.overlay_reach, start)
        meeting = takewhile(lambda overlay: overlay.start < end, islice(self.overlays, first, None))
        return [overlay for overlay in meeting if overlay.end > start]

    def _once(self, overlay: Overlay) -> Iterable[tuple[str, str]]:
        first = overlay not in self.opened
        self.opened.add(overlay)
        return [(name, value) for name, value in overlay.attributes if first or name != "id"]

    def _covered(self, start: int, end: int) -> list[Removal]:
        """Return the removals that together cover a span, or none when something of it is left."""
        if not self.removals:
            return []
        position, found = start, []
        for removal in self._removals_in(start, max(end, start + 1)):
            if removal.start > position:
                break
            found.append(removal)
            position = removal.end
        return found if position >= end else []


def _hidden(removals: Sequence[Removal], attributes: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, str], ...]:
    kept = tuple(pair for pair in attributes if pair[0] != "class")
    return (
        *kept,
        ("class", "removed"),
        ("data-rule", removals[0].rule),
        ("hidden", ""),
        ("data-pagefind-ignore", "all"),
    )


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)
