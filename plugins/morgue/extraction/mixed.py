"""Pages of two charsets: UTF-8 with strays of another in it, and the other way round."""

import re

_SEQUENCE = (
    rb"(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})"
)
"""A character of UTF-8 beyond ASCII."""

# A byte decides which way each goes, so that nothing is tried twice. No group is possessive: Python 3.11 before 3.11.5
# ends such a match in the midst of a character (CPython issue 106052). The limit bounds what a match remembers.
_SEQUENCES = re.compile(_SEQUENCE + rb"{1,1000}")
_SOUND = re.compile(rb"(?:[\x00-\x7f]++|" + _SEQUENCE + rb"){1,1000}")
_ROW = re.compile(rb"(?:" + _SEQUENCE + rb"[\x20-\x40]{0,3}+){4,1000}")
"""Four characters of UTF-8 in a row, spaces and marks between them: in a charset of single bytes no word is like it."""

_ASCII = bytes(range(128))

_LATIN = re.compile(rb"[\xc2-\xc5\xe2][\x80-\xbf]+")

WESTERN = frozenset({"cp1252", "iso8859-15", "cp1254"})
_SINGLE = re.compile(r"cp125\d|cp866|cp874|koi8.*|iso8859.*|mac.*")

_LEAST = 3
_NEARLY_ALL, _MOST = 0.9, 0.5
"""Which part of the bytes beyond ASCII must be sound UTF-8 for a page to be in it: of one that says otherwise, of one
that says so or nothing."""


def beyond_ascii(payload: bytes) -> bytes:
    """Return the bytes of a payload that are not ASCII, one after the other."""
    return payload.translate(None, _ASCII)


def sound_bytes(payload: bytes) -> int:
    """Return how many bytes of a payload make up characters of UTF-8 beyond ASCII."""
    return sum(len(run[0]) for run in _SEQUENCES.finditer(payload))


def is_utf_8(payload: bytes, declared: str) -> bool:
    """Say whether a page is in UTF-8 but for some bytes."""
    sound = sound_bytes(payload)
    least = _MOST if declared in ("", "utf-8") else _NEARLY_ALL
    return sound > 0 and sound >= least * len(beyond_ascii(payload))


def with_strays(payload: bytes) -> str:
    """Return a page in UTF-8; a stray byte is read as Windows-1252 where the rest is in Latin letters, too."""
    sequences = [run[0] for run in _SEQUENCES.finditer(payload)]
    latin = sum(1 for run in sequences if _LATIN.fullmatch(run)) * 2 >= len(sequences)
    pieces, position = [], 0
    for run in _SOUND.finditer(payload):
        pieces += [_stray(payload[position : run.start()], latin=latin), run[0].decode("utf-8")]
        position = run.end()
    cut_off = payload[position:]  # the capture may end within a character
    return "".join([*pieces, cut_off.decode("utf-8", "ignore")])


def _stray(strange: bytes, *, latin: bool) -> str:
    return strange.decode("cp1252" if latin else "utf-8", "replace")


def with_insets(payload: bytes, charset: str) -> str:
    """Return a page in a charset of single bytes, in which a widget or a template may have written UTF-8."""
    insets = _SEQUENCES if charset in WESTERN else _ROW
    found = list(insets.finditer(payload)) if _SINGLE.fullmatch(charset) else []
    if len(found) < (_LEAST if charset in WESTERN else 1):
        return payload.decode(charset)
    pieces, position = [], 0
    for run in found:
        pieces += [payload[position : run.start()].decode(charset, "replace"), run[0].decode("utf-8")]
        position = run.end()
    return "".join([*pieces, payload[position:].decode(charset, "replace")])
