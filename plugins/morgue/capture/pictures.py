"""The pictures of captures, once an archive knows which of them its articles show: a second pass over their files."""

from collections.abc import Iterator
from pathlib import Path

from morgue.capture.album import Album, Held, Wanted
from morgue.capture.allowance import Allowance
from morgue.capture.archivebox_folder import file_of, is_snapshot
from morgue.capture.errors import CaptureError
from morgue.capture.opening import form_of
from morgue.capture.source import BUFFER, buffered
from morgue.limits import Limits


def open_pictures(path: Path, wanted: Wanted, limits: Limits) -> Iterator[Held]:
    """Yield those of the wanted pictures that a file holds, in the order in which it holds them; none twice.

    The file is read once, however many of its members want pictures. What is wrong with it was said when its captures
    were read: here what cannot be read is not there.
    """
    if path.is_dir() and is_snapshot(path):
        yield from _of_snapshot(path, wanted, limits)
        return
    if path.is_symlink() or not path.is_file():
        return
    try:
        with path.open("rb", buffering=BUFFER) as file:
            allowance = Allowance(limits, path.stat().st_size)
            yield from _read(Album(buffered(file), path.name, wanted, limits, _read, allowance, path))
    except (OSError, CaptureError):
        return


def _of_snapshot(folder: Path, wanted: Wanted, limits: Limits) -> Iterator[Held]:
    """Yield the pictures of pages in a folder of ArchiveBox's: each of its files is opened by itself."""
    for name in sorted({member.partition("#")[0] for member in wanted}):
        if place := file_of(folder, name):
            mine = {member: wanted[member] for member in wanted if member.partition("#")[0] == name}
            inside = {member[len(name) + 1 :]: sources for member, sources in mine.items()}
            for held in open_pictures(place, inside, limits):
                yield held._replace(member=f"{name}#{held.member}" if held.member else name)


def _read(album: Album) -> Iterator[Held]:
    form = form_of(album.file.peek(), album.name)
    pictures = getattr(form, "pictures", None)  # a text has none
    if pictures:
        yield from pictures(album)
