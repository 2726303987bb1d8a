"""Texts compared by their letters: marks, spaces and case are a typesetter's and differ between copies."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape

from morgue.remembering import remembered

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

Run = tuple[str, ...]
"""Words in a row."""

RUN = 4
"""Words in a row by which a text is found again: fewer stand elsewhere by chance."""


@remembered
def fold(text: str) -> str:
    """Return the lower-case words of a text, joined by single spaces, without any punctuation."""
    words = _plain_words(text)
    return " ".join(_letters_of(text).split() if words is None else words)


@remembered
def _plain_words(text: str) -> tuple[str, ...] | None:
    """Return the lower-case words of a text that is plain ASCII but for typographers' marks; of any other nothing.

    ``fold``, ``words_of`` and ``count_words`` are all asked of nearly every block, and hardly one is not plain.
    """
    plain = _with_plain_marks(_unescaped(text))
    return tuple(_ascii_letters(plain).split()) if plain.isascii() else None


def _unescaped(text: str) -> str:
    return unescape(text) if "&" in text else text  # a template may escape twice


def _ascii_letters(plain: str) -> str:
    return plain.encode().translate(_ASCII, _DROPPED).decode()


def _letters_of(text: str) -> str:
    """Return the lower-case words of a text with any spaces between them."""
    text = _unescaped(text)
    plain = _with_plain_marks(text)
    if plain.isascii():
        return _ascii_letters(plain)
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
    words = _plain_words(text)
    return tuple(words_once(text)) if words is None else words


def words_once(text: str) -> list[str]:
    """Return what ``words_of`` does, of a part of a text that is asked about this once: it is not remembered."""
    letters = _letters_of(text)
    return letters.split() if letters.isascii() else _WORD.findall(unaccented(letters))


def letters_in_place(text: str) -> str | None:
    """Return a text's letters and numbers where they stand, all else as spaces; None where that cannot be."""
    plain = _with_plain_marks(text)
    if "&" in text or not plain.isascii():
        return None
    letters = _ascii_letters(plain)
    return letters if len(letters) == len(text) else None


def small(text: str) -> str:
    """Return a text in small letters: a pattern is found there in half the time that it takes to find it case aside."""
    return text.replace("\u0130", "i").lower()  # the Turkish capital would become two letters


def unaccented(text: str) -> str:
    """Return a text without the accents of its letters."""
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def runs_of(words: Sequence[str], length: int = RUN) -> Iterator[Run]:
    """Yield the runs of so many words that a text has, one for each word at which a run begins."""
    return zip(*(words[at:] for at in range(length)), strict=False)


@remembered
def count_words(text: str) -> int:
    """Return the number of words; where a script has no spaces, two signs count as one."""
    words = _plain_words(text)
    if words is not None:
        return len(words)
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
