"""What a suggestion's file begins with."""

from morgue.authority.entries import ANY, Actor
from morgue.authority.importing.names import aliases, plain
from morgue.inspection.suggestions.suggested import Suggestion


def stub(suggestion: Suggestion) -> Actor:
    """Return the entry of a name, with the other full spellings that were found; the id, and so the address, stays."""
    name = plain(suggestion.name)
    spelled = [plain(spelling) for spelling in suggestion.spellings]
    full = [each for each in spelled if suggestion.kind != "person" or " " in each]
    return Actor(id=suggestion.id, name=name, kind=suggestion.kind, aliases=aliases(name, suggestion.kind, {ANY: full}))
