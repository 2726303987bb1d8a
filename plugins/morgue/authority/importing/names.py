"""Names as Wikidata and tables give them, made fit for finding them in texts."""

from collections.abc import Iterable, Mapping

from morgue.authority.alias import Alias
from morgue.authority.entries import ANY, Kind

_LONGEST = 100
"""Characters of a name that anybody would write in a text."""

_MOST = 50
"""Names of one language."""

_SHORT = 2
"""Letters of a name that may be anything ("AI")."""


def plain(text: object) -> str:
    """Return a text on one line without what cannot be printed, or nothing where it is no text that can be written."""
    if not isinstance(text, str):
        return ""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a character
        return ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def is_name(text: str) -> bool:
    """Say whether texts can be searched for a name: it has letters, and not small ones alone."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and len(text) <= _LONGEST and not all(letter.islower() for letter in letters)


def aliases(name: str, kind: Kind, given: Mapping[str, Iterable[str]]) -> dict[str, tuple[Alias, ...]]:
    """Return the other names of an actor by language, each once.

    What is written alike in several languages stands under ``any``. One word for a person, which may be a given name,
    and two letters are marked: they count only where another name of the actor stands in the text.
    """
    spoken: dict[str, set[str]] = {}
    for language in sorted(given):
        for other in given[language]:
            if is_name(other) and other != name:
                spoken.setdefault(other, set()).add(language)
    found: dict[str, list[Alias]] = {}
    for other, languages in spoken.items():
        alike = len(languages) > 1 or ANY in languages
        unsure = (kind == "person" and " " not in other) or len(other) <= _SHORT
        found.setdefault(ANY if alike else min(languages), []).append(Alias(name=other, ambiguous=unsure))
    telling = kind != "person" or " " in name or any(" " in other for other in spoken)
    return {
        language: tuple(several[:_MOST])
        for language in sorted(found)
        if (several := [alias for alias in found[language] if telling or not alias.ambiguous])
    }
