"""The sentences of an article that were written for a link that somebody paid for."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from morgue.address import host_of
from morgue.cleaning.meant import meant
from morgue.cleaning.sentences import Sentence, Sentences
from morgue.cleaning.spam_words import CALLS
from morgue.cleaning.suspects import SpamLink, spam_links
from morgue.letters import count_words, fold, opening
from morgue.model import Clipping, Removal

_ALONE = 3
"""Words beside its links that a sentence may have and be nothing but them ("and", a label)."""


def spam(clipping: Clipping) -> Iterator[Removal]:
    """Take the sentences that are there for a link that is spam: nothing but such links, or a call to follow one."""
    by_block: dict[int, dict[Sentence, list[SpamLink]]] = {}
    for link in spam_links(clipping):
        by_block.setdefault(link.block.start, {}).setdefault(link.sentence, []).append(link)
    for sentences in by_block.values():
        gone = [(each, links[0]) for each, links in sentences.items() if _is_made_for(clipping, each, links)]
        if gone:
            gone = _whole(clipping, gone)
        for first, last, link in _joined(gone):
            start = first
            if last == link.block.end:  # the space before the last sentence goes with it
                start = link.block.start + len(clipping.extracted[link.block.start : first].rstrip())
            name = opening(clipping.extracted[link.mark.start : link.mark.end])
            host = host_of(meant(link.mark.href)[0])
            yield Removal(start, last, "spam", f"written for the link “{name}” to {host}, which has nothing to do here")


def _is_made_for(clipping: Clipping, sentence: Sentence, links: Sequence[SpamLink]) -> bool:
    """Say whether a sentence has nothing but its links, or calls upon the reader to follow them."""
    position, rest = sentence.first, []
    for link in links:
        rest.append(clipping.extracted[position : link.mark.start])
        position = link.mark.end
    words = fold(" ".join([*rest, clipping.extracted[position : sentence.last]]))
    return count_words(words) <= _ALONE or bool(CALLS.search(words))


def _whole(clipping: Clipping, gone: list[tuple[Sentence, SpamLink]]) -> list[tuple[Sentence, SpamLink]]:
    """Return all sentences of a block where those that stay speak of what the link sells: they lead up to it."""
    link = gone[0][1]
    sentences = Sentences(replace(clipping, blocks=(link.block,))).all
    taken = {sentence.first for sentence, _ in gone}
    words = [fold(clipping.extracted[each.first : each.last]) for each in sentences if each.first not in taken]
    return [(each, link) for each in sentences] if all(map(link.theme.words.search, words)) else gone


def _joined(gone: Sequence[tuple[Sentence, SpamLink]]) -> Iterator[tuple[int, int, SpamLink]]:
    """Yield the stretches that sentences make up which follow upon each other, with the first one's link."""
    stretch: list[tuple[Sentence, SpamLink]] = []
    for each in [*gone, None]:
        if stretch and (each is None or each[0].first != stretch[-1][0].last):
            yield stretch[0][0].first, stretch[-1][0].last, stretch[0][1]
            stretch = []
        if each:
            stretch.append(each)
