"""A short line read for the names of authors: who wrote an article, and who did something else for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from morgue.extraction.metadata.leads import Lead, led
from morgue.extraction.metadata.names import is_body, is_person, is_position, names_in
from morgue.letters import ends_sentence

_JOINS = frozenset({"", "and", "&", "und", "et", "y", "e", "en", "och", "og", "и", "та", "i"})
_INITIALS = 3
"""Letters that are no name in themselves: those of a picture that is missing."""

_UNLIKE = 4
"""Words at most of a name that has not the form of a person's."""


@dataclass(slots=True)
class Shown:
    """The names of those who wrote an article, and of those who did something else for it.

    ``told`` says that the page tells so in words; ``pieces`` are the texts by its headline that may be names.
    """

    authors: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    told: bool = False

    def read(self, parts: Sequence[str], *, marked: bool, dated: bool = False) -> bool:
        """Take the names out of the pieces of a line; say whether any wrote the article.

        An element made for authors may hold only a name; any other line says what a name is the name of, or what its
        bearer is. ``dated`` says that a date stands by the line.
        """
        pieces = list(_with_whole_leads(parts))
        leads = [led(piece) for piece in pieces]
        if leads and not leads[-1][1]:
            leads[-1] = "", pieces[-1]  # what stands behind a name says what its bearer is
        kind: Lead = "by" if marked and "by" not in {lead for lead, _ in leads} else ""
        joined = taken = told = False
        for at, (piece, (lead, rest)) in enumerate(zip(pieces, leads, strict=True)):
            if lead:
                kind, joined, taken, told = lead, True, False, True
            elif piece.casefold().strip(" ,;") in _JOINS:
                joined = True
                continue
            if not kind and dated and is_person(rest) and is_position(" ".join(pieces[at + 1 : at + 2])):
                kind = "by"
            names = list(names_in(rest)) if kind and (joined or not taken) else []
            if taken and names and all(map(is_position, names)):
                joined = False  # it says what the one before is
                continue
            sure = told or (marked and at == 0 and len(rest) > _INITIALS and " " not in rest)
            if names and all(_is_credible(name, rest, kind, told=sure, by_date=marked or dated) for name in names):
                (self.authors if kind == "by" else self.helpers).extend(_with_capital(name, lead) for name in names)
                self.told = self.told or (told and kind == "by")
                taken, joined = True, rest.rstrip().endswith((",", "&", " and"))
            elif rest and kind:
                kind, joined = "" if taken or (told and names) else kind, False
        return bool(self.authors)


def _with_whole_leads(pieces: Sequence[str]) -> Iterator[str]:
    """Yield the pieces of a line, "Reviewed" and "by" as one."""
    waiting = ""
    for piece in pieces:
        if waiting and led(f"{waiting} {piece}")[1]:
            yield waiting
            waiting = ""
        waiting = f"{waiting} {piece}".strip()
    if waiting:
        yield waiting


def _with_capital(name: str, lead: Lead) -> str:
    return name[:1].upper() + name[1:] if lead and " " in name else name


def _is_credible(name: str, text: str, kind: Lead, *, told: bool, by_date: bool) -> bool:
    """Say whether a name may be an author's: it has a person's form, or the page says what it is and where."""
    person = is_person(name) and not is_body(name)
    if person or kind == "role":
        return person
    short = len(name.split()) <= _UNLIKE and "," not in name and not ends_sentence(text)
    return told and short and by_date
