"""What is captured of a list, so that a run that was interrupted goes on where it was."""

import hashlib
from contextlib import suppress
from pathlib import Path

from morgue.acquisition.errors import StorageError

FOLDER = ".morgue-add"


class Journal:
    """The addresses of one list that are captured: a line each, in a file that is gone once the list is done."""

    def __init__(self, root: Path, key: str) -> None:
        """Read what an earlier run left in an archive's folder; ``key`` says which list it is."""
        self._path = root / FOLDER / f"{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.txt"
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            text = ""
        except OSError as error:
            raise StorageError(f"{self._path} cannot be read ({error.strerror}); delete it by hand") from error
        # a line without its end was cut off as it was written
        self.done = frozenset(line[:-1] for line in text.splitlines(keepends=True) if line.endswith("\n"))
        self._whole = not text or text.endswith("\n")

    def add(self, address: str) -> None:
        """Note that an address is captured; what is noted outlives the process."""
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8", errors="surrogateescape") as file:
                file.write(f"{'' if self._whole else chr(10)}{address}\n")
        except OSError as error:
            raise StorageError(f"{self._path} cannot be written ({error.strerror}); make room, or allow it") from error
        self._whole = True

    def close(self) -> None:
        """Forget the list: each of its addresses has been tried."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"{self._path} cannot be deleted ({error.strerror}); delete it by hand") from error
        with suppress(OSError):  # another list's is in it, or there never was one
            self._path.parent.rmdir()
