"""The pictures of pages in an archive: in a page's own text, or in the folder that was saved beside it."""

import posixpath
from collections.abc import Iterator
from typing import BinaryIO

from morgue.capture.album import Album, Held
from morgue.capture.companions import way_of
from morgue.capture.source import buffered

Beside = dict[str, list[tuple[str, str]]]
"""By the names of files in an archive, the members that want them, each with the address by which it does."""


def wanted_beside(album: Album) -> Beside:
    """Return which files of an archive are wanted by pages in it."""
    found: Beside = {}
    around = f"{album.member}#" if album.member else ""
    for member in sorted(album.wanted):
        page = member.removeprefix(around)
        for source in sorted(album.wanted[member]) if "#" not in page else ():
            folder, _, name = page.rpartition("/")
            if way := way_of(name, source):
                found.setdefault(posixpath.join(folder, *way), []).append((member, source))
    return found


def pictures_of_member(album: Album, file: BinaryIO, name: str, beside: Beside) -> Iterator[Held]:
    """Yield what is wanted of a member of an archive, or what it is itself, where it is wanted."""
    if name not in beside:
        yield from album.inner(file, name)
        return
    payload = buffered(file).read(album.limits.bytes + 1)
    if len(payload) <= album.limits.bytes:
        for member, source in beside[name]:
            yield Held(member, source, payload)
