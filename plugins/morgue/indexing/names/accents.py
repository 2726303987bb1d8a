"""Names however they are accented: "Erdogan" for "Erdoğan", «Королев» for «Королёв»."""

import re
import unicodedata

SHORTEST = 4
"""Letters that a name needs to be found with other accents or in a line of capitals, where "US" may be "us"."""

_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ё": "е", "Ё": "Е"}
"""Letters that Unicode does not take apart, or that a mark tells from another in Cyrillic."""

_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]|[ёЁ]")


def plain(text: str) -> str:
    """Return a text without the accents of Latin letters, one character for one, so that every position holds."""
    return text if text.isascii() else _LATIN.sub(_bare, text)


def _bare(accented: re.Match[str]) -> str:
    letter = accented.group()
    return _LETTERS.get(letter) or unicodedata.normalize("NFD", letter)[0]
