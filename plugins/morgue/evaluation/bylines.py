"""Whose names a byline gives, as a set: so two bylines can be compared, however they are set.

Both are read alike. Aside are order, case and marks, and what stands beside a name: brackets, "By", forms of address
(Dr), what somebody is ("staff writer", "CEO of …") and degrees (MD, Ph.D.). A byline of nothing but such words
("Editorial team") is itself a name.
"""

import re
import unicodedata

_BETWEEN = re.compile(r"[,;|/&\n•·]|\s(?:and|und|et|y|e|och|og|en)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BY = re.compile(r"^(?:(?:written|posted|published) )?(?:by|von|par|por|di|av|door)\b\s*:?", re.IGNORECASE)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]?\.){1,4}[A-Z]?|[A-Z-]{2,6}®?|Ph\.?D\.?|\d+")
_ADDRESS = frozenset(("dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame"))
_ROLE = re.compile(
    r"(?:author|candidate|ceo|chief|columnist|contribut(?:or|ing)|correspondent|cto|desk|dietitian|director|editor(?:ial)?|"
    r"expert|founder|head|journalist|manager|newsroom|president|reporter|senior|specialist|staff|team|writer)s?"
)


def names_in(byline: str) -> frozenset[str]:
    """Return the names that a byline gives, in lower case and without marks."""
    text = _BY.sub("", unicodedata.normalize("NFKC", byline).strip())
    parts = [part.split() for part in _BETWEEN.split(_BRACKETS.sub(" ", text).strip() or text)]
    first, *others = [part for part in parts if part] or [[]]
    parts = [first, *(part for part in others if not all(map(_DEGREE.fullmatch, part)))]
    names = [_words(part) for part in parts]
    persons = [name for name in names if not any(map(_ROLE.fullmatch, name))]
    return frozenset(" ".join(name) for name in persons or names if name)


def _words(part: list[str]) -> list[str]:
    """Return a name's words, without degrees behind it and forms of address."""
    while len(part) > 2 and _DEGREE.fullmatch(part[-1]):
        part = part[:-1]
    words = re.findall(r"\w+", " ".join(part).casefold())
    return [word for word in words if word not in _ADDRESS] or words
