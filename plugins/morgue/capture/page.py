"""One page's payload becomes a Capture."""

import re
from collections.abc import Callable
from typing import Literal

from morgue.authority.sidecar import Sidecar
from morgue.capture.errors import CaptureError
from morgue.capture.notes import NO_NOTE, note_in
from morgue.capture.signs import begins_with_tag
from morgue.model import Capture

MediaType = Literal["text/html", "text/plain"]

_ANYTHING = re.compile(rb"[^\0 \t\r\n]")


def capture_of(  # noqa: PLR0913  all that may be known of a page
    payload: bytes,
    origin: str,
    sidecar: Sidecar | Callable[[str | None], Sidecar] | None = None,
    *,
    url: str | None = None,
    captured: str | None = None,
    media_type: MediaType | None = None,
    charset: str | None = None,
) -> Capture:
    """Return an unpacked payload as a capture; without a media type, one that begins with a tag is a page.

    ``url``, ``captured`` and ``charset`` are what is known beside the payload, as from a server's headers. ``sidecar``
    may be a function of the address. Raise CaptureError when the payload is empty.
    """
    if not _ANYTHING.search(payload):
        raise CaptureError("the file is empty; capture the page again")
    if media_type is None:
        media_type = "text/html" if begins_with_tag(payload) else "text/plain"
    known = media_type != "text/html" or (url and captured)
    note = NO_NOTE if known else note_in(payload)
    url = url or note.url
    sidecar = sidecar(url) if callable(sidecar) else sidecar or Sidecar()
    return Capture(
        origin=origin,
        payload=payload,
        media_type=media_type,
        url=sidecar.url or url,
        captured=sidecar.captured or captured or note.captured,
        charset=charset,
        sidecar=sidecar,
    )
