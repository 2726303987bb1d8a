"""Bytes become text: what the file says of its charset, tried before any guess."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from trafilatura.utils import detect_encoding

from morgue.extraction.declared import declared_charset, undeclared
from morgue.extraction.garble import is_garbled, read_again, with_marks
from morgue.extraction.mixed import is_utf_8, with_insets, with_strays

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SHIFT = b"\x1b$"
"""How ISO-2022-JP begins its Japanese; no other text has it."""

_HEAD = 4096
"""Bytes at the start that show whether a text is in UTF-16."""

_CONTROL = bytes({*range(32), 127} - {9, 10, 13})
_CONTROLLED = 0.15
"""Of a text's bytes: where more are control characters, each is the half of a character."""

PARTING = "\U0010fffd"
"""A sign of our own between paragraphs (see breaks): of Unicode's private use, it means nothing in a page."""

_CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(127, 160))
_UNPRINTABLE = dict.fromkeys((*_CONTROLS, 0xAD, 0x202D, 0x202E, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF, ord(PARTING)))
"""Control characters, tab and line break aside, byte order marks, soft hyphens and word joiners (a typesetter's hints
that part words from their likes), overrides of the direction (which spell a name backwards; marks, embeddings and
isolates stay), what is no character, and our own sign."""

_OVERRIDDEN = re.compile(r"[\u202d\u202e]([^\u202a-\u202e]{0,500})\u202c")
"""A stretch whose direction is overridden, to its end; a lone sign of the two is dropped above."""

_INVISIBLE = re.compile(
    r"(?<!\S)[\u200b-\u200f\u202a-\u202e\u2061-\u2069]+(?!\S)|(?<!\S)\u200b+|(?<!\u200b)\u200b+(?!\S)"
)
"""Format characters that stand alone, and zero-width spaces at a word's ends; joiners inside words belong to them."""


_SPECIAL = re.compile(f"[\r\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2061-\u2069{''.join(map(chr, _UNPRINTABLE))}]")
"""Any sign that ``normalise`` takes out or replaces: most texts have none."""


def decode(payload: bytes, header: str | None = None) -> str:
    """Return a payload as text: by its byte order mark, as UTF-8, by its declaration, or by trafilatura's guess.

    ``header`` is the charset that its server declared, which goes before the page's own declaration.
    A declaration that makes a text as no language writes it is a lie where a guess makes one that is. What no charset
    explains comes out as replacement characters; there is no error.
    """
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return payload[len(mark) :].decode(name, "replace")
    if wide := _wide(payload):
        return payload.decode(wide, "replace")
    with suppress(UnicodeDecodeError):
        return payload.decode("iso2022_jp") if _SHIFT in payload else read_again(payload)
    declared = declared_charset(payload, header)
    if is_utf_8(payload, declared):
        return with_strays(payload)
    return _read(payload, declared)


def _read(payload: bytes, declared: str) -> str:
    """Return a payload that is in no Unicode: the first reading that looks like a language, or else the first."""
    first = None
    for name in chain([declared] if declared else [], _guesses(payload)):
        with suppress(LookupError, UnicodeDecodeError):
            text = with_marks(with_insets(payload, name))
            if not is_garbled(text):
                return text
            first = first or text
    # a few bad bytes do not make a declaration a lie
    return first or payload.decode(declared or "utf-8", "replace")


def _guesses(payload: bytes) -> Iterator[str]:
    """Yield the charsets that a payload may be in, those that make accents out of any letter last."""
    yield from sorted(detect_encoding(undeclared(payload)), key=lambda name: name == "cp1258")


def _wide(payload: bytes) -> str:
    """Return the UTF-16 of a page without a mark, which shows in zeros beside its signs, always on one side."""
    head = payload[:_HEAD]
    before, behind = head[::2].count(0), head[1::2].count(0)
    if len(head.translate(None, _CONTROL)) > (1 - _CONTROLLED) * len(head) or bool(before) == bool(behind):
        return ""
    return "utf-16-le" if behind else "utf-16-be"


def normalise(text: str) -> str:
    """Return a text in Unicode's composed form, without control characters, byte order marks and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    if _SPECIAL.search(text):
        text = _OVERRIDDEN.sub(r"\1", text.encode("utf-8", "ignore").decode("utf-8"))
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)
        text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", text)
