"""The pictures of captures, once an archive knows which of them its articles show: a second pass over their files."""

from collections.abc import Iterator
from pathlib import Path

from morgue.capture.album import Album, Held, Wanted
from morgue.capture.errors import CaptureError
from morgue.capture.opening import form_of
from morgue.capture.source import BUFFER, buffered
from morgue.limits import Limits


def open_pictures(path: Path, wanted: Wanted, limits: Limits) -> Iterator[Held]:
    """Yield those of the wanted pictures that a file holds, in the order in which it holds them; none twice.

    The file is read once, however many of its members want pictures. What is wrong with it was said when its captures
    were read: here what cannot be read is not there.
    """
    if path.is_symlink() or not path.is_file():
        return
    try:
        with path.open("rb", buffering=BUFFER) as file:
            yield from _read(Album(buffered(file), path.name, wanted, limits, _read, path))
    except (OSError, CaptureError):
        return


def _read(album: Album) -> Iterator[Held]:
    form = form_of(album.file.peek(), album.name)
    pictures = getattr(form, "pictures", None)  # a text has none
    if pictures:
        yield from pictures(album)
