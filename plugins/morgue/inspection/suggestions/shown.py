"""Suggestions as people read them, 80 columns wide, and as programs do: docs/actors.md describes both."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from morgue.inspection.pretty import CONTROL
from morgue.inspection.suggestions.likely import Alike
from morgue.inspection.suggestions.suggested import Suggestion

SCHEMA = 1
"""Raised when a field changes its meaning or goes; a new field does not raise it."""

_WIDTH = 80
_SPELLINGS = 6
_ALIKE = 5
"""Spellings and likely doubles shown of a name; the JSON object has them all."""


def suggestions_json(found: Iterable[Suggestion]) -> str:
    """Return the suggestions as one JSON object."""
    said = {"schema": SCHEMA, "actors": [asdict(each) for each in found]}
    return json.dumps(said, ensure_ascii=False, indent=1)


def suggestions_text(found: Sequence[Suggestion], total: int) -> str:
    """Return the suggestions as lines of text, and how many more there are."""
    lines = [line for each in found for line in _lines(each)]
    if len(found) < total:
        lines.append(f"{len(found):,} of {total:,} names without a file; --limit shows more")
    return "\n".join(lines or ["every name that was found has a file"]).translate(CONTROL)


def _lines(each: Suggestion) -> Iterator[str]:
    yield f"{each.name} ({each.id})"
    yield (
        f"  {each.kind}, {_counted(each.stories, 'story', 'stories')}, {_counted(each.clippings, 'clipping')}, "
        f"{_counted(each.mentions, 'mention')}, {_counted(each.quotes, 'quote')}"
    )
    yield from _wrapped(f"found by {_listed(each.rules)}", "  ")
    spelled = list(each.spellings.items())
    if len(spelled) > 1:
        yield from _wrapped(f"written {_listed(dict(spelled[:_SPELLINGS]))}", "  ")
    for sentence in each.sentences:
        yield f"  - {sentence.origin}"
        yield from _wrapped(sentence.text, "    │ ")
    yield from _alike("may be the same as", each.same_as)
    yield from _alike("may be of", each.known)
    yield ""


def _alike(words: str, several: Sequence[Alike]) -> Iterator[str]:
    for other in several[:_ALIKE]:
        yield from _wrapped(f"{words} {other.name} ({other.id}): {other.why}", "  ")
    if len(several) > _ALIKE:
        yield f"  and {len(several) - _ALIKE:,} more like it"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _counted(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
