"""Whether what a WACZ holds is what its maker put in: the digests that ``datapackage.json`` gives of its files."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import BinaryIO

from morgue.capture.errors import CaptureError

PACKAGE, PACKAGE_DIGEST = "datapackage.json", "datapackage-digest.json"

_LARGEST = 16_000_000
"""Bytes of a package's own description."""
_PIECE = 1_048_576
_SHA256 = "sha256:"
_MISSING = f"{PACKAGE} lists it, but the archive does not hold it"
_CHANGED = "the digest differs: the file was changed or damaged since the archive was made; what it holds is read"


def faults(names: Collection[str], opened: Callable[[str], BinaryIO]) -> Iterator[tuple[str, str]]:
    """Yield the members that are not what the package says, each with what is wrong."""
    if PACKAGE not in names:
        yield PACKAGE, "it is missing, so that no digest of the files can be verified"
        return
    if fault := _fault_of_package(opened) if PACKAGE_DIGEST in names else "":
        yield PACKAGE, fault
    package = _read(PACKAGE, opened)
    resources = package.get("resources") if isinstance(package, Mapping) else None
    if not isinstance(resources, list):
        yield PACKAGE, "it lists no files, so that no digest of them can be verified"
        return
    digests = {str(each.get("path")): each.get("hash") for each in resources if isinstance(each, Mapping)}
    for name, said in sorted(digests.items()):
        if fault := _compared(said, name, opened) if name in names else _MISSING:
            yield name, fault
    for name in names:
        if name not in digests and name.startswith(("archive/", "pages/")):
            yield name, f"{PACKAGE} does not list it, so that it may have been added since"


def _fault_of_package(opened: Callable[[str], BinaryIO]) -> str:
    said = _read(PACKAGE_DIGEST, opened)
    if not isinstance(said, Mapping) or said.get("path") != PACKAGE:
        return f"{PACKAGE_DIGEST} gives no digest of it"
    return _compared(said.get("hash"), PACKAGE, opened)


def _read(name: str, opened: Callable[[str], BinaryIO]) -> object:
    """Return what a member says in JSON, None where it is none."""
    try:
        with opened(name) as file:
            found: object = json.loads(file.read(_LARGEST))
    except (CaptureError, ValueError, RecursionError):
        return None
    return found


def _compared(said: object, name: str, opened: Callable[[str], BinaryIO]) -> str:
    """Return what is wrong with a member of which that digest is said, or nothing."""
    if not isinstance(said, str) or not said.lower().startswith(_SHA256):
        return "no SHA-256 is given of it, so that it cannot be verified"
    digest = hashlib.sha256()
    try:
        with opened(name) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except CaptureError as error:
        return str(error)
    return "" if digest.hexdigest() == said.lower().removeprefix(_SHA256) else _CHANGED
