"""A page as it was saved."""

from typing import Literal

from morgue.authority.sidecar import UNSAID, Sidecar
from morgue.model.value import Value


class Capture(Value, frozen=True):
    """One page as it was saved: never changed, only read.

    ``origin`` is where a person finds it again: a path with forward slashes, relative to the archive's folder, and
    behind a ``#`` where in a file of several pages. ``captured`` is ISO 8601, of reduced precision where no more is
    known; ``charset`` is what its server declared.
    """

    origin: str
    payload: bytes
    sha256: str
    media_type: Literal["text/html", "text/plain"]
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    sidecar: Sidecar = UNSAID
