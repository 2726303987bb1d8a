"""Text that a page prints twice or more: the body after its lead or after itself, in its blocks or inside one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from morgue.cleaning.captions import captions
from morgue.cleaning.fields import fields
from morgue.cleaning.sentences import Sentence, Sentences
from morgue.cleaning.staying import Staying
from morgue.extraction.copies import Copies, Pair
from morgue.extraction.meant import Flow
from morgue.extraction.repeats import first_copies
from morgue.extraction.runs import find_copies
from morgue.extraction.units import PROSE_WORDS
from morgue.letters import ends_sentence, opening
from morgue.model import Clipping, Removal

_LEAST_WORDS = 60
_LEAST_SHARE = 0.15
"""A repeated run of that many words and that share of its text was no meant repetition on 15 of 17 real pages."""

_BRIEF_WORDS = 25
_BRIEF_SHARE = 0.4
"""Of a short text: so much of it a second time is the text itself."""

_TEASER_WORDS = 20
"""Words of a first paragraph that is printed once more above the text."""

_COPIED = 0.75
"""Of a long copy's words that must stand further up: the rest are lines that stand between its sentences."""

_ECHOED = 0.8
"""Of a text's prose: where paragraphs are echoed here and there it is blues; one alone, one many times or nearly all
are a fault."""

_ECHO = 4
"""Words between a passage and the same passage again that follows directly: "Read more"."""


def repeat(clipping: Clipping) -> Iterator[Removal]:
    """Take the copies of sentences that stand before already, the fuller copy staying."""
    # One after the other: the list of rules is gone through again, without what was found.
    yield from list(fields(clipping)) or list(_repeated(clipping)) or captions(clipping)


def _repeated(clipping: Clipping) -> Iterator[Removal]:
    sentences = Sentences(clipping)
    roots = first_copies(sentences.words)
    if not (roots >= 0).any():
        return
    copies = Copies(roots)
    if any(copies.repeats(each.start, each.end) for each in sentences.among(copies.second)):  # no mere phrase
        yield from _Search(clipping, sentences, copies).removals()


class _Search:
    def __init__(self, clipping: Clipping, sentences: Sentences, copies: Copies) -> None:
        self._clipping = clipping
        self._sentences = sentences
        self._copies = copies
        self._distinct = len(sentences.words) - copies.second(0, len(sentences.words))
        self._staying = Staying(clipping, sentences, copies)
        self._flow = Flow(sentences.words, sentences.units(), sentences.starts)

    def removals(self) -> Iterator[Removal]:
        echoes = []
        echoed = 0
        for copy, pairs in find_copies(self._sentences.all, self._copies):
            words = sum(sentence.end - sentence.start for sentence in copy if sentence.prose)
            echo = (words >= PROSE_WORDS or self._is_table(copy)) and self._is_echo(pairs)
            long = self._is_long(copy, words) or (echo and words >= _LEAST_WORDS)
            if not (long or echo) or not self._copies.are_distinct(copy[0].start, copy[-1].end, pairs):
                continue
            if self._flow.is_meant(pairs, one_flow=True):
                continue
            echoed += echo * words
            opens = min(place for _, place in pairs) == 0
            if not long and not (opens and (words >= _TEASER_WORDS or self._is_whole(copy, pairs))):
                echoes.append(copy)
                continue
            yield from self._taken(copy, pairs)
        passages = Counter(map(self._passage, echoes))
        template = echoed >= max(_BRIEF_WORDS, _ECHOED * self._prose())
        for copy in echoes:
            passage = self._passage(copy)
            one = len(passages) == 1 or passages[passage] > 1
            if template or (len(passage) >= _BRIEF_WORDS and (one or self._is_closed(copy))):
                pairs = self._still_said(copy)
                if pairs:
                    yield from self._taken(copy, pairs)

    def _still_said(self, copy: Sequence[Sentence]) -> list[Pair]:
        """Return the words of a copy with their places in what stands before it after what was taken, or nothing."""
        start, end = copy[0].start, copy[-1].end
        pairs = self._copies.sources(start, end, start) if not self._copies.gone(start, end) else []
        return pairs if self._copies.are_distinct(start, end, pairs) else []

    def _passage(self, copy: Sequence[Sentence]) -> tuple[str, ...]:
        return tuple(self._sentences.words[copy[0].start : copy[-1].end])

    def _is_table(self, copy: Sequence[Sentence]) -> bool:
        """Say whether a copy is a table: nobody prints one twice in a row, but for screens of two widths."""
        blocks = [self._clipping.blocks[each.block] for each in copy]
        return all(block.kind == "table" for block in blocks) and copy[-1].end - copy[0].start >= _BRIEF_WORDS

    def _is_whole(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> bool:
        """Say whether two copies end as a sentence does, and say the same to the last word."""
        same = tuple(self._sentences.words[pairs[0][1] : pairs[-1][1] + 1])
        return self._is_closed(copy) and self._passage(copy) == same

    def _is_closed(self, copy: Sequence[Sentence]) -> bool:
        """Say whether a copy is prose that ends as a sentence does: a line of a song, however long, goes on."""
        return copy[-1].prose and ends_sentence(self._clipping.extracted[copy[-1].first : copy[-1].last])

    def _prose(self) -> int:
        """Return how many words of prose stand nowhere further up."""
        prose = (sentence for sentence in self._sentences.all if sentence.prose)
        return sum(each.end - each.start - self._copies.second(each.start, each.end) for each in prose)

    def _is_long(self, copy: Sequence[Sentence], prose: int) -> bool:
        words = copy[-1].end - copy[0].start
        if self._copies.second(copy[0].start, copy[-1].end) < _COPIED * words:
            return False
        share = words / self._distinct
        return (prose >= _LEAST_WORDS and share >= _LEAST_SHARE) or (prose >= _BRIEF_WORDS and share >= _BRIEF_SHARE)

    def _is_echo(self, pairs: Sequence[Pair]) -> bool:
        """Say whether a copy follows directly upon what it copies."""
        return pairs[0][0] - max(place for _, place in pairs) <= self._between(pairs)

    def _between(self, pairs: Sequence[Pair]) -> int:
        """Return how many words may stand between a passage and its echo: a label may where both open the text."""
        return _ECHO if min(place for _, place in pairs) > _ECHO else _ECHO + PROSE_WORDS

    def _taken(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> Iterator[Removal]:
        gone, block = self._staying.choice(copy, pairs)
        for sentence in gone:
            self._copies.take(sentence.start, sentence.end)
        self._flow.take(gone)
        reason = f"the same again as in the {block.kind} that begins “{opening(self._clipping.text_of(block))}”"
        since = 0
        for at, sentence in enumerate(gone):
            following = gone[at + 1] if at + 1 < len(gone) else None
            if following is None or following.block != sentence.block or following.start != sentence.end:
                own = self._clipping.blocks[sentence.block]
                yield Removal(gone[since].first, min(own.end, sentence.last), "repeat", reason)
                since = at + 1
