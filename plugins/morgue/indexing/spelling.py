"""Texts as names are compared in them: letter by letter as an address has them, whatever the script or the accents."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from unidecode import unidecode

from morgue.indexing.names.accents import SHORTEST, plain


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it is written, but for accents, which shows the shortest names, and spelled, for all others."""

    plain: str
    spelled: str


def written(text: str) -> Iterator[Written]:
    """Yield a text with each of its spellings."""
    bare = plain(unicodedata.normalize("NFC", text))
    return (Written(bare, spelling) for spelling in spellings(text))


def is_short(name: str) -> bool:
    """Say whether a name is found only as it is written: "US" is not "us", nor does "useful" begin with it."""
    return len(name) < SHORTEST and name.isalnum()


def spellings(text: str) -> Iterator[str]:
    """Yield a text as it is compared; where marks join no letter, both as words with them and as words without."""
    composed = unicodedata.normalize("NFC", text)
    in_ascii, foreign = _in_ascii(composed)
    yield _joined(in_ascii)
    if composed != text:
        _, foreign = _in_ascii(text)
    marks = [character for character in foreign if unicodedata.category(character).startswith("M")]
    if marks:
        yield spelled(text.translate(dict.fromkeys(map(ord, marks))))


def spelled(text: str) -> str:
    """Return letters and figures in small ASCII and a hyphen for all else between them."""
    return _joined(_in_ascii(unicodedata.normalize("NFC", text))[0])


def _in_ascii(text: str) -> tuple[str, set[str]]:
    """Return a text in ASCII, and what of its characters is not."""
    foreign = set[str]()
    position = 0
    while not text.isascii() and len(foreign) < _FEW:  # most texts have but some marks of punctuation: that is quick
        position = next(_FOREIGN.finditer(text, position)).start()
        character = text[position]
        foreign.add(character)
        text = text.replace(character, _IN_ASCII[ord(character)])
    if not text.isascii():
        foreign.update(*_FOREIGN.findall(text))
        text = _FOREIGN.sub(lambda run: run[0].translate(_IN_ASCII), text)
    return text, foreign


def _joined(in_ascii: str) -> str:
    words = in_ascii.encode("ascii").translate(_SMALL)
    return _HYPHENS.sub(b"-", words).strip(b"-").decode("ascii")


class _Spelling(dict[int, str]):
    """How each character is spelled in ASCII; filled as characters come."""

    def __missing__(self, code: int) -> str:
        character = plain(chr(code))  # «ё» is spelled as «е»
        self[code] = spelled = unidecode(character.lower()) if character.isalnum() else "-"
        return spelled


_IN_ASCII = _Spelling()
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_FEW = 16
"""Characters that are spelled one after the other; of more, all at once."""
_HYPHENS = re.compile(rb"--+")
_SMALL = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else ord("-") for code in range(256))
