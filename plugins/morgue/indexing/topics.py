"""What a page is about: the labels and terms of the topic files, in the page's language.

A topic's score is ``points / (points + max(0.8, words / 600))`` with ``points = weights of the distinct terms + ln(1 +
further hits) + 2 if the title has a hit``. A telling term, which has several words or matches the label, weighs 1, so
that it is enough in a text of up to 900 words; any other weighs a half, and never is enough alone. A long text asks for
more. The figures were set by hand on short news texts.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from morgue.authority.entries import ANY, Topic
from morgue.indexing.page import Page, fold, primary
from morgue.indexing.spans import longest
from morgue.indexing.vocabulary import vocabulary
from morgue.model import TopicMatch

THRESHOLD = 0.4
"""The least score at which a clipping is filed under a topic."""

_TITLE_POINTS = 2.0
_TELLING, _PLAIN = 1.0, 0.5
_WORDS_A_POINT = 600
_LEAST_LENGTH = 0.8


@dataclass(frozen=True, slots=True)
class _Term:
    topic: str
    pattern: re.Pattern[str]
    key: str
    excluded: bool
    weight: float


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    term: _Term


class TopicIndex:
    """Finds the topics of a page; a language's terms are compiled when its first page comes."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Take the topic files, by id."""
        self._topics = topics
        self._automata: dict[str, ahocorasick.Automaton] = {}

    def find(self, page: Page, title: Page, listed: Iterable[str] = ()) -> tuple[TopicMatch, ...]:
        """Return the topics of a page, the surest first, with the spans that speak for them.

        ``listed`` are the ids that the archivist gives: they are in whatever the text says.
        """
        automaton = self._automaton(page.language)
        in_text, in_title = self._hits(automaton, page), self._hits(automaton, title)
        matches = []
        for topic in sorted({*in_text, *in_title, *listed}):
            hits, titled = in_text.get(topic, []), in_title.get(topic, [])
            score = 1.0 if topic in listed else _score(hits, titled, len(page.words))
            if score >= THRESHOLD:
                label = self._topics[topic].label if topic in self._topics else topic
                evidence = tuple((hit.start, hit.end) for hit in hits)
                matches.append(TopicMatch(topic, label, round(score, 3), evidence))
        return tuple(sorted(matches, key=lambda match: (-match.score, match.id)))

    def _hits(self, automaton: ahocorasick.Automaton | None, page: Page) -> dict[str, list[_Hit]]:
        """Return the hits of each topic, none of them inside a phrase that the topic excludes."""
        found: dict[str, list[_Hit]] = defaultdict(list)
        if automaton is None:
            return found
        text = _lower(page.text)
        for last, (length, terms) in automaton.iter(text):
            start = last - length + 1
            if start and text[start - 1].isalnum():
                continue
            for term in terms:
                match = term.pattern.match(text, start)
                if match is not None:
                    found[term.topic].append(_Hit(start, match.end(), term))
        chosen = {topic: longest(hits, len(text)) for topic, hits in found.items()}
        kept = {topic: [hit for hit in hits if not hit.term.excluded] for topic, hits in chosen.items()}
        return {topic: hits for topic, hits in kept.items() if hits}

    def _automaton(self, language: str) -> ahocorasick.Automaton | None:
        if language not in self._automata:
            self._automata[language] = _compile(self._topics.values(), language)
        return self._automata[language]


def _score(hits: list[_Hit], titled: list[_Hit], words: int) -> float:
    distinct = {hit.term.key: hit.term.weight for hit in (*hits, *titled)}
    further = max(len(hits) - len(distinct), 0)
    points = sum(distinct.values()) + math.log1p(further) + (_TITLE_POINTS if titled else 0.0)
    return points / (points + max(_LEAST_LENGTH, words / _WORDS_A_POINT))


def _compile(topics: Iterable[Topic], language: str) -> ahocorasick.Automaton | None:
    """Return an automaton over what each term begins with, up to its first ``*``; the pattern then reads on."""
    terms: dict[str, list[_Term]] = defaultdict(list)
    for topic in topics:
        labels = [_lower(fold(label)) for label in _labels(topic, language)]
        phrases = [*labels, *_in(topic.terms, language)]
        for excluded, written in ((False, phrases), (True, _in(topic.exclude, language))):
            for phrase in sorted({_lower(fold(phrase)) for phrase in written}):
                beginning = phrase.partition("*")[0]
                if beginning.strip():
                    pattern = _pattern(phrase, language)
                    weight = _TELLING if _tells(phrase, pattern, labels) else _PLAIN
                    terms[beginning].append(_Term(topic.id, pattern, phrase, excluded, weight))
    if not terms:
        return None
    automaton = ahocorasick.Automaton()
    for beginning, several in terms.items():
        automaton.add_word(beginning, (len(beginning), tuple(several)))
    automaton.make_automaton()
    return automaton


def _labels(topic: Topic, language: str) -> list[str]:
    """Return a topic's labels in a language; the plain label is English."""
    labels = [label for tongue, label in topic.labels.items() if primary(tongue) in (ANY, language)]
    return [*labels, *([topic.label] if language == "en" else [])]


def _tells(phrase: str, pattern: re.Pattern[str], labels: Iterable[str]) -> bool:
    """Say whether a term speaks for its topic alone: it has several words, or it is a form of the label."""
    return re.search(r"\w\*?[\s-]+\w", phrase) is not None or any(pattern.fullmatch(label) for label in labels)


def _in(phrases: Mapping[str, tuple[str, ...]], language: str) -> list[str]:
    return [phrase for tongue, several in phrases.items() if primary(tongue) in (ANY, language) for phrase in several]


def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    r"""Return what a term matches: ``*`` is any ending of its word, else one of the language's endings may follow."""
    body = r"\w*".join(re.escape(part) for part in phrase.split("*"))
    return re.compile(body if phrase.endswith("*") else body + _ending(language))


@cache
def _ending(language: str) -> str:
    endings = sorted(vocabulary(language).endings, key=lambda ending: (-len(ending), ending))
    return rf"(?:{'|'.join(map(re.escape, endings))})?(?!\w)" if endings else r"(?!\w)"


def _lower(text: str) -> str:
    """Return a text in small letters, every position kept."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
