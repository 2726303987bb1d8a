"""Writes the files of an import into a folder; never over one that is there."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from morgue.authority.entries import Actor
from morgue.authority.files import Reader
from morgue.authority.problems import AuthorityErrors


def actors_in(folder: Path) -> dict[str, Actor]:
    """Return the actors that a folder has files of. Raise AuthorityErrors where one of them cannot stand."""
    reader = Reader(folder.parent)
    found = reader.folder(folder, ".md", Actor, body="biography")
    if reader.problems:
        raise AuthorityErrors(reader.problems)
    return {key: filed.entry for key, filed in found.items()}


def write_actors(folder: Path, texts: Mapping[str, str]) -> Iterator[Path]:
    """Write files by id, and yield each as it stands. Raise OSError, FileExistsError where one is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, text in texts.items():
        path = folder / f"{key}.md"
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        yield path
