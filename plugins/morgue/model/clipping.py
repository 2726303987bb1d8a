"""What extraction makes of a capture."""

from typing import Literal

from morgue.authority.sidecar import UNSAID, Sidecar
from morgue.model.value import Value

BlockKind = Literal["paragraph", "heading", "list", "quotation", "table", "code", "caption"]

SEPARATOR = "\n\n"
"""What stands between two blocks of ``Clipping.extracted``."""


class Mark(Value, frozen=True):
    """What a span inside a block is: one of markup.INLINE_TAGS or markup.STRUCTURE_TAGS; ``href`` goes with ``a``.

    ``rel`` is empty, or says how the page disowns the address: sponsored, nofollow or ugc. Marks of a block nest or
    stand apart; they never cross.
    """

    start: int
    end: int
    tag: str
    href: str = ""
    rel: str = ""

    def moved(self, by: int) -> "Mark":
        """Return the same mark so many characters further on."""
        return Mark(self.start + by, self.end + by, self.tag, self.href, self.rel) if by else self


class Block(Value, frozen=True):
    """One block of the extraction: ``Clipping.extracted[start:end]``.

    ``path`` is the XPath of its element in the captured page, or ``line N`` of a text dump; empty where unknown.
    ``level`` is a heading's (2 to 6), or 1 for a numbered list; else 0. Items of a list and rows of a table are lines
    of the text, cells are parted by a tab.
    ``beside`` is empty, or says why the block hardly belongs to the article.
    ``twin`` is empty, or says which copy this block is: the reason why extraction set the whole container aside.
    ``removed_by`` and ``kept_by`` are empty, or say where the outlet's rule is written that selects its element.
    ``box`` is empty, or what the page calls the box around it: a group of ``vocabulary/furniture.yml``.
    """

    kind: BlockKind
    start: int
    end: int
    path: str = ""
    level: int = 0
    marks: tuple[Mark, ...] = ()
    twin: str = ""
    removed_by: str = ""
    kept_by: str = ""
    box: str = ""
    beside: str = ""


class Picture(Value, frozen=True):
    """A picture that the article shows: before the block that begins at ``at`` in ``extracted``, or at the end.

    ``sources`` are its addresses as the page writes them, the best first, a relative one with the whole address behind
    it; where the page itself holds the picture, ``data:`` and the SHA-256 of its bytes. ``address`` is where it stood
    on the web, or empty. ``until`` is 0, or where the blocks end, from ``at`` on, that are its caption (``caption`` is
    empty then). ``box`` is what of ``extracted`` the page's own box around it holds: where cleaning takes all of that,
    the picture goes too. ``width`` and ``height`` are pixels as the page declares them, or 0.
    """

    at: int
    sources: tuple[str, ...]
    address: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    until: int = 0
    box: tuple[int, int] = (0, 0)
    width: int = 0
    height: int = 0


class Clipping(Value, frozen=True):
    """What extraction makes of a capture: its metadata and its whole text, nothing taken out.

    ``refused`` is empty, or says why it is not published; ``incomplete`` is empty, or says how it is known that the
    text breaks off. Dates are ISO 8601 of reduced precision. ``digest`` is the capture's SHA-256. ``rules_met`` says
    where those of the outlet's rules are written whose selectors name something. ``pictures`` are in order.
    """

    origin: str
    digest: str
    url: str | None
    captured: str | None
    title: str
    byline: tuple[str, ...]
    source: str | None
    published: str | None
    updated: str | None
    language: str | None
    extracted: str
    blocks: tuple[Block, ...]
    refused: str = ""
    incomplete: str = ""
    sidecar: Sidecar = UNSAID
    rules_met: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def text_of(self, block: Block) -> str:
        """Return the text of one of the clipping's blocks."""
        return self.extracted[block.start : block.end]

    def caption_of(self, picture: Picture) -> str:
        """Return what the page says below a picture, whether that is a part of the text or not."""
        return picture.caption or self.extracted[picture.at : picture.until]
