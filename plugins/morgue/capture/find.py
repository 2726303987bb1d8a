"""Which files in folders are captures."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from morgue.authority.sidecar import describes_captures
from morgue.capture.archivebox_folder import SNAPSHOTS, is_data_folder, is_snapshot
from morgue.capture.companions import is_companion
from morgue.capture.errors import CaptureError


def find_captures(folders: Sequence[Path]) -> list[Path]:
    """Return every file in the folders that is neither hidden nor what describes captures, sorted by its path.

    A file of an unknown kind is among them, so that it is reported and not passed over; so are a folder that cannot be
    read, and a link, which is not followed. A folder that a browser saved beside a page belongs to that page; one in
    which ArchiveBox keeps a page stands for what is in it, and nothing else of ArchiveBox's is a capture. A path that
    is itself a file stands for itself. Raise CaptureError for one that does not exist.
    """
    found: set[Path] = set()
    for folder in folders:
        if not folder.exists():
            raise CaptureError(f"{folder}: there is no such folder of captures; create it or correct MORGUE_CAPTURES")
        found.update(_captures_in(folder) if folder.is_dir() and not is_snapshot(folder) else [folder])
    return sorted(found, key=Path.as_posix)


def _captures_in(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for root, inner, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        here = Path(root)
        links = [name for name in inner if (here / name).is_symlink()]
        inner[:] = [name for name in inner if not name.startswith(".")]
        if is_data_folder(here):
            inner[:] = [SNAPSHOTS]
            yield from (here / name for name in links if name == SNAPSHOTS)
            continue
        files = set(names)
        inner[:] = [name for name in inner if not is_companion(name, files)]
        snapshots = [name for name in inner if name not in links and is_snapshot(here / name)]
        inner[:] = [name for name in inner if name not in snapshots]
        if here.name != SNAPSHOTS or not is_data_folder(here.parent):
            yield from (here / name for name in names if _may_be_capture(name))
        yield from (here / name for name in (*links, *snapshots) if _may_be_capture(name))
    yield from closed


def _may_be_capture(name: str) -> bool:
    return not name.startswith(".") and not describes_captures(name)
