"""Which of two copies stays in a text, and what of the other one goes."""

from bisect import bisect_left
from collections.abc import Sequence

from morgue.cleaning.sentences import Sentence, Sentences
from morgue.extraction.copies import Copies, Pair
from morgue.letters import ends_sentence, is_garbled
from morgue.model import Block, Clipping


class Staying:
    """Compares copies by what a reader has of them."""

    def __init__(self, clipping: Clipping, sentences: Sentences, copies: Copies) -> None:
        self._clipping = clipping
        self._sentences = sentences
        self._copies = copies

    def choice(self, copy: Sequence[Sentence], pairs: Sequence[Pair]) -> tuple[list[Sentence], Block]:
        """Return the sentences that go, and the block where the copy begins that stays: the fuller one."""
        places = sorted(place for _, place in pairs)
        source = self._sentences.holding(places[0], places[-1])
        joined = len({each.block for each in source}) == 1 < len({each.block for each in copy})
        own, first_own = self._own(copy, {word for word, _ in pairs}), self._own(source, set(places), copy[0])
        garbled, first_garbled = is_garbled(self._text(copy)), is_garbled(self._text(source))
        better = first_garbled if first_garbled != garbled else self._is_stump(source, copy)
        first_goes = joined or own > first_own or (own == first_own and better)
        going, stays = (source, copy) if first_goes else (copy, source)
        copied = places if first_goes else [word for word, _ in pairs]
        gone = [each for each in going if self._is_copied(each, copied)]
        if first_goes and gone and (broken := self._broken_off(source, copy)):
            gone.append(broken)
        return gone, self._clipping.blocks[stays[0].block]

    def _is_stump(self, source: Sequence[Sentence], copy: Sequence[Sentence]) -> bool:
        """Say whether the first copy is a block of its own, and the other goes on or ends as a sentence does."""
        ends = [ends_sentence(self._text(each)) for each in (source, copy)]
        return not self._tears(source) and (self._tears(copy) or ends == [False, True])

    def _tears(self, sentences: Sequence[Sentence]) -> bool:
        """Say whether a block would stand without its beginning or its end if these went."""
        first, last = (self._clipping.blocks[each.block] for each in (sentences[0], sentences[-1]))
        return sentences[0].first > first.start or sentences[-1].last < last.end

    def _own(self, sentences: Sequence[Sentence], copied: set[int], until: Sentence | None = None) -> int:
        """Return how many words of a copy the other has not, with those of the sentence that it breaks off in."""
        start, end = sentences[0].start, sentences[-1].end
        own = self._copies.own(start, end, copied)
        following = self._following(end)
        if following and following != until:
            alone = self._copies.alone(following.start, following.end)
            own += alone if alone < following.end - following.start else 0
        return own

    def _following(self, end: int) -> Sentence | None:
        """Return the sentence behind some words, if it was not taken."""
        following = self._sentences.after(end)
        return following if following and not self._copies.gone(following.start, following.end) else None

    def _broken_off(self, source: Sequence[Sentence], copy: Sequence[Sentence]) -> Sentence | None:
        """Return the sentence in which the first copy breaks off, if the second says all of it and goes on."""
        following = self._following(source[-1].end)
        if not following or following == copy[0] or self._copies.alone(following.start, following.end):
            return None
        return following if following.last == self._clipping.blocks[following.block].end else None

    def _is_copied(self, sentence: Sentence, places: Sequence[int]) -> bool:
        """Say whether most of a sentence stands in the other copy; ``places``: its copied words, sorted."""
        words = bisect_left(places, sentence.end) - bisect_left(places, sentence.start)
        own = self._copies.alone(sentence.start, sentence.end)
        return words > 0 and words + own >= (sentence.end - sentence.start) / 2 >= own

    def _text(self, sentences: Sequence[Sentence]) -> str:
        return self._clipping.extracted[sentences[0].first : sentences[-1].last]
