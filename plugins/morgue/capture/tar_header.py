"""The blocks of a tar file that say what follows: Python's reader holds whatever they claim, and is slow on some."""

import tarfile
from dataclasses import dataclass
from typing import BinaryIO

from morgue.capture.errors import CaptureError

BLOCK = 512

_LONGEST = 100_000
"""Bytes of what is said of one member beside its block: a name, and what else some system keeps."""
_MOST_SAID = 10
"""Blocks that say it: its own, one of its name and one of where a link leads, and those that speak of all members."""
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_SAID = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_WHAT = {
    tarfile.LNKTYPE: "a link, which is not followed",
    tarfile.SYMTYPE: "a link, which is not followed",
    tarfile.GNUTYPE_SPARSE: "a file with holes, which are not read here",
}


@dataclass(frozen=True, slots=True)
class Header:
    """A member of a tar file: its name, its bytes, and why it is no file that can be read, or nothing."""

    name: str
    size: int
    is_folder: bool
    fault: str


def read_header(file: BinaryIO) -> Header | None:
    """Return what a stream says of the next member, whose bytes follow; None at the end.

    Raise CaptureError where it is damaged or breaks off.
    """
    said: dict[str, str] = {}
    for _ in range(_MOST_SAID):
        info = _next_block(file)
        if info is None:
            return None
        if info.type not in _SAID:
            return _header(info, said)
        data = read_whole(file, info.size, _LONGEST)
        if info.type == tarfile.GNUTYPE_LONGNAME:
            said["path"] = _text(data.partition(b"\0")[0])
        elif info.type in (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE):
            said |= _records(data)
    raise CaptureError("the tar file is damaged (headers and no file); what stands behind cannot be found")


def _header(info: tarfile.TarInfo, said: dict[str, str]) -> Header:
    size = said.get("size", "")
    if any(key.startswith("GNU.sparse") for key in said):
        fault = _WHAT[tarfile.GNUTYPE_SPARSE]
    else:
        fault = "" if info.type in _FILES else _WHAT.get(info.type, "no file, but a device or the like")
    return Header(
        said.get("path", info.name).removeprefix("./"),
        int(size) if size.isdecimal() and len(size) < len("9" * 20) else info.size,
        info.type == tarfile.DIRTYPE or (info.type == tarfile.AREGTYPE and info.name.endswith("/")),
        fault and f"it is {fault}; remove it",
    )


def _next_block(file: BinaryIO) -> tarfile.TarInfo | None:
    """Return the next block that is not empty, or None at the end, before which there must be an empty one."""
    empty = False
    while True:
        block = file.read(BLOCK)
        if not block and empty:
            return None
        if len(block) < BLOCK:
            raise CaptureError("the tar file breaks off before its end; save it again")
        if block.strip(b"\0"):
            return header_in(block)
        empty = True


def header_in(block: bytes) -> tarfile.TarInfo:
    """Return what a block says. Raise CaptureError where it is none of a tar file."""
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "backslashreplace")
    except tarfile.HeaderError as error:
        raise CaptureError(f"the tar file is damaged ({error}); what stands behind cannot be found") from None
    if info.size < 0:
        raise CaptureError("the tar file is damaged (a size below zero); what stands behind cannot be found")
    return info


def read_whole(file: BinaryIO, size: int, most: int) -> bytes:
    """Return what is said in so many bytes, and skip to the next block."""
    if size > most:
        raise CaptureError(f"the tar file is damaged (a name of {size} bytes); what stands behind cannot be found")
    padded = -(-size // BLOCK) * BLOCK
    data = file.read(padded)
    if len(data) < padded:
        raise CaptureError("the tar file breaks off before its end; save it again")
    return data[:size]


def _records(data: bytes) -> dict[str, str]:
    """Return the records of an extended header: each begins with its own length."""
    found, at = {}, 0
    while at < len(data) and data[at]:
        digits = data[at : at + 20].partition(b" ")[0]
        length = int(digits) if digits.isdigit() else 0
        if length <= len(digits) + 1:
            raise CaptureError("the tar file is damaged (an extended header); what stands behind cannot be found")
        key, _, value = data[at + len(digits) + 1 : at + length - 1].partition(b"=")
        found[_text(key)] = _text(value)
        at += length
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")
