"""Unknown persons: capitalised names with a title before them, a speech verb beside them, or named again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.runs import runs
from morgue.indexing.page import Page
from morgue.indexing.vocabulary import GIVEN_NAMES, PARTICLES
from morgue.indexing.words import Word

_CONFIDENCE = {"title": 0.9, "speech": 0.8, "again": 0.7}


def find_persons(page: Page, covered: bytearray, places: bytearray) -> list[Found]:
    """Return the persons that a page introduces, by name, outside the covered characters.

    Only a title makes a person of a name that covers one of ``places`` ("President Anatole France").
    """
    found: dict[str, Found] = {}
    everywhere = list(runs(page, PARTICLES))
    introduced = [run for run in everywhere if _is_introduced(page, *run)]
    if not introduced:
        return []
    capitals = Counter([page.words.texts[index] for index in page.capitals])
    for first, last in introduced:
        titled, words = _name(page, first, last)
        if not _looks_like_a_person(page, words, covered):
            continue
        if not titled and any(places[word.start] for word in words):
            continue
        rule = "title" if titled else _evidence(page, words, capitals)
        if rule is None:
            continue
        name = page.text[words[0].start : words[-1].end]
        if name not in found or found[name].confidence < _CONFIDENCE[rule]:
            found[name] = Found(name, "person", (name,), rule, _CONFIDENCE[rule])
    things = {_thing(page, *run) for run in everywhere} if found else set()
    return [found[name] for name in sorted(found) if name not in things or found[name].rule == "title"]


def _thing(page: Page, first: int, last: int) -> str:
    """Return the name in a run after which a thing or a place is called ("… Space Telescope"), or nothing."""
    texts, places = page.words.texts, page.vocabulary.places
    behind = next((place for place in range(first, last) if texts[place].lower() in places), None)
    before = texts[first - 1].lower() if first else ""
    if behind is None and before not in places:
        return ""
    name = list(_without_openers(page, page.words[first : last if behind is None else behind]))
    return page.text[name[0].start : name[-1].end] if name else ""


def _is_introduced(page: Page, first: int, last: int) -> bool:
    """Say whether anything in a run or beside it may speak for a person; what it speaks for is read later."""
    texts, lists = page.words.texts, page.vocabulary
    return (last < len(texts) and lists.speaks(texts[last])) or any(
        text in GIVEN_NAMES or text in lists.verbs or lists.is_title(text) for text in texts[max(first - 1, 0) : last]
    )


def _name(page: Page, first: int, last: int) -> tuple[bool, list[Word]]:
    """Return whether a title stands before the name in a run, and the words of the name."""
    words = list(page.words[first:last])
    titles = [place for place, word in enumerate(words) if page.vocabulary.is_title(word.text)]
    if titles:
        return True, words[titles[-1] + 1 :]
    if words[0].start in page.sentence_starts:
        words = list(_without_openers(page, words))
    before = page.words[first - 1] if first else None
    titled = before is not None and page.gap(before, page.words[first]) == " " and page.vocabulary.is_title(before.text)
    return titled, words


def _without_openers(page: Page, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a run at a sentence's start, but for those that only begin the sentence."""
    opening = True
    for word in words:
        small = word.text.lower()
        opening = opening and (small in page.vocabulary.openers or small in page.small_words)
        if not opening:
            yield word


def _looks_like_a_person(page: Page, words: list[Word], covered: bytearray) -> bool:
    full = [word for word in words if word.text.lower() not in PARTICLES]
    if not 2 <= len(full) <= 4 or len(full[-1].text) < 2 or not words[0].capitalised:
        return False
    if not any(character.isspace() for character in page.text[words[0].start : words[-1].end]):
        return False  # a compound that begins with a given name
    lists = page.vocabulary
    return not any(
        covered[word.start]
        or any(character.isdigit() for character in word.text)
        or (word.text.isupper() and len(word.text) > 1)
        or word.text.lower() in lists.no_person
        or lists.speaks(word.text.lower())
        or (word.text.lower() in page.small_words and word.text not in GIVEN_NAMES)
        for word in full
    )


def _evidence(page: Page, words: list[Word], capitals: Counter[str]) -> str | None:
    """Return the rule that speaks for a name without a title."""
    given = words[0].text in GIVEN_NAMES
    if _beside_speech(page, words) and (given or capitals[words[-1].text] > 1):
        return "speech"
    return "again" if given and capitals[words[-1].text] > 1 else None


def _beside_speech(page: Page, words: list[Word]) -> bool:
    before = page.index_at(words[0].start) - 1
    behind = page.index_at(words[-1].end)
    if behind < len(page.words) and page.gap(words[-1], page.words[behind]) == " ":
        small = page.words[behind].text
        if page.vocabulary.speaks(small):
            return True
    return (
        before >= 0
        and page.gap(page.words[before], words[0]) == " "
        and page.words[before].text in page.vocabulary.verbs
    )
