"""Quotes: what is said, and who says it. One rule a file, the first that answers decides."""

import re
from collections.abc import Callable, Iterable, Sequence

from morgue.indexing.page import Page
from morgue.indexing.quotes.according import according
from morgue.indexing.quotes.after import after
from morgue.indexing.quotes.before import before
from morgue.indexing.quotes.block import block, block_runs
from morgue.indexing.quotes.closing import closing
from morgue.indexing.quotes.colon import colon
from morgue.indexing.quotes.introduced import introduced
from morgue.indexing.quotes.label import label
from morgue.indexing.quotes.paragraph import paragraph
from morgue.indexing.quotes.pronoun import antecedent
from morgue.indexing.quotes.quoted import Quoted, outermost, quoted
from morgue.indexing.quotes.remark import remark
from morgue.indexing.quotes.reported import reported
from morgue.indexing.quotes.resumed import resumed
from morgue.indexing.quotes.role import bearer
from morgue.indexing.quotes.scene import Attribution, Said, Scene
from morgue.indexing.quotes.sentence import sentence
from morgue.indexing.quotes.signature import signature
from morgue.indexing.quotes.title import is_title
from morgue.indexing.quotes.transcript import turns
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
    ("signature", signature),
    ("resumed", resumed),
    ("block", block),
    ("sentence", sentence),
    ("colon", colon),
    ("paragraph", paragraph),
)

DIRECT_WORDS = 4
"""From so many words on a quote is direct; a shorter one is mixed into somebody else's sentence."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\W\u3040-\u30ff\u3400-\u9fff]+")
"""A word; two characters of Japanese or Chinese are about one."""

_MARKS_ALONE = 0.5
"""How sure it is that words between quotation marks without a speaker are a quote, and no title of a book."""

_MIXED = 0.9
"""What is left of it for words inside a sentence: they may be a name, or another's words that the speaker repeats."""

_RESOLVED = 0.7
"""What is left of the confidence when the speaker is a pronoun's or a role's person."""

Span = tuple[int, int]


def find_quotes(
    page: Page, text: str, actors: Sequence[NamedActor], quotations: Iterable[Span] = ()
) -> tuple[Quote, ...]:
    """Return the quotes of a page in order: direct ones; mixed and indirect ones where they have a speaker.

    ``quotations`` are the spans that the page itself sets as block quotes: marks or not, they are somebody's words.
    """
    marked = [run for run in quoted(page, text) if not is_title(page, text, run)]
    runs = outermost([*marked, *turns(page), *block_runs(page, marked, quotations)])
    scene = Scene(page, runs, actors)
    found: list[Quote] = []
    for run in runs:
        scene.last = found_by = _attribute(scene, run)
        kind: QuoteKind = "direct" if _is_direct(text, run) else "mixed"
        if found_by is not None:
            found.append(_said(scene, text, kind, found_by))
        elif kind == "direct" and run.marked:
            found.append(Quote(run.start, run.end, kind, None, None, None, "marks", _MARKS_ALONE))
    found += [_said(scene, text, "indirect", clause) for clause in reported(scene, runs)]
    return tuple(sorted(found, key=lambda quote: quote.start))


def _attribute(scene: Scene, run: Quoted) -> Said | None:
    for name, rule in RULES:
        said = rule(scene, run)
        if said is not None:
            return Said(run, name, said)
    return None


def _is_direct(text: str, run: Quoted) -> bool:
    return len(_WORD.findall(text, run.start, run.end)) >= DIRECT_WORDS


def _said(scene: Scene, text: str, kind: QuoteKind, said: Said) -> Quote:
    subject, rule, confidence = said.attribution.subject, said.rule, said.attribution.confidence
    if kind == "mixed":
        confidence *= _MIXED
    speaker, actor = text[subject.start : subject.end], subject.actor
    named = None
    if subject.pronoun:
        named = antecedent(scene, subject)
        rule, confidence = "pronoun", confidence * _RESOLVED
    elif actor is None:
        named = bearer(scene, subject)
        if named:
            rule, confidence = "role", confidence * _RESOLVED
    if named:
        speaker, actor = text[named.start : named.end], named.actor
    return Quote(
        start=said.quote.start,
        end=said.quote.end,
        kind=kind,
        speaker=speaker,
        actor=actor,
        cue=said.attribution.cue or None,
        rule=rule,
        confidence=round(confidence, 2),
        read_from=(subject.start, subject.end),
    )
