"""Teasers: the beginning of a paragraph, cut short, beside the paragraph itself; and what is pulled out of one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, islice, zip_longest

import ahocorasick

from morgue.cleaning.headings import without_read_more
from morgue.letters import ends_sentence, opening, words_of
from morgue.model import Block, Clipping, Removal

_LEAST_WORDS = 5
"""Words by which a beginning is known."""

_ALIKE = 4
"""Paragraphs that begin alike of which one may be the text's: a hostile page has thousands."""

_MOST_PULLED = 60
"""Words that are pulled out of a paragraph to stand in large letters: more are quoted again on purpose."""

_CUT = re.compile(r"(?:…|\.\.\.|\[\W{1,5}\])\W*$")

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]+[”“»\"]")
"""A paragraph of one quotation and nothing else."""

_SPEAKER_WORDS = 8
"""Words of the line that names who said what was pulled out."""

Paragraph = tuple[Block, Sequence[str]]
"""A block and its words; of another kind than a paragraph it has none."""


def teaser(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks that are a paragraph cut short, and quotations whose words stand in a longer paragraph."""
    blocks = clipping.blocks
    told = [words_of(clipping.text_of(block)) if block.kind == "paragraph" else () for block in blocks]
    paragraphs = list(zip(blocks, told, strict=True))
    begun = cache(partial(_begun, paragraphs))
    pulled = {block.start: _pulled(clipping.text_of(block)) for block in blocks if _is_quotation(clipping, block)}
    around = _around((text for texts in pulled.values() for text in texts), paragraphs)
    before = ""
    for block, following in zip_longest(blocks, paragraphs[1:]):
        text = clipping.text_of(block)
        whole = None
        if block.kind == "paragraph" or (block.kind == "heading" and block.path.startswith("line ")):
            whole = _whole(block, text, begun, following)
            reason = "cut short, it begins the paragraph"
        if not whole and block.start in pulled and not before.rstrip().endswith(":"):
            whole = next(filter(None, (around.get(_spaced(words_of(each))) for each in pulled[block.start])), None)
            reason = "pulled out of the paragraph"
        if whole:
            yield Removal(block.start, block.end, "teaser", f"{reason} “{opening(clipping.text_of(whole))}”")
        before = text


def _begun(paragraphs: Iterable[Paragraph]) -> dict[int, list[Paragraph]]:
    """Return the paragraphs that begin in some way and go on, by each of their beginnings."""
    found: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        for beginning in _beginnings(paragraph[1][:-1]):
            found.setdefault(beginning, []).append(paragraph)
    return found


def _beginnings(words: Iterable[str]) -> Iterator[int]:
    """Yield a number for each beginning of a text, from none of its words to all."""
    return accumulate(words, lambda before, word: hash((before, word)), initial=0)


def _whole(
    own: Block, text: str, begun: Callable[[], Mapping[int, Sequence[Paragraph]]], following: Paragraph | None
) -> Block | None:
    """Return the paragraph that a text begins, if the text breaks off: with a mark, or right before that paragraph."""
    bare = without_read_more(text)
    cut = _CUT.search(bare)
    marked = cut or bare != text
    if not marked and (ends_sentence(bare) or bare.endswith(":")):
        return None
    words = words_of(bare[: cut.start()] if cut else bare)
    if len(words) < _LEAST_WORDS:
        return None
    *before, last = words  # it may be cut within its last word
    alike = begun().get([*_beginnings(before)][-1], ()) if marked else [following] if following else []
    others = (each for each in alike if each[0] != own)  # without its "Read more" a text begins itself
    for block, told in islice(others, _ALIKE):
        if len(told) > len(words) and list(told[: len(before)]) == before and told[len(before)].startswith(last):
            return block
    return None


def _is_quotation(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    return block.kind == "quotation" or (block.kind == "paragraph" and bool(_QUOTED.fullmatch(text)))


def _pulled(text: str) -> list[str]:
    """Return what a quotation may have been pulled out as: all of it, or all but the line that names the speaker."""
    said, _, speaker = text.rpartition("\n")
    signed = len(speaker.split()) <= _SPEAKER_WORDS and not ends_sentence(speaker)
    return [text, said] if signed else [text]


def _around(texts: Iterable[str], paragraphs: Iterable[Paragraph]) -> dict[str, Block]:
    """Return the first of the paragraphs that hold the words of a text and more, by these words."""
    automaton = ahocorasick.Automaton()
    for words in map(words_of, texts):
        if _LEAST_WORDS <= len(words) <= _MOST_PULLED:
            automaton.add_word(_spaced(words), _spaced(words))
    found: dict[str, Block] = {}
    if len(automaton):
        automaton.make_automaton()
        for block, told in paragraphs:
            whole = _spaced(told)
            for _, pulled in automaton.iter(whole):
                if len(pulled) < len(whole):
                    found.setdefault(pulled, block)
    return found


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "
