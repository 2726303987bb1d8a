"""Bytes become text: what the file says of its charset, tried before any guess."""

import codecs
import re
import unicodedata

from trafilatura.utils import detect_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD = 4096
"""Bytes at the start in which a page must declare its charset; the HTML standard asks for 1024, pages are laxer."""

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read in place of a declared charset (WHATWG Encoding Standard, "names and labels")."""

PARTING = "\U0010fffd"
"""A sign of our own between paragraphs (see breaks): of Unicode's private use, it means nothing in a page."""

_UNPRINTABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xAD, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF, ord(PARTING))
)
"""Control characters, tab and line break aside, byte order marks, soft hyphens and word joiners (a typesetter's hints
that part words from their likes), what is no character, and our own sign."""

_INVISIBLE = re.compile(
    r"(?<!\S)[\u200b-\u200f\u202a-\u202e\u2061-\u2069]+(?!\S)|(?<!\S)\u200b+|(?<!\u200b)\u200b+(?!\S)"
)
"""Format characters that stand alone, and zero-width spaces at a word's ends; joiners inside words belong to them."""


def decode(payload: bytes) -> str:
    """Return a payload as text: by its byte order mark, as UTF-8, by its declaration, or by trafilatura's guess.

    What no charset explains comes out as replacement characters; there is no error.
    """
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return payload[len(mark) :].decode(name, "replace")
    if wide := _wide(payload):
        return payload.decode(wide, "replace")
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (*_declared(payload), *detect_encoding(payload)):
        try:
            return payload.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    for name in _declared(payload):  # a few bad bytes do not make a declaration a lie
        return payload.decode(name, "replace")
    return payload.decode("utf-8", "replace")


def _wide(payload: bytes) -> str:
    """Return the UTF-16 of a page without a mark, which shows in the zeros beside its first characters."""
    if payload[1:2] == payload[3:4] == b"\0" != payload[:1]:
        return "utf-16-le"
    if payload[:1] == payload[2:3] == b"\0" != payload[1:2]:
        return "utf-16-be"
    return ""


def _declared(payload: bytes) -> list[str]:
    match = _DECLARED.search(payload[:_HEAD])
    if not match:
        return []
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return []
    # read as ASCII, the declaration proves that the page is in no UTF-16; and codecs has more than charsets (rot13)
    return [] if name.startswith(("utf-16", "utf-32")) or not _is_charset(name) else [_WIDER.get(name, name)]


def _is_charset(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError):
        return False


def normalise(text: str) -> str:
    """Return a text in Unicode's composed form, without control characters, byte order marks and lone surrogates."""
    if text.isascii():
        return text if text.isprintable() else _printable(text)
    text = _printable(text.encode("utf-8", "ignore").decode("utf-8"))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _printable(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)
