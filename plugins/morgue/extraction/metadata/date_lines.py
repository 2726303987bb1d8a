"""Where a page shows its readers when it was published or updated."""

import re
from collections.abc import Iterator

from morgue.extraction.metadata.days import day_of, days_in
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.lines import BEFORE, BEHIND, is_small, pieces_of
from morgue.letters import words_of
from morgue.vocabulary import any_of, load

_LABELS = load("dates")
_UPDATED = re.compile(any_of(_LABELS["updated"]))
_POSTED = re.compile(any_of(_LABELS["published"]))
_LABEL = 4
"""Words before a date among which stands what it is the date of."""

_MOST_WORDS = 15
_FEW_WORDS = 5
_NEAR = 40
"""Of an element that states a date and says little else; of one that stands further from the headline."""

_ABOVE = 10
"""Words by which a date above a headline counts as further away than one below."""


def days_by_headline(evidence: Evidence, headline: int) -> Iterator[tuple[str, bool]]:
    """Yield the days in short lines by the headline, the nearest first, and whether each is that of an update."""
    page, language = evidence.page, evidence.language
    head = page.nodes[headline]
    first = max(0, head.start - BEFORE)
    found = []
    for day in days_in(page.words[first : head.end + BEHIND], language):
        start, end = first + day.start, first + day.end
        node = page.nodes[page.around(start, end)]
        away = start - head.end if start >= head.end else head.start - end + _ABOVE
        label = " ".join(page.words[max(0, start - _LABEL) : start])
        # right behind the headline, or with a word that says so, a date may stand in the body of an old page
        alone = away == 0 or (away <= _NEAR and _POSTED.search(label))
        if away < 0 or (not alone and node.end - node.start > (_MOST_WORDS if away <= _NEAR else _FEW_WORDS)):
            continue
        names = node.element.get("class", "").lower()
        named = ("updated" in names or "modified" in names) and "publish" not in names
        stated = day_of(node.element.get("datetime", ""), language)
        found.append((away, start, stated or day.day, named or bool(_UPDATED.search(label))))
    yield from ((day, updated) for _, _, day, updated in sorted(found))


def days_of_elements(evidence: Evidence) -> Iterator[str | None]:
    """Yield the days in elements that are made for dates, wherever they stand."""
    for number in evidence.dates:
        node = evidence.page.nodes[number]
        if node.end - node.start <= _MOST_WORDS:  # empty too: some only state it
            yield day_of(node.element.get("datetime", ""), evidence.language)
            yield from (day.day for day in days_in(evidence.page.words[node.start : node.end], evidence.language))


def days_told(evidence: Evidence) -> Iterator[str]:
    """Yield the days of short lines, wherever they stand, that begin by saying what they are the date of."""
    page, language = evidence.page, evidence.language
    for place in days_in(page.words, language):
        number = page.around(place.start, place.end)
        for piece in pieces_of(page.nodes[number].element) if is_small(page, number, _MOST_WORDS) else ():
            words = words_of(piece)
            for day in days_in(words, language):
                label = " ".join(words[: day.start])
                if day.start <= _LABEL and (_POSTED.match(label) or _UPDATED.search(label)):
                    yield day.day
