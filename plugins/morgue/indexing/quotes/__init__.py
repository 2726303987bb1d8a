"""Quotes: what stands between quotation marks, and who says it. One rule a file, the first that answers decides."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from morgue.indexing.page import Page
from morgue.indexing.quotes.according import according
from morgue.indexing.quotes.after import after
from morgue.indexing.quotes.before import before
from morgue.indexing.quotes.closing import closing
from morgue.indexing.quotes.introduced import introduced
from morgue.indexing.quotes.label import label
from morgue.indexing.quotes.paragraph import paragraph
from morgue.indexing.quotes.pronoun import antecedent
from morgue.indexing.quotes.quoted import Quoted, quoted
from morgue.indexing.quotes.remark import remark
from morgue.indexing.quotes.reported import reported
from morgue.indexing.quotes.resumed import resumed
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.indexing.quotes.sentence import sentence
from morgue.model import NamedActor, Quote, QuoteKind

Rule = Callable[[Scene, Quoted], Attribution | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("after", after),
    ("according", according),
    ("before", before),
    ("introduced", introduced),
    ("closing", closing),
    ("label", label),
    ("remark", remark),
)

DIRECT_WORDS = 4
"""From so many words on a quote is direct; a shorter one is mixed into somebody else's sentence."""

_MARKS_ALONE = 0.5
"""How sure it is that words between quotation marks without a speaker are a quote, and no title of a book."""

_PRONOUN = 0.7
"""What is left of the confidence when the speaker is a pronoun's person."""


def find_quotes(page: Page, text: str, actors: Sequence[NamedActor]) -> tuple[Quote, ...]:
    """Return the quotes of a page in order: the direct ones, and the mixed ones that have a speaker."""
    runs = quoted(page, text)
    scene = Scene(page, runs, actors)
    found: list[Quote] = []
    last: tuple[Quoted, Attribution] | None = None
    for run in runs:
        rule, said = _attribute(scene, run)
        if said is None and last is not None:
            rule, said = "resumed", resumed(scene, run, *last)
        if said is None:
            rule, said = "sentence", sentence(scene, run)
        if said is None and last is not None:
            rule, said = "paragraph", paragraph(scene, run, *last)
        last = (run, said) if said else None
        direct = len(re.findall(r"\w+", text[run.start : run.end])) >= DIRECT_WORDS
        quote = _unattributed(run, "direct" if direct else "mixed")
        if said is not None:
            found.append(_said(scene, text, quote, rule, said))
        elif direct:
            found.append(quote)
    for clause in reported(scene, runs):
        quote = Quote(clause.start, clause.end, "indirect", None, None, None, "reported", 0.0)
        found.append(_said(scene, text, quote, "reported", clause.said))
    return tuple(sorted(found, key=lambda quote: quote.start))


def _attribute(scene: Scene, run: Quoted) -> tuple[str, Attribution | None]:
    for name, rule in RULES:
        said = rule(scene, run)
        if said is not None:
            return name, said
    return "", None


def _unattributed(run: Quoted, kind: QuoteKind) -> Quote:
    return Quote(run.start, run.end, kind, None, None, None, "marks", _MARKS_ALONE)


def _said(scene: Scene, text: str, unattributed: Quote, rule: str, said: Attribution) -> Quote:
    subject, confidence = said.subject, said.confidence
    speaker, actor = text[subject.start : subject.end], subject.actor
    if subject.pronoun:
        named = antecedent(scene, subject)
        rule, confidence = "pronoun", confidence * _PRONOUN
        if named is not None:
            speaker, actor = text[named.start : named.end], named.actor
    return replace(
        unattributed,
        speaker=speaker,
        actor=actor,
        cue=said.cue,
        rule=rule,
        confidence=round(confidence, 2),
        read_from=(subject.start, subject.end),
    )
