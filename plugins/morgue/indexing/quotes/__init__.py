"""Quotes: what stands between quotation marks, and who says it. One rule a file, the first that answers decides."""

import re
from collections.abc import Callable, Sequence

from morgue.indexing.page import Page
from morgue.indexing.quotes.according import according
from morgue.indexing.quotes.after import after
from morgue.indexing.quotes.before import before, introduced
from morgue.indexing.quotes.closing import closing
from morgue.indexing.quotes.marks import Quoted, quoted
from morgue.indexing.quotes.pronoun import antecedent
from morgue.indexing.quotes.resumed import resumed
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.model import NamedActor, Quote

Rule = Callable[[Scene, Quoted], Attribution | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("after", after),
    ("according", according),
    ("before", before),
    ("introduced", introduced),
    ("closing", closing),
)

DIRECT_WORDS = 4
"""From so many words on a quote is direct; a shorter one is mixed into somebody else's sentence."""

_PRONOUN = 0.7
"""What is left of the confidence when the speaker is a pronoun's person."""


def find_quotes(page: Page, text: str, actors: Sequence[NamedActor]) -> tuple[Quote, ...]:
    """Return the quotes of a page in order: the direct ones, and the mixed ones that have a speaker."""
    return tuple(quote for quote, _ in attributed_quotes(page, text, actors))


def attributed_quotes(
    page: Page, text: str, actors: Sequence[NamedActor]
) -> list[tuple[Quote, tuple[int, int] | None]]:
    """Return each quote with the span that its speaker was read from, a pronoun's included."""
    runs = quoted(page, text)
    scene = Scene(page, runs, actors)
    found: list[tuple[Quote, tuple[int, int] | None]] = []
    last: tuple[Quoted, Attribution] | None = None
    for run in runs:
        rule, said = _attribute(scene, run)
        if said is None and last is not None:
            rule, said = "resumed", resumed(scene, run, *last)
        last = (run, said) if said else None
        direct = len(re.findall(r"\w+", text[run.start : run.end])) >= DIRECT_WORDS
        if direct or said:
            span = (said.subject.start, said.subject.end) if said else None
            found.append((_quote(scene, text, run, rule, said, direct=direct), span))
    return found


def _attribute(scene: Scene, run: Quoted) -> tuple[str, Attribution | None]:
    for name, rule in RULES:
        said = rule(scene, run)
        if said is not None:
            return name, said
    return "", None


def _quote(scene: Scene, text: str, run: Quoted, rule: str, said: Attribution | None, *, direct: bool) -> Quote:
    kind = "direct" if direct else "mixed"
    if said is None:
        return Quote(run.start, run.end, kind, None, None, None, "marks", 0.5)
    subject, confidence = said.subject, said.confidence
    speaker, actor = text[subject.start : subject.end], subject.actor
    if subject.pronoun:
        named = antecedent(scene, subject)
        rule, confidence = "pronoun", confidence * _PRONOUN
        if named is not None:
            speaker, actor = text[named.start : named.end], named.actor
    return Quote(run.start, run.end, kind, speaker, actor, said.cue, rule, round(confidence, 2))
