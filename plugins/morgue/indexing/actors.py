"""Who is named on a page: known names, discovered ones, surnames alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from morgue.authority.entries import Actor
from morgue.indexing.discovery import Found, find_cyrillic, find_organisations, find_persons, find_tagged
from morgue.indexing.names.bare import bare_surnames, is_bare
from morgue.indexing.names.inflection import forms
from morgue.indexing.names.lexicon import Hit, Lexicon
from morgue.indexing.names.places import Place, places
from morgue.indexing.names.surnames import Surnames, stands_alone
from morgue.indexing.page import Page
from morgue.indexing.spans import cover, longest
from morgue.model import Mention, NamedActor
from morgue.remembering import Answers

_ALIAS, _SURNAME = 0.9, 0.9
_SURE = {"name": 1.0, "seat": 0.9, "capital": 0.8, "demonym": 0.8, "initials": 0.9, "role": 0.8}
"""How sure a person's alias of one word, a resolved surname, and other names are: set by hand, for ordering alone."""


_INSTITUTIONS = frozenset({"organisation", "bloc"})
"""Kinds of actors that no discovered name joins by "and" or "of the"; a country may ("Bank of Ukraine")."""


_MOST_KEPT = 10_000
"""Discovered names whose ids are kept from one page to the next."""


class ActorIndex:
    """Finds the actors of a page; built once over the authority file's actors."""

    def __init__(self, actors: Mapping[str, Actor], built_in: frozenset[str] = frozenset(), model: str = "") -> None:
        """Take the actors, by id, the ids of those whose built-in names count, and a user's own model."""
        self._actors = actors
        self._model = model
        self._lexicon = Lexicon(actors, built_in)
        self._identify = Answers(self._lexicon.identity, _MOST_KEPT).__getitem__
        """Returns the id of a discovered name: its bearer's where the authority file knows it otherwise spelled."""

    def find(
        self, page: Page, title: Page, listed: Collection[str] = (), day: str | None = None
    ) -> tuple[NamedActor, ...]:
        """Return the actors of a page in order of their first mention, then those that only the archivist lists.

        ``day`` is when it was published.
        """
        hits = self._lexicon.hits(page, title, listed, day)
        discovered = self._discover(page, hits)
        spans: list[Hit | Place] = [*hits, *discovered]
        named = longest(spans, len(page.text))
        surnames = self._surnames(page, title, self._lexicon.hits(title, page, listed), named)
        covered = cover(named, len(page.text))
        mentions = [*self._mentions(page, named, surnames, covered)]
        mentions += [
            Mention(actor, word.start, word.end, "surname", _SURNAME) for word, actor in surnames.alone(page, covered)
        ]
        mentions += [
            Mention(self._identify(bare.name), word.start, word.end, bare.rule, bare.confidence)
            for word, bare in bare_surnames(page, named, surnames, covered)
        ]
        found = {self._identify(place.found.name): place.found for place in discovered}
        return self._gather(sorted(mentions, key=lambda mention: mention.start), found, listed)

    def _discover(self, page: Page, hits: list[Hit]) -> list[Place]:
        """Return every place of a name that the page itself introduces, but for those that cross a known person's."""
        full = [hit for hit in hits if self._names_a_person(hit) and _full(page, hit)]
        institutions = filter(self._names_an_institution, hits)
        organisations = places(page, find_organisations(page, cover(institutions, len(page.text))))
        known = cover([*full, *organisations], len(page.text))
        others = cover((hit for hit in hits if not self._names_a_person(hit)), len(page.text))
        people = places(page, find_persons(page, known, others))
        crossed = cover(full, len(page.text))
        ends = {hit.end: hit.start for hit in hits if self._names_an_institution(hit)}
        tagged = [
            Place(each.start, each.end, each.found)
            for each in find_tagged(page, self._model)
            if ends.get(each.end, each.start) <= each.start  # no "Council of the" known institution
        ]
        whole = [place.found for place in tagged if " " in place.found.name]
        return [
            place
            for place in (*tagged, *places(page, whole), *organisations, *people, *places(page, find_cyrillic(page)))
            if self._identify(place.found.name) and crossed.find(1, place.start, place.end) < 0
        ]

    def _names_a_person(self, hit: Hit) -> bool:
        return any(self._actors[actor].kind == "person" for actor in hit.actors)

    def _names_an_institution(self, hit: Hit) -> bool:
        return any(self._actors[actor].kind in _INSTITUTIONS for actor in hit.actors)

    def _surnames(self, page: Page, title: Page, in_title: Iterable[Hit], named: Iterable[Hit | Place]) -> Surnames:
        """Return whose surnames the page's full names, and the title's before them, make known."""
        surnames = Surnames()
        for where, spans in ((title, longest(in_title, len(title.text))), (page, named)):
            for span in spans:
                if isinstance(span, Place):
                    if span.found.kind == "person" and not is_bare(span):
                        cases = [form for name in span.found.spellings for form in forms(name, page.language)]
                        surnames.add(self._identify(span.found.name), cases, span.start)
                elif len(span.actors) == 1 and self._names_a_person(span) and _full(where, span):
                    (actor,) = span.actors
                    spelled = where.text[span.start : span.end]
                    names = [spelled, *self._lexicon.full_names(actor, page.language)]
                    surnames.add(actor, names, -1 if where is title else span.start)
        return surnames

    def _mentions(
        self, page: Page, named: Iterable[Hit | Place], surnames: Surnames, covered: bytearray
    ) -> Iterator[Mention]:
        for span in named:
            if isinstance(span, Place):
                yield from self._discovered(page, span, surnames)
                continue
            if span.rule == "name" and self._names_a_person(span) and not _full(page, span):
                words = page.words_in(span.start, span.end)  # of an alias of signs there are none
                if not words or not stands_alone(page, page.index_at(span.start), covered):
                    continue
                word = page.text[span.start : span.end]
                meant, rule, confidence = surnames.bearer(word, span.start), "alias", _ALIAS
            else:
                word = page.text[span.start : span.end].rpartition(" ")[2]
                meant, rule, confidence = None, span.rule, _SURE[span.rule]
                if len(span.actors) > 1:
                    meant = surnames.bearer(word, span.start)
                    meant = meant if meant in span.actors else None
            if meant is None and len(span.actors) == 1:
                (meant,) = span.actors
            if meant is not None:
                yield Mention(meant, span.start, span.end, rule, confidence)

    def _discovered(self, page: Page, place: Place, surnames: Surnames) -> Iterator[Mention]:
        """Yield the mention of a discovered name; a surname alone is first looked for among those who bear it."""
        found, word = place.found, page.text[place.start : place.end]
        if is_bare(place) and surnames.knows(word):
            bearer = surnames.bearer(word, place.start)
            if bearer:
                yield Mention(bearer, place.start, place.end, "surname", _SURNAME)
        else:
            yield Mention(self._identify(found.name), place.start, place.end, found.rule, found.confidence)

    def _gather(
        self, mentions: Iterable[Mention], found: Mapping[str, Found], listed: Iterable[str]
    ) -> tuple[NamedActor, ...]:
        by_actor: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_actor[mention.actor].append(mention)
        unknown = {identity: (name.name, name.kind) for identity, name in found.items()}
        for name in listed:
            identity = name if name in self._actors else self._identify(name)
            by_actor.setdefault(identity, [])
            unknown.setdefault(identity, (name, "person"))
        actors = []
        for identity, theirs in by_actor.items():
            entry = self._actors.get(identity)
            name, kind = (entry.name, entry.kind) if entry else unknown[identity]
            actors.append(NamedActor(identity, name, kind, entry is not None, tuple(theirs)))
        return tuple(actors)


def _full(page: Page, span: Hit) -> bool:
    return span.rule in ("name", "initials") and " " in page.text[span.start : span.end]
