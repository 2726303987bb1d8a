"""The subject of a speech verb: the words before it, or behind it where the order is turned."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import read_subject, small
from morgue.indexing.quotes.scene import Scene, Subject
from morgue.indexing.vocabulary import GIVEN_NAMES
from morgue.indexing.words import Word

_RELATIVE = 40
"""Words of the longest relative clause between a subject and its verb."""

_REACH = 12
"""Words of the longest subject that is believed."""


def subject_before(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return who stands before the verb ``words[cue]``: "the minister has also said", "X, the minister, said".

    Of "the minister, X, said" it is both.
    """
    last = cue - 1
    while last >= 0 and not scene.parted(words[last], words[last + 1]) and small(words[last]) in scene.lists.skipped:
        last -= 1
    if last < 0:
        return None
    if scene.parted(words[last], words[last + 1]):
        last = _before_apposition(scene, words, last)
    if last < 0 or words[last].text == "'s" or small(words[last]) in scene.lists.boundaries:
        return (
            None  # a noun ("the minister's remarks"), or a second verb ("came and said") whose subject is further off
        )
    first = last
    while first > 0 and last - first < _REACH and _goes_on(scene, words[first - 1], words[first], words[first - 1]):
        first -= 1
    for place in range(last - 1, first - 1, -1):
        if _speaks_within(scene, words[cue], words[place]):
            return read_subject(scene, words[place + 1 : last + 1], at_end=True)
    subject = read_subject(scene, words[first : last + 1], at_end=True)
    return _with_name(scene, subject, words[last], words[last + 1]) if subject else None


def subject_after(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return who stands behind the verb ``words[cue]``: "said the minister", «сказал министр»."""
    first = _begin(scene, words, cue)
    if first is None:
        return None
    last = first
    while last + 1 < len(words) and last - first < _REACH:
        word = small(words[last + 1])
        outside = word in scene.lists.prepositions and word not in scene.lists.links
        if outside or not _goes_on(scene, words[last], words[last + 1], words[last + 1]):
            break
        last += 1
    while last > first and _hangs_on(scene, small(words[last])):
        last -= 1
    subject = read_subject(scene, words[first : last + 1], at_end=False)
    if subject is None or last + 1 == len(words):
        return subject
    return _with_name(scene, subject, words[last], words[last + 1])


def _hangs_on(scene: Scene, word: str) -> bool:
    """Say whether a word ends no subject."""
    return word in scene.lists.openers or word in scene.lists.skipped or word in scene.lists.links


def _begin(scene: Scene, words: Sequence[Word], cue: int) -> int | None:
    """Return where the subject behind a verb may begin."""
    first = cue + 1
    while first < len(words) and not scene.parted(words[first - 1], words[first]):
        if small(words[first]) not in scene.lists.skipped:
            break
        first += 1
    if first >= len(words) or scene.parted(words[first - 1], words[first]):
        return None
    if _speaks_within(scene, words[cue], words[first]) and first + 1 < len(words):
        first += 1
    word, lists = small(words[first]), scene.lists
    if word in lists.neutral:
        return first if _begins_a_name(scene, words, first) else None
    return None if word in lists.prepositions or word in lists.boundaries else first


def _begins_a_name(scene: Scene, words: Sequence[Word], first: int) -> bool:
    """Say whether a word that makes no name begins one all the same: "said Republican strategist X", not "said May"."""
    behind = words[first + 1 : first + 3]
    named = any(word.capitalised for word in behind) and not scene.parted(words[first], behind[0])
    return named or words[first].text in GIVEN_NAMES


def _with_name(scene: Scene, subject: Subject, last: Word, after: Word) -> Subject:
    """Return an office with the name that follows it between commas: "said the minister, X."."""
    if subject.actor or subject.pronoun:
        return subject
    named = next((named for named in scene.mentions(after.start, after.end) if named.person), None)
    if named is None or named.start != after.start or not scene.comma(last, after):
        return subject
    return (
        Subject(subject.start, named.end, named.actor)
        if scene.page.text[named.end : named.end + 1] in (",", ".", ";", ":", ")", "")
        else subject
    )


def _speaks_within(scene: Scene, verb: Word, preposition: Word) -> bool:
    """Say whether an institution speaks behind a preposition: «заявили в министерстве»."""
    lists = scene.lists
    return bool(lists.impersonal) and verb.text.endswith(lists.impersonal) and small(preposition) in lists.within


def _goes_on(scene: Scene, first: Word, second: Word, new: Word) -> bool:
    """Say whether a subject may reach over to one more word."""
    text = small(new)
    return not (
        scene.parted(first, second)
        or text in scene.lists.boundaries
        or text in scene.lists.participles
        or text in scene.lists.auxiliaries
        or (new.text == text and scene.lists.speaks(text))
    )


def _before_apposition(scene: Scene, words: Sequence[Word], last: int) -> int:
    """Return where the subject ends before "…, the minister, said" or "… (party) said"; -1 where it is none."""
    bracket = ")" in scene.page.gap(words[last], words[last + 1])
    if not bracket and not scene.comma(words[last], words[last + 1]):
        return -1
    relative = -1 if bracket else _before_relative(scene, words, last)
    if relative >= 0:
        return relative
    for place in range(last, max(last - _REACH, 0), -1):
        gap = scene.page.gap(words[place - 1], words[place])
        if "(" in gap if bracket else scene.comma(words[place - 1], words[place]):
            return place - 1
        if scene.lists.speaks(words[place].text):
            return -1
    return -1


def _before_relative(scene: Scene, words: Sequence[Word], last: int) -> int:
    """Return where the subject ends before "…, whose latest book, a novel, came out in May, said"; or -1."""
    for place in range(last, max(last - _RELATIVE, 0), -1):
        if words[place].text in scene.lists.relatives and scene.comma(words[place - 1], words[place]):
            return place - 1
    return -1
