"""Scores quotes and their speakers on texts of which every attribution is labelled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from morgue.authority.entries import Authority
from morgue.evaluation.quotes_truth import GoldQuote, LabelledText, labelled_texts
from morgue.evaluation.shares import share
from morgue.evaluation.texts import clipping_of
from morgue.indexing import Indexer
from morgue.model import Mask, Quote

GROUPS: dict[str, tuple[str, ...]] = {
    "direct": ("direct",),
    "mixed": ("mixed",),
    "direct and mixed": ("direct", "mixed"),
    "indirect": ("indirect",),
}
"""The kinds that are counted as one."""


@dataclass(frozen=True, slots=True)
class QuoteScore:
    """One group of kinds: quotes labelled, those of them found, and found with the right speaker; and those given.

    ``given`` are the quotes of the kind that have a speaker, ``right`` those of them that are labelled quotes of the
    kind and whose speaker is the right one; ``plain`` and ``plain_right`` are those of them that are shown plainly.
    """

    labelled: int
    found: int
    attributed: int
    given: int
    right: int
    plain: int
    plain_right: int

    @property
    def precision(self) -> float:
        """Return the share of given quotes that are right."""
        return share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Return the share of labelled quotes that were found with the right speaker."""
        return share(self.attributed, self.labelled)

    @property
    def f1(self) -> float:
        """Return precision and recall in one."""
        return share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def plain_precision(self) -> float:
        """Return the share of plainly shown quotes that are right."""
        return share(self.plain_right, self.plain)


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What one rule gave: quotes with a speaker, direct or mixed, and how many of them are right."""

    given: int
    right: int


@dataclass(frozen=True, slots=True)
class QuotesReport:
    """The scores of a corpus, by group of kinds and by rule."""

    texts: int
    kinds: dict[str, QuoteScore]
    rules: dict[str, RuleScore]


@dataclass(frozen=True, slots=True)
class _Judged:
    quote: Quote
    right: bool


@dataclass(frozen=True, slots=True)
class _Text:
    given: list[_Judged]
    found: list[GoldQuote]
    attributed: list[GoldQuote]
    labelled: Sequence[GoldQuote]


def evaluate_quotes(corpus: Path) -> QuotesReport:
    """Score the texts of a file of the form of ``polnear-quotes/dev.jsonl``, without any authority file.

    Raise CorpusError where the file is of another form.
    """
    indexer = Indexer(Authority())
    texts = [_judged(indexer, text) for text in labelled_texts(corpus)]
    given = [each for text in texts for each in text.given]
    quoted = [each for each in given if each.quote.kind != "indirect"]
    rules = sorted({each.quote.rule for each in quoted})
    return QuotesReport(
        texts=len(texts),
        kinds={name: _score(kinds, given, texts) for name, kinds in GROUPS.items()},
        rules={rule: _rule(each.right for each in quoted if each.quote.rule == rule) for rule in rules},
    )


def _judged(indexer: Indexer, labelled: LabelledText) -> _Text:
    quotes = indexer.index(clipping_of(labelled.id, labelled.text), Mask()).quotes
    pairs = [
        (at, quote)
        for at, gold in enumerate(labelled.quotes)
        for quote in quotes
        if gold.kind == quote.kind and gold.found_in(quote.start, quote.end)
    ]
    right = [(at, quote) for at, quote in pairs if labelled.quotes[at].said_in(quote.read_from)]
    spoken = {quote for _, quote in right}
    return _Text(
        given=[_Judged(quote, quote in spoken) for quote in quotes if quote.speaker is not None],
        found=[labelled.quotes[at] for at in sorted({at for at, _ in pairs})],
        attributed=[labelled.quotes[at] for at in sorted({at for at, _ in right})],
        labelled=labelled.quotes,
    )


def _score(kinds: Sequence[str], given: Sequence[_Judged], texts: Sequence[_Text]) -> QuoteScore:
    own = [each for each in given if each.quote.kind in kinds]
    plain = [each for each in own if each.quote.certain]
    return QuoteScore(
        labelled=_count(kinds, (text.labelled for text in texts)),
        found=_count(kinds, (text.found for text in texts)),
        attributed=_count(kinds, (text.attributed for text in texts)),
        given=len(own),
        right=sum(each.right for each in own),
        plain=len(plain),
        plain_right=sum(each.right for each in plain),
    )


def _count(kinds: Sequence[str], texts: Iterable[Sequence[GoldQuote]]) -> int:
    return sum(gold.kind in kinds for text in texts for gold in text)


def _rule(right: Iterable[bool]) -> RuleScore:
    judged = list(right)
    return RuleScore(len(judged), sum(judged))
