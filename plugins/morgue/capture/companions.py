"""The folder that a browser saves beside a page that it saves "complete": its pictures, styles, scripts and frames."""

from collections.abc import Collection

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".html.gz", ".htm.gz")
_ENDINGS = (
    *("_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_ficheiros", "_arquivos", "-filer"),
    *("_bestanden", "-file", "_file", "_pliki", "_soubory", "_elemei", "_dosyalar", "_datoteke", "_fitxers"),
    *("_fitxategiak", "_tiedostot", "_failid", "_fails", "_bylos", "_fajlovi"),
)
"""Behind the page's name. Chromium writes the first in every language; Firefox, Internet Explorer and Office have
written it in their own."""


def may_be_companion(folder: str) -> bool:
    """Say whether a folder is named as one of these."""
    return folder.endswith(_ENDINGS)


def is_companion(folder: str, beside: Collection[str]) -> bool:
    """Say whether a folder is one of these, by its name (or path) and those of the files beside it."""
    stems = (folder.removesuffix(ending) for ending in _ENDINGS if folder.endswith(ending))
    return may_be_companion(folder) and any(stem + page in beside for stem in stems if stem for page in _PAGES)


def companions_around(member: str) -> list[str]:
    """Return the folders around a member of an archive that are named as one of these, the outermost first."""
    if "_" not in member and "-" not in member and ".f" not in member:
        return []
    cuts = [at for at, sign in enumerate(member) if sign == "/"]
    return [member[:at] for at in cuts if may_be_companion(member[:at])]
