"""What a page needs to know of a language: its tag, its name, which way it is written."""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Language:
    """A language; of an unknown one the tag and the name are empty and the direction is the browser's to find."""

    tag: str = ""
    name: str = ""
    direction: str = "auto"


@cache
def language_of(tag: str | None, interface: Locale) -> Language:
    """Return a language by its BCP 47 tag, with its name in the interface's language."""
    try:
        found = Locale.parse(tag or "", sep="-")
    except (ValueError, TypeError, UnknownLocaleError):
        return Language()
    direction = "rtl" if found.character_order == "right-to-left" else "ltr"
    return Language(str(found).replace("_", "-"), found.get_display_name(interface) or "", direction)
