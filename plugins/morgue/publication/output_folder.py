"""The folder that a build writes: emptied before each build, and never one that holds anything else."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from pelican.utils import clean_output_dir

from morgue.settings import SettingsError

MARK = "build.json"
"""The first file that a build writes; a folder with it is ours."""
GENERATOR = "Morgue"


def require_ours(output: Path, content: Path) -> None:
    """Raise SettingsError where emptying the output folder would delete what no build has written."""
    if content.resolve().is_relative_to(output.resolve()):
        raise SettingsError(f"OUTPUT_PATH: {output} holds the archive's content; choose a folder of its own")
    if output.exists() and not output.is_dir():
        raise SettingsError(f"OUTPUT_PATH: {output} is a file; choose a folder")
    if output.is_dir() and any(output.iterdir()) and not _is_marked(output):
        raise SettingsError(
            f"OUTPUT_PATH: {output} holds files that no build of this archive has written (it has no {MARK} of ours), "
            "and a build would delete them; empty it or choose another folder"
        )


def empty(output: Path, retained: Iterable[str]) -> None:
    """Delete what an earlier build left, but for the mark and for Pelican's OUTPUT_RETENTION."""
    clean_output_dir(str(output), [MARK, *retained])
    output.mkdir(parents=True, exist_ok=True)


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
