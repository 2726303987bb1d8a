"""Texts compared by their letters: marks, spaces and case are a typesetter's and differ between copies."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, wraps
from html import unescape
from typing import TypeVar

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts written without spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_CLOSING_MARKS = " \t\r\n\u00a0\u2009\u202f\u3000\"'”»)]}“\u2019\u203a"
"""With the spaces that editors leave behind a full stop."""

_FULL_STOPS = frozenset(".。।\u06d4\u0589")
"""With the Indian, the Arabic and the Armenian one."""
_SENTENCE_ENDS = _FULL_STOPS | frozenset("!?…؟\uff01\uff1f")
"""With the full-width exclamation and question marks."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

_MISREAD = re.compile(r"[\u00c2\u00c3\u00c5\u00d0\u00d1][^\x00-\x7f]|\u00e2\u20ac\S?")
"""UTF-8 of two bytes, or of a mark such as a dash, that a program read as Windows-1252."""

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5});")
"""An entity that was escaped twice, so that a reader sees it."""

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]+")
"""Scripts written from right to left."""

_LETTERS = re.compile(r"[^\W\d_]+")

_LOOKED_AT = 400
"""Characters of a text that show which way it runs."""

_GARBLED = 3
"""So many in a text are a program's: one is a slip, or is spoken of."""

_MARKS = "\u2019\u2018“”–—\u2011…•\u00a0"
"""What typographers put in the place of ASCII."""

_ACCENT = re.compile(r"[\u0300-\u036f]")

_OPTIONAL = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Signs that Hebrew and Arabic writing may have or leave out: vowels, and the stroke that stretches a word."""


class _Letters(dict[int, str]):
    """A table for ``str.translate`` that fills itself: letters, their marks and numbers stay, the rest is space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)[0]
        dropped = (category == "C" and letter not in "\t\n\r") or _OPTIONAL.match(letter)
        self[code] = "" if dropped else letter if category in "LMN" else " "
        return self[code]


_letters = _Letters()

_ASCII = bytes(ord(_letters[ord(chr(code).lower())] or " ") for code in range(128)).ljust(256)
_DROPPED = bytes(code for code in range(128) if not _letters[code])
"""The same for ``bytes.translate``, which is many times as fast; capitals become small letters on the way."""

_SHORT = 2000
"""Characters of a text that is remembered: most paragraphs have fewer, and what is remembered stays small."""

Run = tuple[str, ...]
"""Words in a row."""

RUN = 4
"""Words in a row by which a text is found again: fewer stand elsewhere by chance."""

Answer = TypeVar("Answer")


def remembered(question: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a question about a text remember its answers: each rule, in each round, asks it of the same blocks anew."""
    remembering = lru_cache(maxsize=1024)(question)

    @wraps(question)
    def asked(text: str) -> Answer:
        return (remembering if len(text) <= _SHORT else question)(text)

    return asked


@remembered
def fold(text: str) -> str:
    """Return the lower-case words of a text, joined by single spaces, without any punctuation."""
    return " ".join(_letters_of(text).split())


def _letters_of(text: str) -> str:
    """Return the lower-case words of a text with any spaces between them."""
    if "&" in text:
        text = unescape(text)  # a template may escape twice
    plain = _with_plain_marks(text)
    if plain.isascii():
        return plain.encode().translate(_ASCII, _DROPPED).decode()
    text = _MISREAD.sub(_read_again, unicodedata.normalize("NFC", text))
    lowered = unicodedata.normalize("NFKC", text).casefold()
    # Turkish capitals lose their dots or gain one, as the page's style sheet has it.
    return lowered.replace("i\u0307", "i").replace("\u0131", "i").translate(_letters)


def _with_plain_marks(text: str) -> str:
    """Return a text with spaces for the marks of typographers: most that is not ASCII in an English text."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def _read_again(misread: re.Match[str]) -> str:
    return misread[0].encode("cp1252", "replace").decode("utf-8", "replace")


def is_garbled(text: str) -> bool:
    """Say whether a reader sees a program's mistakes: letters decoded wrongly, entities escaped twice."""
    return len(_MISREAD.findall(text)) + len(_ENTITY.findall(text)) >= _GARBLED


@remembered
def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words as ``fold`` has them, without accents; in Chinese and Japanese each sign is one.

    So copies are found whatever a template makes of accents, and lengths mean the same in every language.
    """
    return tuple(words_once(text))


def words_once(text: str) -> list[str]:
    """Return what ``words_of`` does, of a part of a text that is asked about this once: it is not remembered."""
    letters = _letters_of(text)
    return letters.split() if letters.isascii() else _WORD.findall(unaccented(letters))


def unaccented(text: str) -> str:
    """Return a text without the accents of its letters."""
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def runs_of(words: Sequence[str], length: int = RUN) -> Iterator[Run]:
    """Yield the runs of so many words that a text has, one for each word at which a run begins."""
    return zip(*(words[at:] for at in range(length)), strict=False)


@remembered
def count_words(text: str) -> int:
    """Return the number of words; where a script has no spaces, two signs count as one."""
    if _with_plain_marks(text).isascii():
        return len(fold(text).split())
    unspaced = len(_UNSPACED.findall(text))
    spaced = _UNSPACED.sub(" ", text) if unspaced else text
    return len(fold(spaced).split()) + unspaced // 2


def opening(text: str, words: int = 7) -> str:
    """Return the first words of a text, for a reader to recognise it by."""
    parts = text[:200].strip("\"'“”„«»").split()
    cut = " ".join(parts[:words])[:80]
    return cut if len(cut) >= len(text) - 2 else f"{cut} …"


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSING_MARKS)[-1:] in _SENTENCE_ENDS


def ends_in_full_stop(text: str) -> bool:
    """Say whether a text ends in a full stop, which headlines do not have."""
    return text.rstrip(_CLOSING_MARKS)[-1:] in _FULL_STOPS


def direction_of(text: str) -> str:
    """Return which way most of a text's letters run, ``rtl`` or ``ltr``, or nothing where it has none."""
    beginning = text[:_LOOKED_AT]
    letters = sum(map(len, _LETTERS.findall(beginning)))
    right_to_left = sum(map(len, _RIGHT_TO_LEFT.findall(beginning)))
    return "" if not letters else "rtl" if right_to_left * 2 > letters else "ltr"
