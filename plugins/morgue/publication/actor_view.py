"""The page of an actor."""

from collections.abc import Iterator
from dataclasses import replace

from babel import Locale
from markupsafe import Markup

from morgue.authority.entries import ANY, Actor
from morgue.authority.markdown import render_markdown
from morgue.publication.actor_words import found_words
from morgue.publication.body import prose
from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.json_ld import actor_json_ld
from morgue.publication.languages import language_of
from morgue.publication.neighbours import most_often
from morgue.publication.plain import line
from morgue.publication.roles import roles_of
from morgue.publication.said import quoted_in, said_by
from morgue.publication.timeline import timeline
from morgue.publication.views_of_actors import ActorView, NamesView

_MOST = 12
"""Neighbours listed beside an actor: one screen of them."""

_MOST_SAID = 50
"""Sentences on an actor's page, the newest: about as long as a page of cards. All stand on their clippings' pages."""


def actor_view(catalogue: Catalogue, identity: str) -> ActorView:
    """Return the page of an actor.

    Without an authority file it may be a private person's name, whatever the rule took it for: the page asks search
    engines to leave it out, and tells machines nothing.
    """
    entry = catalogue.archive.actors[identity]
    actor = catalogue.actor(identity)
    addresses = catalogue.actors[identity]
    filed = catalogue.authority.actors.get(identity)
    cards = cards_of(catalogue, addresses)
    dated = [card for card in cards if card.date]
    view = ActorView(
        name=actor.name,
        url=actor.url,
        feed=catalogue.feed(actor, addresses),
        kind=entry.kind,
        known=entry.known,
        found=found_words(known=entry.known, kind=entry.kind),
        names=tuple(_names(filed, catalogue.locale)) if filed else (),
        roles=roles_of(catalogue, filed) if filed else (),
        biography=prose(render_markdown(filed.biography)) if filed else Markup(),
        part_of=catalogue.actor_links.get((filed and filed.part_of) or ""),
        wikidata=(filed and filed.wikidata) or "",
        cards=cards,
        first=dated[-1] if dated else None,
        last=dated[0] if dated else None,
        timeline=timeline(catalogue, _stories(catalogue, identity)),
        said=said_by(catalogue, identity, _MOST_SAID),
        said_in_all=len(catalogue.said.get(identity, ())),
        appears_with=most_often(
            (catalogue.named_at[address] for address in addresses),
            catalogue.actor_links,
            _MOST,
            but=frozenset({identity}),
        ),
        topics=most_often(map(catalogue.topics_at, addresses), catalogue.topic_links, _MOST),
        sources=most_often(map(catalogue.sources_at.__getitem__, addresses), catalogue.source_links, _MOST),
        noindex=catalogue.settings.noindex or not entry.known,
        json_ld=Markup(),
    )
    if filed is None:
        return view
    own = (line(alias.name) for _, alias in filed.names if not alias.conditional)
    return replace(view, json_ld=actor_json_ld(catalogue, view, own))


def _stories(catalogue: Catalogue, identity: str) -> Iterator[tuple[str, bool]]:
    """Yield the date of each dated story that names an actor, and whether it quotes them."""
    quoted = quoted_in(catalogue, identity)
    for address in catalogue.actors[identity]:
        date = catalogue.published(address)
        if date:
            yield date.iso, address in quoted


def _names(actor: Actor, interface: Locale) -> Iterator[NamesView]:
    """Yield the other names: those of every language first, then the interface's, then by the language's name."""
    languages = {tag: language_of(tag, interface) for tag in actor.aliases if tag != ANY}
    order = sorted(languages, key=lambda tag: (tag != interface.language, languages[tag].name, tag))
    told = {line(actor.name)}
    for tag in (ANY, *order):
        shown = (line(alias.name) for alias in actor.aliases.get(tag, ()))
        names = tuple(dict.fromkeys(name for name in shown if name not in told))
        if names:
            told.update(names if tag == ANY else ())
            found = languages.get(tag)
            yield NamesView(found.tag if found else "", found.name or tag if found else "", names)
