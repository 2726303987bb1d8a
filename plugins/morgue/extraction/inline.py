"""Running text with its marks: what stands inside one block, white space as a reader sees it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from morgue.extraction.charset import normalise
from morgue.model import BlockKind, Mark


@dataclass(slots=True)
class Draft:
    """A block before its place in ``extracted`` is known; marks count from the start of its text.

    ``number`` is the node of its element, or -1 where that is unknown.
    """

    kind: BlockKind
    text: str
    marks: list[Mark] = field(default_factory=list)
    level: int = 0
    path: str = ""
    number: int = -1
    twin: str = ""
    removed_by: str = ""
    kept_by: str = ""
    box: str = ""
    beside: str = ""

    @property
    def aside(self) -> bool:
        """Say whether it stands in the extraction for the record alone."""
        return bool(self.twin or self.removed_by)


class Line:
    """The text of one block being written: white space collapses, a line break stays, a mark ends with its words."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._break = False

    def write(self, text: str | None) -> None:
        """Add running text."""
        if not text:
            return
        text = normalise(text)
        words = text.split()
        if words:
            if self._length and (self._break or self._space or text[0].isspace()):
                self._push("\n" if self._break else " ")
            self._push(" ".join(words))
            self._space = self._break = False
        if text[-1:].isspace():
            self._space = True

    def _push(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def space(self) -> None:
        """Part what comes next from what stands there."""
        self._space = True

    def line_break(self) -> None:
        """Begin a new line."""
        self._break = True

    def here(self) -> tuple[int, int]:
        """Return the place where the next words go, for ``mark``."""
        return self._length, len(self._pieces)

    def mark(self, since: tuple[int, int], tag: str, href: str = "") -> None:
        """Mark the words written since a place, without the space before them; where there are none, do nothing."""
        start, piece = since
        if start == self._length:
            return
        start += self._pieces[piece].isspace()
        self.marks.append(Mark(start, self._length, tag, href))

    def text(self) -> str:
        """Return the text written so far."""
        return "".join(self._pieces)


def joined(parts: Iterable[Draft], separator: str) -> tuple[str, list[Mark]]:
    """Return the texts of drafts as one, with their marks."""
    texts: list[str] = []
    marks: list[Mark] = []
    position = 0
    for part in parts:
        marks += [mark.moved(position) for mark in part.marks]
        texts.append(part.text)
        position += len(part.text) + len(separator)
    return separator.join(texts), marks
