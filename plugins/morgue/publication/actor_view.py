"""The page of an actor."""

from markupsafe import Markup

from morgue.authority.entries import Actor, Role
from morgue.authority.markdown import render_markdown
from morgue.publication.body import prose
from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.dates import span
from morgue.publication.plain import line
from morgue.publication.quotes import quotes_by
from morgue.publication.views import ActorView

_MOST = 12
"""Neighbours listed beside an actor: one screen of them."""

_MOST_QUOTES = 50
"""Quotes on an actor's page, the newest: about as long as a page of cards. All stand on their clippings' pages."""


def actor_view(catalogue: Catalogue, identity: str) -> ActorView:
    """Return the page of an actor.

    Without an authority file it may be a private person's name, whatever the rule took it for: the page asks search
    engines to leave it out.
    """
    entry = catalogue.archive.actors[identity]
    actor = catalogue.actor(identity)
    addresses = catalogue.actors[identity]
    filed = catalogue.authority.actors.get(identity)
    dates = [date for date in map(catalogue.published, reversed(addresses)) if date]
    return ActorView(
        name=actor.name,
        url=actor.url,
        feed=catalogue.feed(actor, addresses),
        kind=entry.kind,
        known=entry.known,
        aliases=_aliases(filed) if filed else (),
        roles=tuple(_role(catalogue, role) for role in filed.roles) if filed else (),
        biography=prose(render_markdown(filed.biography)) if filed else Markup(),
        wikidata=(filed and filed.wikidata) or "",
        cards=cards_of(catalogue, addresses),
        span=span(dates),
        quotes=quotes_by(catalogue, identity, _MOST_QUOTES),
        appears_with=catalogue.often_with(addresses, catalogue.actor_links, _MOST, but=identity),
        topics=catalogue.often_with(addresses, catalogue.topic_links, _MOST),
        noindex=catalogue.settings.noindex or not entry.known,
    )


def _aliases(actor: Actor) -> tuple[str, ...]:
    """Return the other names in every language, each once, in order of the file."""
    names = dict.fromkeys(line(alias.name) for aliases in actor.aliases.values() for alias in aliases)
    return tuple(name for name in names if name != line(actor.name))


def _role(catalogue: Catalogue, role: Role) -> str:
    since, until = catalogue.date(role.since), catalogue.date(role.until)
    title = ", ".join(filter(None, (line(role.title), line(role.organisation))))
    if since and until:
        return f"{title} ({since.shown} – {until.shown})"
    if since:
        return f"{title} (since {since.shown})"
    return f"{title} (until {until.shown})" if until else title
