"""The attributions of a labelled text, and which of its quoted words they say are quotes."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from morgue.evaluation.corpora import CorpusError
from morgue.model import QuoteKind

DIRECT_WORDS = 4
"""Words from which the corpus's direct quotes begin; shorter ones are mixed into somebody else's sentence."""

SHARED = 0.6
"""Of a quote's words: so many in common make another the same."""

_RUN = re.compile(
    r"“(?P<curly>(?:[^“”\"\n]|(?<=[\s(])\"[^\"“”\n]+\")+)[”\"]?|\"(?P<straight>(?:[^\"“”\n]|“[^”\"\n]*”)+)[\"”]?"
    r"|''(?P<doubled>[^\n]+?)''|(?<!\w)‘(?P<single>[^‘\n]+?)’(?!\w)"
    r"|(?<![\w'])'(?P<plain>[^\s'](?:[^'\n]|(?<=\w)'(?=\w))*)'(?![\w'])"
)
"""Words between marks, up to the end of the line where a later paragraph closes them: by rules of its own, that what
is scored may not say what it is scored against."""

_WORD = re.compile(r"\w+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Words that are a quote: where each stands, and every span that names one who says them."""

    kind: QuoteKind
    words: frozenset[Span]
    sources: tuple[Span, ...]

    def found_in(self, start: int, end: int) -> bool:
        """Say whether a span has enough of the words."""
        return sum(start <= low and high <= end for low, high in self.words) >= SHARED * len(self.words)

    def said_in(self, span: Span | None) -> bool:
        """Say whether a span is, at least in part, where the speaker is named."""
        return span is not None and any(span[0] < high and low < span[1] for low, high in self.sources)


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One text and its gold quotes, in order, by kind."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]


def labelled_texts(corpus: Path) -> list[LabelledText]:
    """Return the texts of a file of the form of ``polnear-quotes/dev.jsonl``; raise CorpusError for another."""
    try:
        read = [json.loads(line) for line in corpus.read_text("utf-8").split("\n") if line.strip()]
        texts = [
            LabelledText(each["id"], each["text"], gold_quotes(each["text"], each["attributions"])) for each in read
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{corpus}: it is no file of labelled quotes, a JSON object a line ({error})") from error
    if not texts:
        raise CorpusError(f"{corpus}: it has no texts")
    return texts


def gold_quotes(text: str, attributions: Sequence[dict[str, Any]]) -> tuple[GoldQuote, ...]:
    """Return the quoted words inside attributions, each run once, and the contents of attributions that quote none."""
    found, quoting = [], set()
    for run in _RUN.finditer(text):
        words = _words(text, *run.span(str(run.lastgroup)))
        inside = [at for at, each in enumerate(attributions) if _holds(each["content"], words)]
        if words and inside:
            quoting.update(inside)
            sources = tuple(tuple(span) for at in inside for span in attributions[at]["source"])
            found.append(GoldQuote("direct" if len(words) >= DIRECT_WORDS else "mixed", words, sources))
    for at, each in enumerate(attributions):
        words = frozenset().union(*(_words(text, *span) for span in each["content"]))
        if at not in quoting and words:
            found.append(GoldQuote("indirect", words, tuple(tuple(span) for span in each["source"])))
    return tuple(found)


def _words(text: str, start: int, end: int) -> frozenset[Span]:
    return frozenset(word.span() for word in _WORD.finditer(text, start, end))


def _holds(content: Sequence[Sequence[int]], words: frozenset[Span]) -> bool:
    inside = sum(any(start <= low and high <= end for start, end in content) for low, high in words)
    return inside >= SHARED * len(words)
