"""Captures are put into the archive's folder whole, under names that sort by time, and never over another."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from morgue.acquisition.errors import StorageError
from morgue.address import address_of


def stem_of(url: str | None, sha256: str = "") -> Path:
    """Return where captures of an address stand in the folder of captures: ``host/slug-8hex``, as its clipping does.

    Without an address the payload's digest stands for it.
    """
    return Path(*address_of(url, sha256).strip("/").split("/")[1:])


def captured_in(folder: Path) -> frozenset[str]:
    """Return the names of the addresses that a host's folder holds captures of, as ``stem_of`` gives them."""
    try:
        return frozenset(path.name.rpartition("-")[0] for path in folder.iterdir())
    except OSError:  # there is no folder of that host yet
        return frozenset()


def stamped(stem: Path, at: datetime) -> Path:
    """Return a name with the time of capture, UTC, to the second."""
    return stem.with_name(f"{stem.name}-{at:%Y%m%d%H%M%S}")


def numbered(path: Path, suffix: str) -> Iterator[Path]:
    """Yield names for a file, the plain one first; the others sort behind it."""
    yield path.with_name(path.name + suffix)
    for number in count(2):
        yield path.with_name(f"{path.name}_{number}{suffix}")


def store(source: BinaryIO, names: Iterable[Path]) -> Path:
    """Write a file under the first of the names that is free and return it; interrupted, it leaves nothing half.

    Raise StorageError.
    """
    waiting = iter(names)
    path = next(waiting)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            part = Path(file.name)
            try:
                shutil.copyfileobj(source, file)
                file.flush()
                os.fchmod(file.fileno(), 0o666 & ~_umask())
                os.fsync(file.fileno())
                while not _placed(part, path):
                    path = _following(waiting)
            finally:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written ({error.strerror}); make room, or allow it, and run the same again"
        ) from error
    return path


def _placed(part: Path, path: Path) -> bool:
    """Give a whole file its name, unless the name is taken: a link fails then, where a renaming would overwrite."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        part.rename(path)
    return True


def _following(names: Iterator[Path]) -> Path:
    path = next(names, None)
    if path is None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    return path


def _umask() -> int:
    """Return the mask that other new files are made with; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
