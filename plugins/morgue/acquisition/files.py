"""Captures that some other program made: a file is copied byte for byte, with its sidecar; a page is checked."""

import filecmp
import os
from io import BytesIO
from pathlib import Path

from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.storing import numbered, store
from morgue.authority import AuthorityErrors
from morgue.authority.sidecar import SIDECAR_SUFFIX, Sidecar
from morgue.capture import CaptureError, open_captures, open_stream
from morgue.capture.companions import is_companion
from morgue.model import Capture
from morgue.workspace import Workspace


def add_file(path: Path, folder: Path, workspace: Workspace) -> tuple[Path, bool]:
    """Copy a capture into a folder and return where it stands, and whether it is new there.

    Another file of its name stays as it is, and the new one gets a number. Raise AcquisitionError or StorageError.
    """
    if path.name.startswith(".") or path.name.endswith(SIDECAR_SUFFIX):
        raise AcquisitionError("a file of such a name is no capture (hidden, or a sidecar); give it another name")
    _check(path, workspace)
    if any(path.resolve().is_relative_to(inside) for inside in workspace.capture_folders):
        return path, False
    suffix = "".join(Path(path.name).suffixes[-2:])
    wanted = folder / path.name.removesuffix(suffix)
    try:
        there = _same(path, wanted, suffix)
        if there is None:
            with path.open("rb") as file:
                place = store(file, numbered(wanted, suffix))
        said = path.with_name(path.name + SIDECAR_SUFFIX)
        if said.exists():
            _add_sidecar(said.read_bytes(), there or place)
    except OSError as error:
        raise AcquisitionError(f"the file cannot be read ({error.strerror}); check that it may be read") from error
    return there or place, there is None


def left_behind(path: Path) -> str:
    """Return what lies beside a page that a browser saved as "complete" and is not copied with it; empty for none."""
    try:
        found = sorted(name for name in os.listdir(path.parent) if is_companion(name, {path.name}))  # noqa: PTH208
    except OSError:  # a folder that files may be taken from, but not listed
        return ""
    return f"{path}: {', '.join(found)} is not copied along; copy it by hand for its pictures" if found else ""


def _check(path: Path, workspace: Workspace) -> None:
    """Raise AcquisitionError where a file holds no capture that can be read, or its sidecar cannot stand."""
    reasons = []
    try:
        described = workspace.described(path)
        # a link that someone names is meant; those that lie in the archive are not followed
        for found in open_captures(path.resolve(), path.name, described.of, workspace.settings.limits):
            if isinstance(found, Capture):
                return
            reasons.append(f"{found.origin}: {found.reason}")
    except (CaptureError, AuthorityErrors) as error:
        reasons.append(str(error))
    raise AcquisitionError(reasons[0] if reasons else "there is no capture in it; nothing is added")


def page_in(payload: bytes, workspace: Workspace) -> Capture:
    """Return bytes as the page that they are; raise AcquisitionError where they are anything else."""
    try:  # a text is known as one by its name alone
        found = next(open_stream(BytesIO(payload), ".txt", "-", lambda *_: Sidecar(), workspace.settings.limits), None)
    except CaptureError as error:
        raise AcquisitionError(str(error)) from error
    if not isinstance(found, Capture) or found.payload != payload:
        raise AcquisitionError("it is no single page; save it as a file and add that")
    return found


def _same(path: Path, wanted: Path, suffix: str) -> Path | None:
    """Return the file of the name, or of the name with a number, that holds the same bytes."""
    for name in numbered(wanted, suffix):
        if not name.exists():
            return None
        if filecmp.cmp(path, name, shallow=False):
            return name
    return None


def _add_sidecar(said: bytes, place: Path) -> None:
    """Put a sidecar beside a capture; what stands there already is an archivist's, and stays."""
    sidecar = place.with_name(place.name + SIDECAR_SUFFIX)
    if not sidecar.exists():
        store(BytesIO(said), [sidecar])
    elif sidecar.read_bytes() != said:
        raise AcquisitionError(f"{sidecar} says otherwise than the file's own sidecar; bring them together by hand")
