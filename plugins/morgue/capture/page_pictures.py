"""The pictures that a saved page holds: in its own text, as ``data:`` addresses, or in the folder beside it."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from morgue.capture.album import Album, Held
from morgue.capture.companions import file_of
from morgue.capture.held import held_in, name_of

_HELD = re.compile(rb"data:image/[^\"'<>()]++", re.IGNORECASE)
"""One such address, with whatever stands behind it in its attribute."""


def pictures_of_page(album: Album) -> Iterator[Held]:
    """Yield the pictures that a page wants and that it holds, each once."""
    inside = {source for source in album.own if source.startswith("data:")}
    if inside:
        for source, payload in _in_text(album.payload(), inside):
            yield Held(album.member, source, payload)
    for source in sorted(set(album.own) - inside):
        payload = _beside(album.path, source, album.limits.bytes) if album.path else b""
        if payload:
            yield Held(album.member, source, payload)


def _beside(page: Path, source: str, most: int) -> bytes:
    """Return what a page's own folder holds under an address, or nothing."""
    with suppress(OSError):  # a hostile name may be too long for any file
        file = file_of(page, source)
        if file and file.stat().st_size <= most:
            return file.read_bytes()
    return b""


def _in_text(page: bytes, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    left = set(wanted)
    for found in _HELD.finditer(page.replace(b"\0", b"")):  # UTF-16 reads as ASCII then
        written = found[0].decode("ascii", "ignore")
        address = html.unescape(written) if "&" in written else written
        for each in dict.fromkeys((address, *address.split(maxsplit=1)[:1])):  # of a choice, the size stands behind it
            payload = held_in(each)
            name = name_of(payload)
            if name in left:
                left.remove(name)
                yield name, payload
        if not left:
            return
