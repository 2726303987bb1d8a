"""The word lists of each language: speech verbs and what stands around them, titles, heads of organisations."""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

Words = frozenset[str]


class Vocabulary(BaseModel):
    """One language's lists, all in small letters; a language without lists has empty ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # cues.yml
    verbs: Words = frozenset()
    """Speech verbs that may stand before their subject or behind it."""
    addressing: Words = frozenset()
    """Speech verbs that are followed by the person spoken to ("told reporters"): the subject comes before."""
    participles: Words = frozenset()
    """Speech verbs without a subject of their own ("…, adding that")."""
    phrases: Mapping[str, Words] = {}
    """Verbs that speak with one of these words behind them ("put it", "went on")."""
    remarks: Words = frozenset()
    """What is called somebody's, with his words behind it ("her claim that")."""
    possessives: Words = frozenset()
    """Pronouns that say whose it is, of one person."""
    conjunctions: Words = frozenset()
    """What may stand between a speech verb and what is said ("that")."""
    reporting: Words = frozenset()
    """The speech verbs after which a conjunction begins what is said in other words ("announced that")."""
    bare: Words = frozenset()
    """Those that need no conjunction ("said the bridge was closed")."""
    bare_comma: bool = False
    """Whether a comma parts such a verb from what is said."""
    relatives: Words = frozenset()
    """Pronouns that begin a relative clause of a person's."""
    auxiliaries: Words = frozenset()
    """Verbs that go with another verb: what stands before one is its subject."""
    inverts: bool = False
    """Whether any sentence may have its verb before its subject ("Am Montag sagte der Minister, …")."""
    according: tuple[str, ...] = ()
    """Prepositions that name a source: "according to"."""
    pronouns: Words = frozenset()
    """Pronouns that stand for one person."""
    others: Words = frozenset()
    """Pronouns that may stand for anything: a speaker, but nobody in particular."""
    determiners: Words = frozenset()
    skipped: Words = frozenset()
    """Auxiliaries and adverbs between a subject and its verb."""
    boundaries: Words = frozenset()
    """Words that begin another clause: no subject reaches over them."""
    prepositions: Words = frozenset()
    links: Words = frozenset()
    """The prepositions that may stand inside a name or an office: "of", "for"."""
    offices: tuple[str, ...] = ()
    """Nouns, beside titles and heads of organisations, for those who speak; ``*`` is any part of a word."""
    nouns_capitalised: bool = False
    """Whether every noun has a capital, so that a capital makes no name."""
    works: Words = frozenset()
    """Nouns that are followed by what they are called (the book “…”, the ship “…”)."""
    title_case: bool = False
    """Whether every longer word of a title has a capital."""
    within: Words = frozenset()
    """The prepositions behind which an institution speaks ("заявили в министерстве")."""
    impersonal: tuple[str, ...] = ()
    """How speech verbs end that have no subject then."""

    # words.yml
    titles: Words = frozenset()
    """Offices and forms of address that stand before a person's name."""
    title_endings: tuple[str, ...] = ()
    """How compounds of offices end, in languages that build them ("Außenminister")."""
    openers: Words = frozenset()
    """Words that begin a sentence with a capital and are no name."""
    neutral: Words = frozenset()
    """Capitalised words that are no part of a person's name: days, months, places, institutions."""
    places: Words = frozenset()
    """The neutral words that make a place's name out of a person's ("… Tower")."""
    heads_last: Words = frozenset()
    """The last word of an organisation's name ("… Agency")."""
    heads_first: Words = frozenset()
    """The first word of an organisation's name, before a link ("Ministry of …", "Banque de …")."""
    connectors: Words = frozenset()
    """Small words inside an organisation's name."""
    joining: Words = frozenset()
    """The connectors that may as well join two names: "and"."""
    endings: Words = frozenset()
    """Endings that a topic's term may take on ("peacekeeper", "peacekeepers")."""
    genitive: bool = False
    """Whether a name takes a plain "s" as its genitive ("Bismarcks")."""

    def speaks(self, word: str) -> bool:
        """Say whether a word, in small letters, is a speech verb with a subject."""
        return word in self.verbs or word in self.addressing

    def is_title(self, word: str) -> bool:
        """Say whether a word is an office or a form of address."""
        small = word.lower()
        return small in self.titles or (bool(self.title_endings) and small.endswith(self.title_endings))

    def is_speaker(self, word: str) -> bool:
        """Say whether a word is for somebody who speaks: an office, an institution, a report."""
        return self.is_title(word) or self._speakers.fullmatch(word.lower()) is not None

    @cached_property
    def cues(self) -> Words:
        """Every word that may be a speech verb, in small letters."""
        return self.verbs | self.addressing | self.participles | self.phrases.keys()

    @cached_property
    def telling(self) -> Words:
        """The words, small and with a capital, without which a sentence reports nothing."""
        return self.reporting | self.naming.keys() | {word.capitalize() for word in self.naming}

    @cached_property
    def naming(self) -> Mapping[str, list[tuple[str, ...]]]:
        """The prepositions that name a source, word by word, by their first word."""
        phrases = [tuple(phrase.replace("'", "' ").split()) for phrase in self.according]
        return {phrase[0]: [each for each in phrases if each[0] == phrase[0]] for phrase in phrases}

    @cached_property
    def clause_openers(self) -> Words:
        """The small words that may begin a clause: articles and pronouns."""
        return self.determiners | self.pronouns | self.others | self.possessives

    @cached_property
    def heads(self) -> Words:
        """The words on which an organisation's name is built."""
        return self.heads_last | self.heads_first

    @cached_property
    def no_person(self) -> Words:
        """The words that are no part of a person's name, those of organisations among them."""
        return self.neutral | self.heads

    @cached_property
    def opening(self) -> Words:
        """The words that may stand before an organisation's name and are no part of it."""
        return self.connectors | self.determiners | self.prepositions

    @cached_property
    def beside_names(self) -> Words:
        """The capitalised words that may follow upon a person's name and make nothing else of it."""
        return self.neutral - self.places

    @cached_property
    def _speakers(self) -> re.Pattern[str]:
        words = sorted({*self.offices, *self.titles, *self.heads_last, *self.heads_first})
        nouns, endings = "|".join(map(re.escape, words)), "|".join(map(re.escape, sorted(self.endings)))
        return re.compile(rf"(?:{nouns})(?:{endings})?".replace(r"\*", r"\w*"))


def read_lists(name: str) -> Mapping[str, Any]:
    """Return one of this room's YAML files of words."""
    written = files(__package__).joinpath(name).read_text("utf-8")
    content: Mapping[str, Any] = yaml.load(written, yaml.CSafeLoader)  # as safe, and ten times as quick
    return content


@cache
def _languages() -> Mapping[str, Vocabulary]:
    cues, words = read_lists("cues.yml"), read_lists("words.yml")["languages"]
    return {
        language: Vocabulary(**{name: _split(value) for name, value in {**cues[language], **words[language]}.items()})
        for language in sorted(cues)
    }


def _split(value: Any) -> Any:
    """Read a list: words parted by spaces, phrases as a YAML list, or such lists by a first word."""
    if isinstance(value, dict):
        return {key: _split(words) for key, words in value.items()}
    return value.split() if isinstance(value, str) else value


_NO_LISTS = Vocabulary()


def vocabulary(language: str) -> Vocabulary:
    """Return the lists of a language, by its primary subtag."""
    return _languages().get(language, _NO_LISTS)


_SHARED = read_lists("words.yml")
ABBREVIATIONS: Words = frozenset(_SHARED["abbreviations"].split())
"""Words after which a full stop ends no sentence."""
GIVEN_NAMES: Words = frozenset(_SHARED["given"].split())
"""Common given names of many languages."""
PARTICLES: Words = frozenset(_SHARED["particles"].split())
"""Small words inside a person's name."""
