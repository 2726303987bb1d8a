"""Which files in folders are captures."""

import os
from collections.abc import Sequence
from pathlib import Path

from morgue.authority.sidecar import CAPTURES_CSV, SIDECAR_SUFFIX
from morgue.capture.companions import is_companion
from morgue.capture.errors import CaptureError


def find_captures(folders: Sequence[Path]) -> list[Path]:
    """Return every file in the folders that is neither hidden nor what describes captures, sorted by its path.

    A file of an unknown kind is among them, so that it is reported and not passed over; so are a folder that cannot be
    read, and a link, which is not followed. The folder that a browser saved beside a page belongs to that page. A path
    that is itself a file stands for itself. Raise CaptureError for one that does not exist.
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
            beside = frozenset(names)
            inner[:] = [name for name in inner if not (name.startswith(".") or is_companion(name, beside))]
            found.update(here / name for name in (*names, *links) if _may_be_capture(name))
    return sorted(found, key=Path.as_posix)


def _may_be_capture(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(SIDECAR_SUFFIX) and name != CAPTURES_CSV
