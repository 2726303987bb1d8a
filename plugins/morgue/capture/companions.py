"""The folder that a browser saves beside a page that it saves "complete": its pictures, styles and scripts."""

from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

_PAGES = (".html", ".htm", ".xhtml", ".html.gz", ".htm.gz")
_ENDINGS = ("_files", "-files", "_fichiers", "-Dateien", "_archivos", "_ficheiros", "-filer", "_bestanden", "_pliki")
"""Behind the page's name: browsers have written it in their own language."""


def is_companion(folder: str, beside: Collection[str]) -> bool:
    """Say whether a folder is one, by its name and those of the files beside it."""
    stem = next((folder.removesuffix(ending) for ending in _ENDINGS if folder.endswith(ending)), "")
    return bool(stem) and any(f"{stem}{ending}" in beside for ending in _PAGES)


def file_of(page: Path, source: str) -> Path | None:
    """Return the file that a page names, where that lies in its own folder and is no link, or None."""
    parts = unquote(source.partition("#")[0].partition("?")[0]).removeprefix("./").split("/")
    inside = len(parts) > 1 and is_companion(parts[0], {page.name})
    if not inside or any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        return None
    place = page.parent
    for part in parts:
        place = place / part
        if place.is_symlink():
            return None
    return place if place.is_file() else None
