"""Any file becomes its captures: the format is known by what the file holds, and each format is a module."""

from collections.abc import Iterator
from io import BytesIO
from os import SEEK_END
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from types import ModuleType
from typing import BinaryIO, cast

from morgue.capture import (
    archivebox,
    html,
    mhtml,
    packed,
    packed_by_name,
    selfextracting,
    tar_archive,
    text,
    wacz,
    warc,
    zip_archive,
)
from morgue.capture.allowance import Allowance, Counted
from morgue.capture.archivebox_folder import is_snapshot
from morgue.capture.errors import CaptureError
from morgue.capture.source import BUFFER, Described, Reading, Source, buffered
from morgue.limits import Limits
from morgue.model import Capture, Failure

_FORMATS: tuple[ModuleType, ...] = (
    wacz,
    warc,
    packed,
    tar_archive,
    zip_archive,
    mhtml,
    selfextracting,
    html,
    text,
    packed_by_name,
)
"""Each says by its first bytes (where these say nothing, by its name) whether a file is of its kind: the first that
does reads it. ``KIND`` is what it is called where the kinds are listed; ``pictures``, where pages of the kind may hold
any, yields those that are wanted."""


def open_captures(path: Path, origin: str, described: Described, limits: Limits) -> Iterator[Capture | Failure]:
    """Yield the captures that a file holds, one after the other; a part that cannot be read is a Failure in its place.

    Raise CaptureError, behind what could be read, when the file is a link, is of no known kind, cannot be read, holds
    nothing, or more than the limits allow.
    """
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        raise _unreadable(error) from None
    if S_ISLNK(mode):  # what a stranger's folder links to may be any file of this machine
        raise CaptureError("it is a link, which is not followed; put the file here, or its folder in MORGUE_CAPTURES")
    if S_ISDIR(mode):
        if not is_snapshot(path):
            raise CaptureError("the folder cannot be read; check that it may be entered")
        reading = Reading(described, limits, _read, Allowance(limits))
        yield from archivebox.captures(path, Source(buffered(BytesIO()), path.name, origin, reading))
        return
    if not S_ISREG(mode):
        raise CaptureError("it is no regular file; remove it from the captures")
    try:
        with path.open("rb", buffering=BUFFER) as file:
            yield from open_stream(file, path.name, origin, described, limits)
    except OSError as error:
        raise _unreadable(error) from None


def _unreadable(error: OSError) -> CaptureError:
    return CaptureError(f"the file cannot be read ({error.strerror or error}); check that it exists and may be read")


def open_stream(
    file: BinaryIO, name: str, origin: str, described: Described, limits: Limits
) -> Iterator[Capture | Failure]:
    """Yield the captures in a stream of bytes, as ``open_captures`` does of a file of that name."""
    allowance = Allowance(limits)
    if file.seekable():
        allowance.size = file.seek(0, SEEK_END)
        file.seek(0)
        stream = file
    else:
        stream = cast("BinaryIO", Counted(file, allowance))
    yield from _read(Source(buffered(stream), name, origin, Reading(described, limits, _read, allowance)))


def _read(source: Source) -> Iterator[Capture | Failure]:
    """Yield what a source holds. Raise CaptureError as ``open_captures`` does."""
    head = source.head
    if not head:
        raise CaptureError("the file is empty; capture the page again")
    form = form_of(head, source.name)
    if form is None:
        known = ", ".join(sorted((form.KIND for form in _FORMATS), key=str.casefold))
        raise CaptureError(f"this kind of file is not supported; known are {known}")
    yield from form.captures(source)


def form_of(head: bytes, name: str) -> ModuleType | None:
    """Return the format of a file by its first bytes and its name, or None where it is of no known kind."""
    return next((form for form in _FORMATS if form.recognises(head, name)), None)
