"""Names of authors in a text that is made for them: each a name, without what stands around it."""

import re
from collections.abc import Iterator
from html import unescape

from morgue.extraction.charset import normalise
from morgue.extraction.metadata.days import is_month
from morgue.extraction.metadata.leads import led
from morgue.letters import fold
from morgue.vocabulary import any_of, load

_WORDS = load("authors")
_POSITION = re.compile(rf"(?<!\S){any_of(_WORDS['positions'])}(?!\S)")
_BODY = re.compile(rf"(?<!\S){any_of(_WORDS['bodies'])}(?!\S)")
_END = re.compile(any_of(_WORDS["ends"]))
_DAY = re.compile(r"\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")

_MOST_WORDS = 8
_LONGEST = 60
_MOST = 1000
"""Words of a name, and words and characters of a text with names, at most."""

_NO_NAME = re.compile(
    r"https?:|www\.|@|[<>{}\\*©]|\d{4}|^[\W\d]+$|^\d+\s+[a-z]|:$|\badmin(?:istrator)?\b|^(?:www|https?)\b|\bcom$"
    r"|^(?:author|editor|guest|unknown|user|webmaster|root|undefined|null|none|name|anonymous|the author)$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"[a-z0-9._-]+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ASIDE = re.compile(r"\s*[|•·・/…].*|\s+[–—-]+(?:\s.*|$)|:\s.*", re.DOTALL)
_LISTED = re.compile(r"\s*[;,]\s*")
_JOINER = r"(?:and|und|et|y|e|en|och|og|ja|i|a|ve|и|та|і|&)"
_JOINED = re.compile(rf"\s+{_JOINER}\s+")
_LED_BY_JOINER = re.compile(rf"^{_JOINER}\s+")
_DEGREE = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z.-]{2,8}\d*|[JS]r\.?|I{1,3}|\d+")
"""A degree, a title: of a few letters, with more than one capital."""

_PARTICLES = frozenset(
    {
        *("al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos"),
        *("du", "el", "ibn", "la", "le", "van", "von", "y", "zu"),
    }
)
_PERSON = 5
"""Words of a person's name at most."""


def names_in(text: str) -> Iterator[str]:
    """Yield the names in a text that is made for them; what leads to them, degrees and positions are left out."""
    text = " ".join(normalise(unescape(text[:_MOST])).split()[:_LONGEST]).strip("\"'“”")
    lead, bare = led(text)
    bare = _cut(_ASIDE.sub("", _BRACKETS.sub("", bare))).strip(" ,;")
    if lead:
        bare = bare[:1].upper() + bare[1:]
    first, *others = _LISTED.split(bare)
    if len(others) == 1 and " " not in first and is_person(f"{others[0]} {first}") and not _is_description(others[0]):
        first, others = f"{others[0]} {first}", []
    kept = [first, *(_LED_BY_JOINER.sub("", each) for each in others if not _is_description(each))]
    if others and not all(map(_are_persons, kept)):
        kept = [first] if _are_persons(first) else [bare]
    for each in kept:
        # "Desk for Trade and Industry" is one name
        for name in _JOINED.split(each) if _are_persons(each) else [each]:
            if name and len(name.split()) <= _MOST_WORDS and not _NO_NAME.search(name):
                yield name


def _cut(text: str) -> str:
    """Cut a text where a date or a new thought begins."""
    tokens = text.split()
    words = [fold(token) for token in tokens]
    if all(not word or word[0].isdigit() or _END.fullmatch(word) for word in words):
        return ""
    for at, word in enumerate(words):
        before, behind = " ".join(tokens[:at]), " ".join(words[at + 1 :])
        dated = is_month(word) and (words[at - 1][:1].isdigit() if at else False) | behind[:1].isdigit()
        ended = at and _END.fullmatch(word) and (_DAY.match(behind) or is_person(before))
        if dated or ended or (at and word[:1].isdigit()):
            return before
    return text


def _is_description(text: str) -> bool:
    return all(map(_DEGREE.fullmatch, text.split())) or bool(_POSITION.search(fold(text)))


def _are_persons(text: str) -> bool:
    return all(map(is_person, _JOINED.split(text)))


def is_position(text: str) -> bool:
    """Say whether a short text is what somebody is, and no name."""
    return len(text.split()) <= _MOST_WORDS and bool(_POSITION.search(fold(text)))


def is_person(text: str) -> bool:
    """Say whether a text has the form of a person's name: a few words, each with a capital but for the particles."""
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return 2 <= len(words) <= _PERSON and not any(word[0].islower() or not word[0].isalpha() for word in words)


def is_body(name: str) -> bool:
    """Say whether a name has a word that no person's has: it is a body's."""
    return bool(_BODY.search(fold(name)))


def is_account(name: str) -> bool:
    """Say whether a name is one to log in with: one word without a capital."""
    return bool(_ACCOUNT.fullmatch(name))
