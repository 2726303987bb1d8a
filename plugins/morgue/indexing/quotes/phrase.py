"""A noun phrase as a speaker: its head is a mention, a pronoun, or the noun of somebody who speaks."""

from collections.abc import Sequence

from morgue.indexing.quotes.scene import Named, Scene, Subject
from morgue.indexing.quotes.speaker import names_a_speaker
from morgue.indexing.words import Word


def small(word: Word) -> str:
    """Return a word in small letters."""
    return word.text.lower()


def read_subject(scene: Scene, phrase: Sequence[Word], *, at_end: bool) -> Subject | None:
    """Return a phrase as a subject; ``at_end`` says that a mention must end it to be its head."""
    lists = scene.lists
    near = phrase[-1] if at_end and not _opens(scene, phrase) else phrase[0]
    if small(near) in lists.pronouns:
        return Subject(near.start, near.end, pronoun=True)
    if small(near) in lists.others:
        return Subject(near.start, near.end) if at_end else None  # behind the verb it is an object: "called it"
    behind = phrase[-1].end
    mentions = scene.mentions(phrase[0].start, behind)
    for named in sorted(mentions, key=lambda named: (not named.person, named.start)):
        place = next(at for at, word in enumerate(phrase) if word.end > named.start)
        if (at_end or not named.person) and named.end < behind:
            continue
        start = _head(scene, phrase, place, named)
        if start is not None:
            return Subject(phrase[start].start, max(named.end, phrase[start].end), named.actor)
    return _nameless(scene, phrase)


def _opens(scene: Scene, phrase: Sequence[Word]) -> bool:
    """Say whether a pronoun stands before an adverbial: "who in 1863 said"."""
    first = [small(word) for word in phrase[:2]]
    return len(first) > 1 and first[0] in scene.lists.pronouns and first[1] in scene.lists.prepositions


def _head(scene: Scene, phrase: Sequence[Word], place: int, named: Named) -> int | None:
    """Return where the words of a mention and its office begin, or None where it only belongs to the head."""
    lists = scene.lists
    behind = next((word for word in phrase[place:] if word.start >= named.end), None)
    if behind is not None and behind.text == "'s":
        return None
    start = place
    while start > 0 and phrase[start - 1].capitalised and small(phrase[start - 1]) not in lists.prepositions:
        start -= 1
    if start > 0:
        before = small(phrase[start - 1])
        office = start > 1 and lists.is_title(phrase[start - 2].text) and phrase[start - 2].capitalised
        if before == "'s" or (before in lists.prepositions and not (office and before in lists.links)):
            return start if before == "'s" and named.person else None
        if before in lists.links and office:
            start -= 2
    if named.person:
        return start
    plain = all(word.capitalised or small(word) in lists.determiners for word in phrase[:place])
    return start if plain and not any(lists.is_title(word.text) for word in phrase[:place]) else None


def _nameless(scene: Scene, phrase: Sequence[Word]) -> Subject | None:
    """Return a subject that no mention heads: "the ministry", "officials in Moscow"; without "On Monday" before it."""
    lists = scene.lists
    words = phrase[_begin(scene, phrase) :]
    if not words or small(words[-1]) in lists.prepositions or small(words[-1]) in lists.determiners:
        return None
    return Subject(words[0].start, words[-1].end) if names_a_speaker(scene, words) else None


def _begin(scene: Scene, phrase: Sequence[Word]) -> int:
    """Return where a phrase begins behind a preposition and its noun, or behind an auxiliary („hat das Amt gesagt“)."""
    lists, first = scene.lists, 0
    if small(phrase[0]) in lists.prepositions:
        behind = range(1, len(phrase)) if lists.determiners else range(2, len(phrase))
        opens = lists.determiners.__contains__ if lists.determiners else lists.is_speaker
        first = next((at for at in behind if opens(small(phrase[at]))), len(phrase))
    while first < len(phrase) and (word := small(phrase[first])) in lists.skipped and word not in lists.determiners:
        first += 1
    return first
