"""Texts as names are compared in them: letter by letter as an address has them, whatever the script or the accents."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

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
    """Yield a text as it is compared; where an id has a character otherwise ("№", «ё», a mark), as ids have it, too."""
    composed = unicodedata.normalize("NFC", text)
    in_ascii, foreign = _in_ascii(composed, _IN_ASCII)
    yield _joined(in_ascii)
    if composed != text:
        _, foreign = _in_ascii(text, _IN_ASCII)
    if any(map(_is_otherwise_in_ids, foreign)):
        yield _joined(_in_ascii(text, _IN_IDS)[0])


def spelled(text: str) -> str:
    """Return letters and figures in small ASCII and a hyphen for all else between them."""
    return _joined(_in_ascii(unicodedata.normalize("NFC", text), _IN_ASCII)[0])


def _in_ascii(text: str, table: "_Spelling") -> tuple[str, set[str]]:
    """Return a text as a table spells it, and what of its characters is not ASCII."""
    foreign = set[str]()
    position = 0
    while not text.isascii() and len(foreign) < _FEW:  # most texts have but some marks of punctuation: that is quick
        position = next(_FOREIGN.finditer(text, position)).start()
        character = text[position]
        foreign.add(character)
        text = text.replace(character, table[ord(character)])
    if not text.isascii():
        foreign.update(*_FOREIGN.findall(text))
        text = _FOREIGN.sub(lambda run: run[0].translate(table), text)
    return text, foreign


def _joined(in_ascii: str) -> str:
    words = in_ascii.encode("ascii").translate(_SMALL)
    return _HYPHENS.sub(b"-", words).strip(b"-").decode("ascii")


@cache
def _is_otherwise_in_ids(character: str) -> bool:
    """Say whether an id has other letters for a character than a text that is spelled, or joins what is around it."""
    one, other = (_NO_LETTERS.sub("-", table[ord(character)].lower()) for table in (_IN_ASCII, _IN_IDS))
    return one != other


def _by_letters(character: str) -> str:
    character = plain(character)  # «ё» is spelled as «е»
    return unidecode(character.lower()) if character.isalnum() else "-"


def _as_in_ids(character: str) -> str:
    """Return what ``slug`` makes letters and hyphens of; nothing spells a lone surrogate."""
    return unidecode(character.encode("utf-8", "ignore").decode())


class _Spelling(dict[int, str]):
    """How each character is spelled in ASCII; filled as characters come."""

    def __init__(self, spell: Callable[[str], str]) -> None:
        self._spell = spell

    def __missing__(self, code: int) -> str:
        self[code] = spelled = self._spell(chr(code))
        return spelled


_IN_ASCII, _IN_IDS = _Spelling(_by_letters), _Spelling(_as_in_ids)
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_FEW = 16
"""Characters that are spelled one after the other; of more, all at once."""
_HYPHENS = re.compile(rb"--+")
_SMALL = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else ord("-") for code in range(256))
