"""The subject of a speech verb: the words before it, or behind it where the order is turned."""

from collections.abc import Sequence

from morgue.indexing.quotes.scene import Named, Scene, Subject
from morgue.indexing.quotes.speaker import names_a_speaker
from morgue.indexing.vocabulary import GIVEN_NAMES
from morgue.indexing.words import Word

_REACH = 12
"""Words of the longest subject that is believed."""


def subject_before(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return who stands before the verb ``words[cue]``: "the minister has also said", "X, the minister, said"."""
    last = cue - 1
    while last >= 0 and not scene.parted(words[last], words[last + 1]) and _small(words[last]) in scene.lists.skipped:
        last -= 1
    if last < 0:
        return None
    if scene.parted(words[last], words[last + 1]):
        last = _before_apposition(scene, words, last)
    if last < 0 or words[last].text == "'s" or _small(words[last]) in scene.lists.boundaries:
        return (
            None  # a noun ("the minister's remarks"), or a second verb ("came and said") whose subject is further off
        )
    first = last
    while first > 0 and last - first < _REACH and _goes_on(scene, words[first - 1], words[first], words[first - 1]):
        first -= 1
    for place in range(last - 1, first - 1, -1):
        if _speaks_within(scene, words[cue], words[place]):
            return read_subject(scene, words[place + 1 : last + 1], at_end=True)
    return read_subject(scene, words[first : last + 1], at_end=True)


def subject_after(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return who stands behind the verb ``words[cue]``: "said the minister", «сказал министр»."""
    first = cue + 1
    while first < len(words) and not scene.parted(words[first - 1], words[first]):
        if _small(words[first]) not in scene.lists.skipped:
            break
        first += 1
    if first >= len(words) or scene.parted(words[first - 1], words[first]):
        return None
    if _speaks_within(scene, words[cue], words[first]) and first + 1 < len(words):
        first += 1
    if _small(words[first]) in scene.lists.prepositions or _small(words[first]) in scene.lists.boundaries:
        return None
    if _small(words[first]) in scene.lists.neutral and not _followed_by_a_name(scene, words, first):
        return None
    last = first
    while last + 1 < len(words) and last - first < _REACH:
        word = _small(words[last + 1])
        outside = word in scene.lists.prepositions and word not in scene.lists.links
        if outside or not _goes_on(scene, words[last], words[last + 1], words[last + 1]):
            break
        last += 1
    while last > first and _small(words[last]) in scene.lists.openers | scene.lists.skipped | scene.lists.links:
        last -= 1
    subject = read_subject(scene, words[first : last + 1], at_end=False)
    if subject is None or subject.actor or subject.pronoun or last + 1 == len(words):
        return subject
    return _with_name(scene, subject, words[last], words[last + 1])


def _followed_by_a_name(scene: Scene, words: Sequence[Word], first: int) -> bool:
    """Say whether a word that makes no name begins one all the same: "said Republican strategist X", not "said May"."""
    return words[first].text in GIVEN_NAMES or (
        first + 2 < len(words)
        and (words[first + 1].capitalised or words[first + 2].capitalised)
        and not scene.parted(words[first], words[first + 1])
    )


def _with_name(scene: Scene, subject: Subject, last: Word, after: Word) -> Subject:
    """Return an office with the name that follows it between commas: "said the minister, X."."""
    named = next((named for named in scene.mentions(after.start, after.end) if named.person), None)
    if named is None or named.start != after.start or not scene.comma(last, after):
        return subject
    return (
        Subject(subject.start, named.end, named.actor)
        if scene.page.text[named.end : named.end + 1] in (",", ".", ";", ")", "")
        else subject
    )


def _speaks_within(scene: Scene, verb: Word, preposition: Word) -> bool:
    """Say whether an institution speaks behind a preposition: «заявили в министерстве»."""
    lists = scene.lists
    return bool(lists.impersonal) and verb.text.endswith(lists.impersonal) and _small(preposition) in lists.within


def _small(word: Word) -> str:
    return word.text.lower()


def _goes_on(scene: Scene, first: Word, second: Word, new: Word) -> bool:
    """Say whether a subject may reach over to one more word."""
    small = _small(new)
    return not (
        scene.parted(first, second)
        or small in scene.lists.boundaries
        or small in scene.lists.participles
        or (new.text == small and scene.lists.speaks(small))
    )


def _before_apposition(scene: Scene, words: Sequence[Word], last: int) -> int:
    """Return where the subject ends before "…, the minister, said" or "… (party) said"; -1 where it is none."""
    bracket = ")" in scene.page.gap(words[last], words[last + 1])
    if not bracket and not scene.comma(words[last], words[last + 1]):
        return -1
    for place in range(last, max(last - _REACH, 0), -1):
        gap = scene.page.gap(words[place - 1], words[place])
        if "(" in gap if bracket else scene.comma(words[place - 1], words[place]):
            return place - 1
        if scene.lists.speaks(words[place].text):
            return -1
    return -1


def read_subject(scene: Scene, phrase: Sequence[Word], *, at_end: bool) -> Subject | None:
    """Return a phrase as a subject; ``at_end`` says that a mention must end it to be its head."""
    lists = scene.lists
    near = phrase[-1] if at_end and not _opens(scene, phrase) else phrase[0]
    if _small(near) in lists.pronouns:
        return Subject(near.start, near.end, pronoun=True)
    if _small(near) in lists.others:
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
    small = [_small(word) for word in phrase[:2]]
    return len(small) > 1 and small[0] in scene.lists.pronouns and small[1] in scene.lists.prepositions


def _head(scene: Scene, phrase: Sequence[Word], place: int, named: Named) -> int | None:
    """Return where the words of a mention and its office begin, or None where it only belongs to the head."""
    lists = scene.lists
    behind = next((word for word in phrase[place:] if word.start >= named.end), None)
    if behind is not None and behind.text == "'s":
        return None
    start = place
    while start > 0 and phrase[start - 1].capitalised and _small(phrase[start - 1]) not in lists.prepositions:
        start -= 1
    if start > 0:
        before = _small(phrase[start - 1])
        office = start > 1 and lists.is_title(phrase[start - 2].text) and phrase[start - 2].capitalised
        if before == "'s" or (before in lists.prepositions and not (office and before in lists.links)):
            return start if before == "'s" and named.person else None
        if before in lists.links and office:
            start -= 2
    if named.person:
        return start
    plain = all(word.capitalised or _small(word) in lists.determiners for word in phrase[:place])
    return start if plain and not any(lists.is_title(word.text) for word in phrase[:place]) else None


def _nameless(scene: Scene, phrase: Sequence[Word]) -> Subject | None:
    """Return a subject that no mention heads: "the ministry", "officials in Moscow"; without "On Monday" before it."""
    lists, first = scene.lists, 0
    if _small(phrase[0]) in lists.prepositions:
        first = next((at for at, word in enumerate(phrase[1:], 1) if _small(word) in lists.determiners), len(phrase))
    words = phrase[first:]
    if not words or _small(words[-1]) in lists.prepositions | lists.determiners or not names_a_speaker(scene, words):
        return None
    return Subject(words[0].start, words[-1].end)
