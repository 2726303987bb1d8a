"""What the headers of a part of a MIME file say, and its body as they say that it is encoded."""

import binascii
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from morgue.capture.errors import CaptureError

_LONGEST_FIELD = 2_000
"""Characters of a field that has parameters or encoded words: reading these takes the square of it."""


def parameter(headers: Message, name: str) -> str:
    """Return a parameter of a part's media type, or nothing."""
    if len(str(headers.get("Content-Type", ""))) > _LONGEST_FIELD:
        return ""
    said = headers.get_param(name) or ""
    return collapse_rfc2231_value(said).strip()


def field(headers: Message, name: str) -> str:
    """Return what a header says, or nothing: unfolded, and decoded where encoded and short; bare bytes are UTF-8."""
    raw = next((str(value) for key, value in headers.raw_items() if key.lower() == name.lower()), "")
    said = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
    try:
        return str(make_header(decode_header(said))) if "=?" in said and len(said) <= _LONGEST_FIELD else said
    except (LookupError, ValueError, MessageError):
        return said


def decoded(body: bytearray, encoding: str) -> bytes:
    """Return a body as it was before it was encoded. Raise CaptureError where it is damaged."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding != "base64":
        return bytes(body)
    for padding in (b"", b"=", b"=="):
        with suppress(binascii.Error):
            return binascii.a2b_base64(body + padding)
    raise CaptureError("its page is no readable base64; save it again")
