"""An archive on disk: where it lives, its settings, and what its archivists wrote."""

import os
import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from morgue.authority import bare_authority, load_authority, load_described
from morgue.authority.described import Described
from morgue.authority.entries import Authority
from morgue.settings import Settings, SettingsError, read_settings

SETTINGS_FILE = "pelican.conf.py"


@dataclass(frozen=True, slots=True)
class Workspace:
    """An archive's folder, its settings and its authority files, all checked.

    ``root`` is the folder of the settings file; origins are paths relative to it. ``in_archive`` says that there
    is one, and not built-in defaults alone.
    """

    root: Path
    content: Path
    settings: Settings = field(default_factory=Settings)
    authority: Authority = field(default_factory=bare_authority)
    in_archive: bool = False

    @property
    def capture_folders(self) -> tuple[Path, ...]:
        """Return ``content/captures`` and the folders of MORGUE_CAPTURES."""
        return _capture_folders(self.root, self.content, self.settings)

    def folder(self, path: Path) -> "CaptureFolder":
        """Return a folder as its archive sees it, wherever a link to it lies."""
        place = path.resolve()
        own = self.in_archive and any(place.is_relative_to(folder) for folder in self.capture_folders)
        return CaptureFolder(self, place, Path(os.path.relpath(place, self.root)), own)

    def origin(self, path: Path) -> str:
        """Return where a person finds a capture again, as ``CaptureFolder.origin`` does."""
        return self.folder(path.parent).origin(path)

    def described(self, path: Path) -> Described:
        """Return what archivists said of the captures in a file, as ``CaptureFolder.described`` does."""
        return self.folder(path.parent).described(path)


@dataclass(frozen=True, slots=True)
class CaptureFolder:
    """A folder in which captures lie: an archive's ``own``, or one elsewhere.

    ``place`` has no links; ``way`` leads there from the archive's folder.
    """

    workspace: Workspace
    place: Path
    way: Path
    own: bool

    def origin(self, path: Path) -> str:
        """Return where a person finds a capture of the folder again: its path from the archive's folder on.

        Bytes of the name that are no UTF-8 are escaped, and so is ``#``, behind which stands a place in a file.
        """
        return os.fsencode((self.way / path.name).as_posix()).decode("utf-8", "backslashreplace").replace("#", "%23")

    def described(self, path: Path) -> Described:
        """Return what archivists said of the captures in one of its files; what they said elsewhere is read now."""
        place, known = self.place / path.name, self.workspace.authority
        if self.own:
            return Described(known.sidecars.get(place), known.rows.get(place, ()))
        return load_described(path, known)


def open_workspace(configured: Mapping[str, Any], root: Path) -> Workspace:
    """Return the archive of Pelican's settings; ``PATH`` in them is its content folder.

    Raise SettingsError or AuthorityErrors where something in it cannot stand.
    """
    root = root.resolve()
    settings = read_settings(configured)
    if settings.ner:
        from morgue.indexing import ModelError, load_model  # noqa: PLC0415  a room that most commands do without

        try:
            load_model(settings.ner)
        except ModelError as error:
            raise SettingsError(f"MORGUE_NER: {error}") from error
    content = (root / configured.get("PATH", "content")).resolve()
    folders = _capture_folders(root, content, settings)
    for folder in folders:
        if not folder.is_dir():
            raise SettingsError(f"MORGUE_CAPTURES: there is no folder {folder}")
    return Workspace(root, content, settings, load_authority(content, folders), in_archive=True)


def find_workspace(settings_file: Path | None = None, start: Path | None = None) -> Workspace | None:
    """Return the archive of a settings file, or of the nearest one at or above a folder (default: where we are)."""
    found = settings_file or _nearest_settings_file((start or Path.cwd()).resolve())
    if not found:
        return None
    try:
        configured = runpy.run_path(str(found))
    except Exception as error:  # whatever an archivist's Python raises: it is theirs to mend
        raise SettingsError(f"{found}: {type(error).__name__}: {error}") from error
    return open_workspace({name: value for name, value in configured.items() if name.isupper()}, found.parent)


def _nearest_settings_file(start: Path) -> Path | None:
    candidates = (folder / SETTINGS_FILE for folder in (start, *start.parents))
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _capture_folders(root: Path, content: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the folders of captures; an archive may keep all of them elsewhere."""
    own = content / "captures"
    return (*([own] if own.is_dir() else []), *((root / folder).resolve() for folder in settings.captures))
