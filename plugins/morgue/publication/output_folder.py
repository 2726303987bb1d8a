"""The folder that a build writes: emptied before each build, and never one that holds anything else."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from pelican.utils import clean_output_dir

from morgue.settings import SettingsError

MARK = "build.json"
"""The first file that a build writes; a folder with it is ours."""
GENERATOR = "Morgue"


def require_ours(output: Path, content: Path) -> None:
    """Raise SettingsError where no build can write the output folder, or would delete what no build has written."""
    if content.resolve().is_relative_to(output.resolve()):
        raise SettingsError(f"OUTPUT_PATH: {output} holds the archive's content; choose a folder of its own")
    if output.exists() and not output.is_dir():
        raise SettingsError(f"OUTPUT_PATH: {output} is a file; choose a folder")
    standing = next(folder for folder in (output, *output.resolve().parents) if folder.exists())
    if not os.access(standing, os.W_OK | os.X_OK):
        raise SettingsError(f"OUTPUT_PATH: {standing} cannot be written; allow it, or choose another folder")
    if output.is_dir() and any(output.iterdir()) and not _is_marked(output):
        raise SettingsError(
            f"OUTPUT_PATH: {output} holds files that no build of this archive has written (it has no {MARK} of ours), "
            "and a build would delete them; empty it or choose another folder"
        )


def empty(output: Path, retained: Iterable[str]) -> None:
    """Delete what an earlier build left, but for the mark and for Pelican's OUTPUT_RETENTION.

    Raise SettingsError where something cannot be deleted, of which Pelican only speaks: what was withheld since might
    stand in it.
    """
    kept = {MARK, *retained}
    clean_output_dir(str(output), sorted(kept))
    output.mkdir(parents=True, exist_ok=True)
    left = sorted(path.name for path in output.iterdir() if path.name not in kept)
    if left:
        old = output / left[0]
        raise SettingsError(f"OUTPUT_PATH: {old}, an old page, cannot be deleted; delete it, or choose another folder")


def lay_down(made: Path, folder: Path) -> None:
    """Move what was made before the output was emptied into a folder of it; for no files there is none."""
    for file in sorted(made.iterdir()):
        folder.mkdir(exist_ok=True)
        shutil.move(file, folder / file.name)
    made.rmdir()


def _is_marked(output: Path) -> bool:
    try:
        mark = json.loads((output / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(mark, dict) and mark.get("generator") == GENERATOR
