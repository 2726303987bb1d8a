"""How a text looks that was read in the wrong charset: no language writes so. And UTF-8 that was read so before."""

import re
from collections.abc import Mapping
from functools import partial

from morgue.extraction.mixed import beyond_ascii, sound_bytes

_SAMPLE = 20_000
"""Characters beyond ASCII that are looked at: a page's charset shows long before."""

_BEYOND = re.compile(r"[^\x00-\x7f]+")

_WORD = re.compile(r"[^\W\d_]{3,}")
_ACCENTED = re.compile(r"[\u00c0-\u017f]+")
_ROW = 4
"""Accented letters in a row: no word of a language in Latin letters has so many."""

_INVERTED = re.compile(r"[\u0430-\u045f\u0491][\u0400-\u042f\u0490]")
"""A small Cyrillic letter before a capital: KOI8-R read as another has all its capitals small."""

_INSIDE = re.compile(
    r"(?<=[^\W\d_])[\u0080-\u009f\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u2020-\u2022\u2030\u20ac\u2122](?=[^\W\d_])"
)
"""A sign that stands in no word."""

_FOREIGN = re.compile(r"[\u0370-\u04ff\u2500-\u257f][\u4e00-\u9fff]|[\u4e00-\u9fff][\u0370-\u04ff\u2500-\u257f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")

_LATIN_LETTERS, _CAPITALS, _SIGNS, _MIXED = 0.2, 0.05, 0.1, 0.02
"""Shares above which a text is garbled: of accented letters in rows among all such, of inverted words, of words with
signs inside, of Chinese characters beside Greek, Cyrillic or frames."""


def _bytes_of(charset: str) -> dict[int, int]:
    """Return the byte that each character of a charset is; those without one are read as control characters."""
    return {ord(sign): byte for byte in range(0x80, 0x100) if (sign := bytes([byte]).decode(charset, "ignore"))}


_WAYS = tuple(_bytes_of(charset) for charset in ("cp1252", "cp1251"))

_QUOTED = re.compile(rb"\xc2[\x80-\x9f]")
_MARKS = {byte: ord(sign) for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))}
"""What a program wrote that took Windows-1252 for ISO-8859-1; browsers read such references so, too."""

_TRIED = 2000
"""Characters that are tried before a whole page is read anew."""

_LEAST, _MOSTLY = 6, 0.8
"""So many characters, and which part of all, must be UTF-8 read as something else: a page may speak of such letters."""


def is_garbled(text: str) -> bool:
    """Say whether a text was read in a charset that is not its own."""
    pieces = _pieces(text)
    sample = " ".join(pieces)
    words = max(len(pieces), len(_WORD.findall(sample)))
    accented = _ACCENTED.findall(sample)
    return (
        sum(len(run) for run in accented if len(run) >= _ROW) > _LATIN_LETTERS * sum(map(len, accented))
        or len(_INVERTED.findall(sample)) > _CAPITALS * words
        or len(_INSIDE.findall(sample)) > _SIGNS * words
        or len(_FOREIGN.findall(sample)) > _MIXED * len(_HAN.findall(sample))
    )


def _pieces(text: str) -> list[str]:
    """Return the characters beyond ASCII, as they follow upon each other, with the ones beside them."""
    found, length = [], 0
    for run in _BEYOND.finditer(text):
        found.append(text[max(0, run.start() - 1) : run.end() + 1])
        length += len(found[-1])
        if length > _SAMPLE:
            break
    return found


def read_again(payload: bytes) -> str:
    """Return a page in UTF-8, and one whose UTF-8 some program had read as Windows-1252 or -1251 before as it was."""
    text = payload.decode("utf-8")
    beyond = beyond_ascii(payload)
    tried = beyond[: 4 * _TRIED].decode("utf-8", "ignore")[:_TRIED]
    for way in _WAYS if len(tried) >= _LEAST else ():
        if sound_bytes(tried.translate(way).encode("latin-1", "replace")) >= _MOSTLY * len(tried):
            return _BEYOND.sub(partial(_again_of, way), text)
    return with_marks(text) if _QUOTED.search(beyond) else text


def with_marks(text: str) -> str:
    """Return a text with the quotation marks and dashes of Windows-1252 where it has control characters for them."""
    return text.translate(_MARKS)


def _again_of(way: Mapping[int, int], run: re.Match[str]) -> str:
    try:
        return run[0].translate(way).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return run[0]
