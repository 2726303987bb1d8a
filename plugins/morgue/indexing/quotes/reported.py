"""Reported speech: the ministry said that the bridge was closed; the bridge was closed, the ministry said."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, count

from morgue.indexing.quotes.according import names_source, source_at
from morgue.indexing.quotes.closing import closing_cue
from morgue.indexing.quotes.cues import subject_of
from morgue.indexing.quotes.phrase import small
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Said, Scene
from morgue.indexing.quotes.subject import subject_before
from morgue.indexing.words import Word

_LEAST = 5
"""Words of a clause that says something."""

_TAIL = 16
"""Words at a sentence's end that say who said it, with an office, when and where."""

_BETWEEN = 10
"""Words between a verb and its conjunction: "told the committee in a letter on Monday that"."""


def reported(scene: Scene, quotes: Iterable[Quoted]) -> Iterator[Said]:
    """Yield the first reported clause of each sentence in which nothing stands between marks."""
    words, lists = scene.page.words, scene.lists
    reporting = lists.reporting
    telling = {
        scene.sentence(words.starts[at])
        for at in compress(count(), map(lists.telling.__contains__, words.texts))
        if words.texts[at] in reporting or names_source(lists, words.texts, at)
    }
    quoting = {scene.sentence(at) for quote in quotes for at in (quote.open, quote.close - 1)} if telling else set()
    for index in sorted(telling - quoting):
        sentence = scene.sentence_words(index)
        cues = [place for place, word in enumerate(sentence) if word.text in reporting]
        found = next(filter(None, (form(scene, sentence, cues) for form in _FORMS)), None)
        if found and len(scene.page.words_in(found.quote.start, found.quote.end)) >= _LEAST:
            yield found


def _that(scene: Scene, words: Sequence[Word], cues: Sequence[int]) -> Said | None:
    """Read "the ministry said on Monday that …"; ``cues`` are where the sentence's speech verbs stand."""
    for cue in cues:
        at = _conjunction(scene, words, cue)
        subject = subject_of(scene, words, cue) if at else None
        if subject:
            return _clause(words[at + 1 :], Attribution(subject, words[cue].text, 0.85))
    return None


def _conjunction(scene: Scene, words: Sequence[Word], cue: int) -> int:
    """Return where the conjunction stands that belongs to a verb, or 0."""
    lists = scene.lists
    for place in range(cue + 1, min(cue + _BETWEEN, len(words) - 1)):
        if small(words[place]) in lists.conjunctions:
            return place
        word = small(words[place])
        if word in lists.reporting or word in lists.participles or word in lists.boundaries:
            return 0
    return 0


def _bare(scene: Scene, words: Sequence[Word], cues: Sequence[int]) -> Said | None:
    """Read "the ministry said the bridge was closed"; „Das Ministerium sagte, die Brücke sei gesperrt“."""
    gap = ", " if scene.lists.bare_comma else " "
    for cue in cues:
        behind = cue + 1
        if words[cue].text not in scene.lists.bare or behind >= len(words):
            continue
        begins = small(words[behind]) in scene.lists.clause_openers or words[behind].capitalised
        if begins and scene.page.gap(words[cue], words[behind]) == gap:
            subject = subject_before(scene, words, cue)
            if subject:
                return _clause(words[behind:], Attribution(subject, words[cue].text, 0.8))
    return None


def _closing(scene: Scene, words: Sequence[Word], cues: Sequence[int]) -> Said | None:
    """Read "the bridge was closed, the ministry said on Monday"."""
    if not cues or cues[-1] < len(words) - _TAIL:
        return None
    found = closing_cue(scene, words)
    if found is None:
        return None
    last, said = found
    behind = next((at for at in range(last + 1, len(words)) if words[at].text == said.cue), 0)
    if said.cue not in scene.lists.reporting or not _ends(scene, words, behind, said.subject.end):
        return None
    return _clause(words[: last + 1], Attribution(said.subject, said.cue, 0.8))


def _ends(scene: Scene, words: Sequence[Word], cue: int, subject: int = 0) -> bool:
    """Say whether nothing but when, where or how follows upon a verb and its subject."""
    behind = cue + 1
    while behind < len(words) and words[behind].start < subject:
        behind += 1
    if behind >= len(words):
        return True
    word, lists = small(words[behind]), scene.lists
    if scene.parted(words[behind - 1], words[behind]):
        return word in lists.participles
    return word in lists.prepositions or word in lists.neutral


def _according(scene: Scene, words: Sequence[Word], _cues: Sequence[int]) -> Said | None:
    """Read "according to the ministry, the bridge was closed", and the other way round."""
    telling = scene.lists.telling
    for place, word in enumerate(words):
        said = source_at(scene, words, place) if word.text in telling else None
        if said is None:
            continue
        if place and scene.comma(words[place - 1], word):
            return _clause(words[:place], said)
        behind = next((at for at, each in enumerate(words) if each.start >= said.subject.end), len(words))
        if place == 0 and behind < len(words) and scene.comma(words[behind - 1], words[behind]):
            return _clause(words[behind:], said)
    return None


def _clause(words: Sequence[Word], said: Attribution) -> Said | None:
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    return Said(Quoted(start, end, start, end, marked=False), "reported", said)


_FORMS: tuple[Callable[[Scene, Sequence[Word], Sequence[int]], Said | None], ...] = (_that, _bare, _closing, _according)
