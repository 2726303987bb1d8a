"""What an address holds itself: ``data:`` addresses (RFC 2397)."""

import binascii
import hashlib
from base64 import b64decode
from urllib.parse import unquote_to_bytes


def held_in(address: str) -> bytes:
    """Return the bytes that a ``data:`` address holds; nothing where it is none, or broken."""
    said, comma, content = address.partition(",")
    if not comma or said[:5].lower() != "data:":
        return b""
    if not said.lower().rstrip().endswith(";base64"):
        return unquote_to_bytes(content)
    packed = b"".join((unquote_to_bytes(content) if "%" in content else content.encode("ascii", "ignore")).split())
    try:
        return b64decode(
            packed + b"=" * (-len(packed) % 4), altchars=b"-_" if b"-" in packed or b"_" in packed else None
        )
    except binascii.Error:
        return b""


def name_of(payload: bytes) -> str:
    """Return the name by which a clipping speaks of a picture that its page holds: a short ``data:`` address."""
    return f"data:{hashlib.sha256(payload).hexdigest()}"
