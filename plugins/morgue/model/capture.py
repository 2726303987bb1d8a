"""A page as it was saved."""

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from morgue.authority.sidecar import UNSAID, Sidecar


@dataclass(frozen=True)
class Capture:
    """One page as it was saved: never changed, only read.

    ``origin`` is where a person finds it again: a path with forward slashes, relative to the archive's folder, and
    behind a ``#`` where in a file of several pages. ``captured`` is ISO 8601, of reduced precision where no more is
    known; ``charset`` is what its server declared.
    """

    origin: str
    payload: bytes
    media_type: Literal["text/html", "text/plain"]
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    sidecar: Sidecar = UNSAID

    @cached_property
    def sha256(self) -> str:
        """Return the digest of the payload; to make it takes longer than to read that."""
        return hashlib.sha256(self.payload).hexdigest()

    def without_payload(self) -> "Capture":
        """Return what is known of the page, its digest among it, to be kept where its bytes are not needed."""
        bare = replace(self, payload=b"")
        vars(bare)["sha256"] = self.sha256
        return bare
