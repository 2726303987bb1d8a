"""What leads to a name in a line: "By", "Von", "Photos:"."""

import re
from typing import Literal

from morgue.letters import fold
from morgue.vocabulary import any_of, load

Lead = Literal["by", "role", ""]
"""To who wrote an article, to who did something else for it, or to nobody."""

_WORDS = load("authors")
_LEAD = re.compile(any_of(_WORDS["leads"]))
_LABEL = re.compile(any_of(_WORDS["labels"]))
_ROLE = re.compile(any_of(_WORDS["roles"]))
_ROLE_LABEL = re.compile(any_of(_WORDS["role_labels"]))
_MOST_WORDS = 6


def led(text: str) -> tuple[Lead, str]:
    """Return what leads to a name in a text, and the text behind it. A mere noun leads with a colon, or alone."""
    tokens = text.split(maxsplit=_MOST_WORDS)
    for length in range(min(_MOST_WORDS, len(tokens)), 0, -1):
        opening = fold(" ".join(tokens[:length]))
        labelled = length == len(tokens) or tokens[length - 1].endswith((":", "\uff1a"))
        if _ROLE.fullmatch(opening) or (labelled and _ROLE_LABEL.fullmatch(opening)):
            return "role", " ".join(tokens[length:])
        if _LEAD.fullmatch(opening) or (labelled and _LABEL.fullmatch(opening)):
            return "by", " ".join(tokens[length:])
    return "", text
