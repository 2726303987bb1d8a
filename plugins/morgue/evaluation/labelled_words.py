"""Texts whose words are labelled as names or not (BIO), as ``ner`` has them, put back together as they were printed."""

import gzip
import json
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from morgue.evaluation.corpora import CorpusError
from morgue.evaluation.labelled_actors import Label, LabelledText
from morgue.indexing.page import Page, fold

SILVER = ("news-silver",)
BY_HAND = ("wikigold", "uner-ewt-dev")
HELD_OUT = "uner-ewt-test"
"""Files of the corpus: tagged by a program, labelled by hand, and the one that nothing is ever trained on."""

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "name"}

_ONE_IN = 10
"""One text in so many is held out."""

_SPELLED = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"
}  # fmt: skip
"""What treebanks write for brackets and quotation marks."""

_CLOSES = re.compile(r"[,.:;!?%)\]}”…]|'s|'S|n't|'re|'ve|'ll|'d|'m|'|\.\.\.")
"""Tokens that stand close to the one before them."""
_OPENS = re.compile(r"[(\[{“$#]")
"""Tokens that the next one stands close to."""

_QUOTE = '"'

Sentence = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A text as indexing reads it, and the label of each of its words."""

    id: str
    page: Page
    labels: tuple[str, ...]


def has_words(corpus: Path) -> bool:
    """Say whether a corpus is of the form of ``ner``, not of that of ``news-actors``."""
    return (corpus / f"{HELD_OUT}.jsonl.gz").is_file()


def labelled_pages(corpus: Path, files: Iterable[str]) -> Iterator[LabelledPage]:
    """Yield the texts of some files of a corpus in order; raise CorpusError where one is missing."""
    for name in files:
        path = corpus / f"{name}.jsonl.gz"
        if not path.is_file():
            raise CorpusError(f"{path}: there is no such file of labelled words")
        for number, line in enumerate(gzip.decompress(path.read_bytes()).decode().splitlines()):
            read = json.loads(line)
            yield _page(read.get("id", f"{name}-{number}"), read["sentences"])


def held_out_texts(corpus: Path) -> list[LabelledText]:
    """Return the texts of a corpus that nothing is trained on, their names as labels; none is linked to Wikidata."""
    trained = filter(is_held_out, labelled_pages(corpus, (*SILVER, *BY_HAND)))
    return [_text(page) for page in chain(trained, labelled_pages(corpus, (HELD_OUT,)))]


def _text(page: LabelledPage) -> LabelledText:
    words, begun, labels = page.page.words, 0, []
    for at in range(1, len(words) + 1):
        label, kind = page.labels[begun], page.labels[begun][2:]
        if at < len(words) and page.labels[at] == f"I-{kind}":
            continue
        if label != "O":
            start, end = words.starts[begun], words.ends[at - 1]
            labels.append(Label(start, end, _KINDS[kind], page.page.text[start:end], None))
        begun = at
    return LabelledText(page.id, page.page.text, 0, len(page.page.text), tuple(labels))


def is_held_out(page: LabelledPage) -> bool:
    """Say whether a text is for scoring alone, by its id."""
    return zlib.crc32(page.id.encode()) % _ONE_IN == 0


def _page(name: str, sentences: Iterable[Sentence]) -> LabelledPage:
    """Return a text of sentences, a line each."""
    pieces: list[str] = []
    starts: list[int] = []
    tokens: list[str] = []
    position = 0
    for sentence in sentences:
        for space, token, label in _spaced(sentence):
            starts.append(position + len(space))
            tokens.append(label)
            pieces += space, token
            position += len(space) + len(token)
        pieces.append("\n")
        position += 1
    page = Page(fold("".join(pieces)), "en")
    return LabelledPage(name, page, tuple(_labels(page, starts, tokens)))


def _spaced(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    """Yield the tokens of a sentence as they were printed, each with the space before it and its label."""
    before, quoted = "", False
    for written, label in sentence:
        token = _SPELLED.get(written, written)
        close = not before or _CLOSES.fullmatch(token) or _OPENS.fullmatch(before) or (before == _QUOTE and quoted)
        if token == _QUOTE:
            close, quoted = quoted or not before, not quoted
        yield "" if close else " ", token, label
        before = token


def _labels(page: Page, starts: list[int], tokens: list[str]) -> Iterator[str]:
    """Yield for each word of a page the label of the token that it stands in; only the first word begins a name."""
    last = -1
    for start in page.words.starts:
        number = bisect_right(starts, start) - 1
        label = tokens[number]
        yield f"I-{label[2:]}" if number == last and label.startswith("B-") else label
        last = number
