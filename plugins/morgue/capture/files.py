"""Files become captures: the format is known by the name, each format is a module."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from morgue.authority.sidecar import SIDECAR_SUFFIX, Sidecar
from morgue.capture import gz, html, text
from morgue.capture.errors import CaptureError
from morgue.model import Capture

_FORMATS = {suffix: form for form in (html, text) for suffix in form.SUFFIXES}
_PACKED = ".gz"


def find_captures(folders: Sequence[Path]) -> list[Path]:
    """Return every file in the folders that is neither hidden nor a sidecar, sorted by its path.

    A file of an unknown kind is among them, so that it is reported and not passed over; so are a folder that cannot be
    read, and a link, which is not followed. A path that is itself a file stands for itself. Raise CaptureError for one
    that does not exist.
    """
    found: set[Path] = set()
    for folder in folders:
        if not folder.exists():
            raise CaptureError(f"{folder}: there is no such folder of captures; create it or correct MORGUE_CAPTURES")
        if not folder.is_dir():
            found.add(folder)
            continue
        for root, inner, names in os.walk(folder, onerror=lambda error: found.add(Path(error.filename))):
            here = Path(root)
            links = [name for name in inner if (here / name).is_symlink()]
            inner[:] = [name for name in inner if not name.startswith(".")]
            found.update(here / name for name in (*names, *links) if _may_be_capture(name))
    return sorted(found, key=Path.as_posix)


def _may_be_capture(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(SIDECAR_SUFFIX)


def open_captures(path: Path, origin: str, sidecar: Sidecar | None, max_bytes: int) -> Iterator[Capture]:
    """Yield the captures that a file holds: one, in the formats there are now.

    Raise CaptureError when the file is a link, is of no known kind, cannot be read, is empty, or is larger than
    ``max_bytes`` once unpacked.
    """
    if path.is_symlink():  # what a stranger's folder links to may be any file of this machine
        raise CaptureError("it is a link, which is not followed; put the file here, or its folder in MORGUE_CAPTURES")
    name = path.name.lower()
    packed = name.endswith(_PACKED)
    form = _FORMATS.get(Path(name.removesuffix(_PACKED)).suffix)
    if form is None:
        if path.is_dir():
            raise CaptureError("the folder cannot be read; check that it may be entered")
        known = ", ".join(_FORMATS)
        raise CaptureError(f"this kind of file is not supported; known are {known}, each also as {_PACKED}")
    payload = _read(path, max_bytes)
    yield capture_of(gz.unpack(payload, max_bytes) if packed else payload, origin, sidecar, media_type=form.MEDIA_TYPE)


def capture_of(
    payload: bytes,
    origin: str,
    sidecar: Sidecar | None = None,
    *,
    media_type: Literal["text/html", "text/plain"] | None = None,
) -> Capture:
    """Return an unpacked payload as a capture; without a media type, one that begins with a tag is a page.

    Raise CaptureError when it is empty.
    """
    if not payload.strip(b"\0 \t\r\n"):
        raise CaptureError("the file is empty; capture the page again")
    if media_type is None:
        start = payload[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        media_type = "text/html" if start.startswith(b"<") else "text/plain"
    form = html if media_type == html.MEDIA_TYPE else text
    sidecar = sidecar or Sidecar()
    return Capture(
        origin=origin,
        payload=payload,
        sha256=hashlib.sha256(payload).hexdigest(),
        media_type=media_type,
        url=sidecar.url or form.address_in(payload),
        captured=sidecar.captured,
        sidecar=sidecar,
    )


def _read(path: Path, max_bytes: int) -> bytes:
    """Return a file's bytes. A packed file counts as it is: unpacked it is larger still."""
    if path.exists() and not path.is_file():
        raise CaptureError("it is no regular file; remove it from the captures")
    try:
        with path.open("rb") as file:
            payload = file.read(max_bytes + 1)
    except OSError as error:
        raise CaptureError(
            f"the file cannot be read ({error.strerror}); check that it exists and may be read"
        ) from None
    if len(payload) > max_bytes:
        raise CaptureError(f"the file is larger than {max_bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
    return payload
