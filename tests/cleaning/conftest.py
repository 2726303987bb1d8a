import pytest

from morgue.authority.sidecar import Sidecar
from morgue.model import SEPARATOR, Block, Clipping, Mark


def _read(entry):
    """Return kind, text, marks (relative) and other fields of a block as the case files write it.

    A list's ``linked`` are the words in it that are links.
    """
    if isinstance(entry, str):
        return "paragraph", entry, (), {}
    entry = dict(entry)
    href = entry.pop("href", "https://outlet.example/story")
    fields = {name: entry.pop(name) for name in ("twin", "box", "path", "beside", "level") if name in entry}
    linked = entry.pop("linked", ()) if "list" in entry else ()
    [(kind, value)] = entry.items()
    if kind == "linked":
        return "paragraph", value, (Mark(0, len(value), "a", href),), fields
    if kind == "links":
        text, whole = "\n".join(value), []
        for item in value:
            start = whole[-1].end + 1 if whole else 0
            whole.append(Mark(start, start + len(item), "a", href))
        return "list", text, tuple(whole), fields
    text = "\n".join(value) if isinstance(value, list) else value
    marks = tuple(Mark(text.index(words), text.index(words) + len(words), "a", href) for words in linked)
    return kind, text, marks, fields


def _make_clipping(entries, title="", source=None, url=None, keep=()):
    """Return a clipping of blocks: a string is a paragraph, else ``kind: text`` (``linked``: all of it a link)."""
    blocks, texts, position = [], [], 0
    for entry in entries:
        kind, text, marks, fields = _read(entry)
        moved = tuple(Mark(mark.start + position, mark.end + position, mark.tag, mark.href) for mark in marks)
        blocks.append(Block(kind, position, position + len(text), marks=moved, **fields))
        texts.append(text)
        position += len(text) + len(SEPARATOR)
    return Clipping(
        "capture.txt",
        "0" * 64,
        url,
        None,
        title,
        (),
        source,
        None,
        None,
        None,
        SEPARATOR.join(texts),
        tuple(blocks),
        sidecar=Sidecar(keep=keep),
    )


@pytest.fixture(scope="session")
def make_clipping():
    return _make_clipping
