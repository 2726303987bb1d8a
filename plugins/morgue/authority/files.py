"""Reads one kind of file after another into entries that remember where they stand; collects what is wrong."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from morgue.authority.front_matter import read_front_matter
from morgue.authority.problems import Problem
from morgue.authority.validation import InvalidEntry, validate
from morgue.authority.yaml_source import Keys, Source, SourceError, read_yaml

Model = TypeVar("Model", bound=BaseModel)
Entry_co = TypeVar("Entry_co", bound=BaseModel, covariant=True)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

NO_FILE = "is no regular file; put a file in its place"
"""A pipe would be waited for without end."""


@dataclass(frozen=True, slots=True)
class Filed(Generic[Entry_co]):
    """An entry, the name of its file for messages, and the lines of its fields."""

    entry: Entry_co
    file: str
    source: Source

    def problem(self, keys: Keys, message: str) -> Problem:
        """Return a problem of one of its fields."""
        return Problem(self.file, self.source.line_of(keys), message)

    def place_of(self, keys: Keys) -> str:
        """Return where one of its fields is written: file and line."""
        return f"{self.file}:{self.source.line_of(keys)}"


def ids_in(folder: Path, suffix: str) -> frozenset[str]:
    """Return the ids that a folder has files for, whether or not the files can stand."""
    return frozenset(path.stem for path in folder.glob(f"*{suffix}"))


def looks_like_id(text: str) -> bool:
    """Say whether a text is a lower-case slug: words of a-z and 0-9 joined by hyphens."""
    return _SLUG.fullmatch(text) is not None


class Reader:
    """Reads the files of one archive; ``problems`` grows as it goes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def folder(self, folder: Path, suffix: str, model: type[Model], body: str = "") -> dict[str, Filed[Model]]:
        """Return the entries of a folder by id; a file with a ``body`` field is front matter and Markdown."""
        found = {}
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.suffix != suffix or not path.is_file():
                self.add(path, 1, f"does not belong here; {folder.name}/ holds files that end in {suffix}")
            elif not looks_like_id(path.stem):
                self.add(path, 1, "is not named as an id; use a-z, 0-9 and single hyphens (nato-membership)")
            elif filed := self.file(path, model, path.stem, body):
                found[path.stem] = filed
        return found

    def file(self, path: Path, model: type[Model], key: str = "", body: str = "") -> Filed[Model] | None:
        """Return the entry of one file, or None when it cannot stand."""
        given = {"id": key} if key else {}
        if path.exists() and not path.is_file():
            self.add(path, 1, NO_FILE)
            return None
        try:
            text = path.read_text(encoding="utf-8-sig")
            if body:
                source, given[body] = read_front_matter(text)
            else:
                source = read_yaml(text)
            return Filed(validate(model, source, given), self.named(path), source)
        except OSError as error:
            self.add(path, 1, f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.add(path, line, "is not UTF-8; save it in that encoding")
        except SourceError as error:
            self.add(path, error.line, str(error))
        except InvalidEntry as error:
            for line, message in error.problems:
                self.add(path, line, message)
        return None

    def named(self, path: Path) -> str:
        """Return a file's name for messages."""
        return Path(os.path.relpath(path, self.root)).as_posix()

    def add(self, path: Path, line: int, message: str) -> None:
        """Tell a problem."""
        self.problems.append(Problem(self.named(path), line, message))
