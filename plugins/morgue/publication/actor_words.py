"""What the pages say of actors beyond what is known of each: kinds, who found a name, and what a drawing answers."""

from morgue.model import ActorEntry

FOUND = "found by machine"
"""Beside a name that no archivist has written a file about."""

QUESTION = "Who is named in the same stories as whom?"

_FOUND_PERSON = (
    "A machine found this name in the stories below; no archivist has written a file about it yet. It may be wrong, or "
    "stand for several people of one name. Search engines are asked to leave this page out."
)
_FOUND_OTHER = (
    "A machine found this name in the stories below; no archivist has written a file about it yet. It may be wrong, or "
    "stand for several of one name."
)


def found_words(*, known: bool, kind: str) -> str:
    """Return the sentence on the page of a name that a machine found, or nothing."""
    if known:
        return ""
    return _FOUND_PERSON if kind == "person" else _FOUND_OTHER


def kind_note(actor: ActorEntry) -> str:
    """Return an actor's kind, as it stands beside the name in a list, with who found it if that was a machine."""
    return actor.kind if actor.known else f"{actor.kind}, {FOUND}"


def together_lead(*, names: int, everybody: bool, topic: str) -> str:
    """Return how the drawing of who is named together is read."""
    where = f"stories on {topic}" if topic else "stories of the archive"
    who = (
        "Every actor who is named beside another" if everybody else f"The {names} actors most often named beside others"
    )
    return (
        f"{who} in {where}. The number in a square tells in how many stories two are named together; the name to the "
        "right of a row is also that of the column below it. A square leads to the stories."
    )
