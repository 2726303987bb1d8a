"""The collated archive as its readers look things up: by story, outlet, month, topic and actor, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from babel import Locale
from pelican.urlwrappers import Category

from morgue.authority.entries import Authority
from morgue.collation import SaidOnce, named_at, said_once
from morgue.model import Archive, Record, Story
from morgue.publication.actor_words import kind_note
from morgue.publication.dates import moment, shown_date
from morgue.publication.pictures.shapes import Pictures
from morgue.publication.plain import line
from morgue.publication.taxonomies import Actor, Topic, feed_of, filed_under, source_slug
from morgue.publication.terms import Terms, terms_of
from morgue.publication.views import Card, Date, Link
from morgue.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet and the addresses of its stories."""

    name: str
    addresses: tuple[str, ...]


class Catalogue:
    """Everything a view is made of. ``pelican`` are Pelican's settings: names, languages, addresses.

    ``pictures`` are filled in once it is known which pages show any, ``cards`` as lists ask for them.
    A story stands in every list once, by its representative; ``listed`` are these addresses, newest first, the undated
    last.
    """

    def __init__(self, archive: Archive, authority: Authority, settings: Settings, pelican: Mapping[str, Any]) -> None:
        self.archive = archive
        self.pictures = Pictures()
        self.cards: dict[str, Card] = {}
        self.authority = authority
        self.settings = settings
        self.pelican = pelican
        self.locale = Locale.parse(pelican["DEFAULT_LANG"], sep="-")
        self._terms = {
            address: terms_of(record.clipping, authority.outlets, settings)
            for address, record in archive.records.items()
        }
        self._stories = {address: story for story in archive.stories for address in story.members}
        self.listed = self._newest_first(address for address in archive.records if self.represents(address) == address)

    def record(self, address: str) -> Record:
        """Return the record that stands at an address."""
        return self.archive.records[address]

    def story(self, address: str) -> Story:
        """Return the story of an address; alone, it is one of its own."""
        return self._stories.get(address) or Story((address,))

    def represents(self, address: str) -> str:
        """Return the address at which an address's story is shown."""
        return self.story(address).members[0]

    def terms(self, address: str) -> Terms:
        """Return on what terms the text at an address is shown."""
        return self._terms[address]

    def shows_text(self, address: str) -> bool:
        """Say whether the whole text at an address is shown."""
        return self.terms(address).display == "full"

    def date(self, iso: str | None) -> Date | None:
        """Return a date in the interface's words."""
        return shown_date(iso, self.locale)

    def published(self, address: str) -> Date | None:
        """Return when a clipping was published, where that is known."""
        return self.date(self.record(address).clipping.published)

    @cached_property
    def undated(self) -> tuple[str, ...]:
        """Return the listed addresses without a date, in order of address."""
        return tuple(sorted(address for address in self.listed if self.published(address) is None))

    @cached_property
    def topics(self) -> dict[str, tuple[str, ...]]:
        """Return the addresses filed under each topic of the authority file, whether any or none."""
        filed: dict[str, list[str]] = {topic: [] for topic in sorted(self.authority.topics)}
        for address in self.listed:
            for match in self.record(address).topics:
                if match.id in filed:
                    filed[match.id].append(address)
        return {topic: tuple(addresses) for topic, addresses in filed.items()}

    @cached_property
    def actors(self) -> dict[str, tuple[str, ...]]:
        """Return the addresses that name each actor with a page."""
        place = {address: number for number, address in enumerate(self.listed)}
        return {
            actor: tuple(sorted(entry.clippings, key=place.__getitem__))
            for actor, entry in sorted(self.archive.actors.items())
        }

    @cached_property
    def named_at(self) -> dict[str, tuple[str, ...]]:
        """Return the actors with a page that each listed address names, in order of id."""
        return named_at(self.archive.actors)

    def topics_at(self, address: str) -> tuple[str, ...]:
        """Return the topics of the authority file that an address is filed under, in its own order."""
        return tuple(match.id for match in self.record(address).topics if match.id in self.topic_links)

    @cached_property
    def said(self) -> dict[str, tuple[SaidOnce, ...]]:
        """Return what each actor says in the stories whose whole text is shown, the newest first."""
        return said_once({address: self.record(address) for address in self.listed if self.shows_text(address)})

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Return the outlets by slug, with the stories that they published, first or as a copy."""
        filed: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for address in self.listed:
            for member in self.story(address).members:
                name = line(self.record(member).clipping.source)
                if name:
                    filed.setdefault(source_slug(name), []).append(address)
                    names[source_slug(name)] = min(name, names.get(source_slug(name), name))
        return {slug: Source(names[slug], tuple(dict.fromkeys(filed[slug]))) for slug in sorted(filed)}

    @cached_property
    def sources_at(self) -> dict[str, tuple[str, ...]]:
        """Return the outlets that published the story of each listed address, by slug."""
        found: dict[str, list[str]] = {address: [] for address in self.listed}
        for slug, source in self.sources.items():
            for address in source.addresses:
                found[address].append(slug)
        return {address: tuple(slugs) for address, slugs in found.items()}

    @cached_property
    def months(self) -> dict[str, tuple[str, ...]]:
        """Return addresses by year (``2025``) and by month (``2025-02``), newest first."""
        filed: dict[str, list[str]] = {}
        for address in self.listed:
            date = self.published(address)
            for period in {date.iso[:4], date.iso[:7]} if date else ():
                filed.setdefault(period, []).append(address)
        return {period: tuple(filed[period]) for period in sorted(filed, reverse=True)}

    def topic(self, identity: str) -> Topic:
        """Return a topic of the authority file as a taxonomy's entry."""
        entry = self.authority.topics[identity]
        label = line(entry.labels.get(self.locale.language, entry.label))
        return filed_under(Topic, label, identity, self.pelican)

    def actor(self, identity: str) -> Actor:
        """Return an actor with a page as a taxonomy's entry."""
        return filed_under(Actor, line(self.archive.actors[identity].name), identity, self.pelican)

    def category(self, slug: str) -> Category:
        """Return an outlet as Pelican's category."""
        return filed_under(Category, self.sources[slug].name, slug, self.pelican)

    @cached_property
    def topic_links(self) -> dict[str, Link]:
        """Return a link to each topic's page, with its count."""
        entries = ((identity, self.topic(identity)) for identity in self.topics)
        return {identity: Link(entry.name, entry.url, len(self.topics[identity])) for identity, entry in entries}

    @cached_property
    def actor_links(self) -> dict[str, Link]:
        """Return a link to each actor's page, with its count, its kind and whether a machine found it."""
        entries = ((identity, self.actor(identity)) for identity in self.actors)
        kinds = self.archive.actors
        return {
            identity: Link(entry.name, entry.url, len(self.actors[identity]), kind_note(kinds[identity]))
            for identity, entry in entries
        }

    @cached_property
    def source_links(self) -> dict[str, Link]:
        """Return a link to each outlet's page, with its count."""
        return {
            slug: Link(source.name, self.category(slug).url, len(source.addresses))
            for slug, source in self.sources.items()
        }

    def source_link(self, name: str | None) -> Link | None:
        """Return a link to an outlet's page by the name that a clipping gives."""
        shown = line(name)
        return self.source_links[source_slug(shown)] if shown else None

    def feed(self, entry: Topic | Actor, addresses: tuple[str, ...]) -> str:
        """Return the address of a feed, or nothing where no dated story would stand in it."""
        return feed_of(entry) if any(self.published(address) for address in addresses) else ""

    def _newest_first(self, addresses: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(sorted(addresses), key=self._moment, reverse=True))

    def _moment(self, address: str) -> datetime:
        return moment(self.record(address).clipping.published) or datetime.min.replace(tzinfo=UTC)
