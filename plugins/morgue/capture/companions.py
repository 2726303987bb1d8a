"""The folder that a browser saves beside a page that it saves "complete": its pictures, styles, scripts and frames."""

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from morgue.capture.members import LONGEST

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".html.gz", ".htm.gz")
_ENDINGS = (
    *("_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_ficheiros", "_arquivos", "-filer"),
    *("_bestanden", "-file", "_file", "_pliki", "_soubory", "_elemei", "_dosyalar", "_datoteke", "_fitxers"),
    *("_fitxategiak", "_tiedostot", "_failid", "_fails", "_bylos", "_fajlovi"),
)
"""Behind the page's name. Chromium writes the first in every language; Firefox, Internet Explorer and Office have
written it in their own."""
_AROUND = re.compile(f"(?:{'|'.join(map(re.escape, _ENDINGS))})(?=/)")


def may_be_companion(folder: str) -> bool:
    """Say whether a folder is named as one of these."""
    return folder.endswith(_ENDINGS)


def is_companion(folder: str, beside: Collection[str]) -> bool:
    """Say whether a folder is one of these, by its name (or path) and those of the files beside it."""
    stems = (folder.removesuffix(ending) for ending in _ENDINGS if folder.endswith(ending))
    return may_be_companion(folder) and any(stem + page in beside for stem in stems if stem for page in _PAGES)


def companions_around(member: str) -> list[str]:
    """Return the folders around a member of an archive that are named as one of these, the outermost first.

    There are none around what has a longer name than any file: a stranger's may consist of nothing else.
    """
    return [member[: found.end()] for found in _AROUND.finditer(member)] if len(member) <= LONGEST else []


def way_of(page: str, source: str) -> list[str]:
    """Return the way from a page's folder to a file that it names in its own folder beside it, or nothing."""
    parts = unquote(source.partition("#")[0].partition("?")[0]).removeprefix("./").split("/")
    inside = len(parts) > 1 and is_companion(parts[0], {page})
    return parts if inside and not any(part in {"", ".", ".."} or set(part) & {"\\", "\0"} for part in parts) else []


def file_of(page: Path, source: str) -> Path | None:
    """Return the file that a page names, where that lies in its own folder and is no link, or None."""
    parts = way_of(page.name, source)
    place = page.parent
    for part in parts:
        place = place / part
        if place.is_symlink():
            return None
    return place if parts and place.is_file() else None
