"""The folders of ArchiveBox: a data folder, the snapshots in it, and the files of a snapshot."""

import re
from contextlib import suppress
from pathlib import Path

from morgue.capture.members import fault_of

SNAPSHOTS = "archive"
"""The folder of a data folder in which each snapshot has one of its own, named by the second it was asked for."""
INDEX = "index.json"
"""The file of a snapshot that says where and when it was saved."""
_NAME = re.compile(r"\d{9,}(?:\.\d+)?")
_MARKS = ("index.sqlite3", "ArchiveBox.conf")


def is_data_folder(folder: Path) -> bool:
    """Say whether a folder is one of ArchiveBox's, with its snapshots in ``archive``."""
    return (folder / SNAPSHOTS).is_dir() and any((folder / mark).exists() for mark in _MARKS)


def is_snapshot(folder: Path) -> bool:
    """Say whether a folder is a snapshot."""
    if _NAME.fullmatch(folder.name) and (folder / INDEX).is_file():
        return True
    return folder.parent.name == SNAPSHOTS and is_data_folder(folder.parent.parent)


def file_of(folder: Path, member: str) -> Path | None:
    """Return a file of the snapshot; None where it is none, leads out of it, or lies behind a link."""
    if fault_of(member):
        return None
    place = folder
    with suppress(OSError):
        for part in member.split("/"):
            place = place / part
            if place.is_symlink():
                return None
        return place if place.is_file() else None
    return None
