"""Text that a page prints twice or more: the body after its lead or after itself, in its blocks or inside one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from morgue.cleaning.fields import fields
from morgue.cleaning.sentences import Sentence, Sentences
from morgue.extraction.copies import Copies, Pair
from morgue.extraction.meant import Flow
from morgue.extraction.runs import find_copies
from morgue.extraction.units import PROSE_WORDS
from morgue.letters import ends_sentence, fold, is_garbled, opening
from morgue.model import Block, Clipping, Removal

_LEAST_WORDS = 60
_LEAST_SHARE = 0.15
"""A repeated run of that many words and that share of its text was no meant repetition on 15 of 17 real pages."""

_BRIEF_WORDS = 25
_BRIEF_SHARE = 0.4
"""Of a short text: so much of it a second time is the text itself."""

_TEASER_WORDS = 20
"""Words of a first paragraph that is printed once more above the text."""

_CAPTION_WORDS = 5
"""Words of a caption: with fewer it names a place or a photographer, as another picture's may."""

_COPIED = 0.75
"""Of a long copy's words that must stand further up: the rest are lines that stand between its sentences."""

_ECHOED = 0.8
"""Of a text's prose: where paragraphs are echoed here and there it is blues; one alone, one many times or nearly all
are a fault."""

_ECHO = 4
"""Words between a passage and the same passage again that follows directly: "Read more"."""


def repeat(clipping: Clipping) -> Iterator[Removal]:
    """Take the copies of sentences that stand before already, the fuller copy staying."""
    sentences = Sentences(clipping)
    taken = list(fields(clipping)) or list(_Search(clipping, sentences).removals())
    yield from taken
    yield from _captions(clipping, {removal.start for removal in taken})


def _captions(clipping: Clipping, taken: Container[int]) -> Iterator[Removal]:
    """Take captions that say what one before them says: the same picture for another screen, or in a gallery."""
    seen: set[str] = set()
    for block in clipping.blocks:
        words = fold(clipping.text_of(block)) if block.kind == "caption" and block.start not in taken else ""
        if words in seen and len(words.split()) >= _CAPTION_WORDS:
            yield Removal(block.start, block.end, "repeat", "the same caption again")
        seen.add(words)


class _Search:
    def __init__(self, clipping: Clipping, sentences: Sentences) -> None:
        self._clipping = clipping
        self._sentences = sentences
        self._copies = Copies(sentences.words)
        self._distinct = len(sentences.words) - self._copies.second(0, len(sentences.words))
        self._flow = Flow(sentences.words, sentences.units, sentences.starts)

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
                echoes.append((copy, pairs))
                continue
            yield from self._taken(copy, pairs)
        passages = Counter(self._passage(copy) for copy, _ in echoes)
        template = echoed >= max(_BRIEF_WORDS, _ECHOED * self._prose())
        for copy, pairs in echoes:
            if self._is_gone(copy, pairs):
                continue
            passage = self._passage(copy)
            one = len(passages) == 1 or passages[passage] > 1
            if template or (len(passage) >= _BRIEF_WORDS and (one or self._is_closed(copy))):
                yield from self._taken(copy, pairs)

    def _is_gone(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> bool:
        """Say whether anything of a copy or of the other one was taken since they were found."""
        places = [place for _, place in pairs]
        spans = ((copy[0].start, copy[-1].end), (min(places), max(places) + 1))
        return any(self._copies.gone(*span) for span in spans)

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

    def _text(self, sentences: Sequence[Sentence]) -> str:
        return self._clipping.extracted[sentences[0].first : sentences[-1].last]

    def _is_closed(self, copy: Sequence[Sentence]) -> bool:
        """Say whether a copy is prose that ends as a sentence does: a line of a song, however long, goes on."""
        return copy[-1].prose and ends_sentence(self._text(copy[-1:]))

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

    def _choice(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> tuple[list[Sentence], Block]:
        """Return the sentences that go, and the block where the copy begins that stays: the fuller one."""
        places = sorted(place for _, place in pairs)
        source = self._sentences.holding(places[0], places[-1])
        joined = len({each.block for each in source}) == 1 < len({each.block for each in copy})
        own, first_own = self._own(copy, {word for word, _ in pairs}), self._own(source, set(places), copy[0])
        cleaner = is_garbled(self._text(source)) and not is_garbled(self._text(copy))
        first_goes = joined or own > first_own or (own == first_own and cleaner)
        going, stays = (source, copy) if first_goes else (copy, source)
        copied = places if first_goes else [word for word, _ in pairs]
        gone = [each for each in going if self._is_copied(each, copied)]
        if first_goes and gone and (broken := self._broken_off(source, copy)):
            gone.append(broken)
        return gone, self._clipping.blocks[stays[0].block]

    def _own(self, sentences: Sequence[Sentence], copied: set[int], until: Sentence | None = None) -> int:
        """Return how many words of a copy the other has not, with those of the sentence that it breaks off in."""
        start, end = sentences[0].start, sentences[-1].end
        own = self._copies.own(start, end, copied)
        following = self._sentences.after(end)
        if following and following != until:
            alone = self._copies.alone(following.start, following.end)
            own += alone if alone < following.end - following.start else 0
        return own

    def _broken_off(self, source: Sequence[Sentence], copy: Sequence[Sentence]) -> Sentence | None:
        """Return the sentence in which the first copy breaks off, if the second says all of it and goes on."""
        following = self._sentences.after(source[-1].end)
        if not following or following == copy[0] or self._copies.alone(following.start, following.end):
            return None
        return following if following.last == self._clipping.blocks[following.block].end else None

    def _is_copied(self, sentence: Sentence, places: Sequence[int]) -> bool:
        """Say whether most of a sentence stands in the other copy; ``places``: its copied words, sorted."""
        words = bisect_left(places, sentence.end) - bisect_left(places, sentence.start)
        own = self._copies.alone(sentence.start, sentence.end)
        return words > 0 and words + own >= (sentence.end - sentence.start) / 2 >= own

    def _taken(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> Iterator[Removal]:
        gone, block = self._choice(copy, pairs)
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
