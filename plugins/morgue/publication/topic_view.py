"""The page of a topic."""

from morgue.authority.markdown import render_markdown
from morgue.publication.body import prose
from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.dates import span
from morgue.publication.neighbours import most_often
from morgue.publication.together_view import together_url
from morgue.publication.views import TopicView

_MOST = 12
"""Neighbours listed beside a topic: one screen of them."""


def topic_view(catalogue: Catalogue, identity: str) -> TopicView:
    """Return the page of a topic of the authority file, whether anything is filed under it or not."""
    entry = catalogue.authority.topics[identity]
    topic = catalogue.topic(identity)
    addresses = catalogue.topics[identity]
    links = catalogue.topic_links
    narrower = sorted(name for name, other in catalogue.authority.topics.items() if identity in other.broader)
    kin = frozenset({identity, *entry.broader, *narrower})
    dates = [date for date in map(catalogue.published, reversed(addresses)) if date]
    return TopicView(
        name=topic.name,
        url=topic.url,
        feed=catalogue.feed(topic, addresses),
        introduction=prose(render_markdown(entry.introduction)),
        cards=cards_of(catalogue, addresses),
        span=span(dates),
        broader=tuple(links[name] for name in entry.broader),
        narrower=tuple(links[name] for name in narrower),
        related=most_often(map(catalogue.topics_at, addresses), links, _MOST, but=kin),
        actors=most_often((catalogue.named_at.get(address, ()) for address in addresses), catalogue.actor_links, _MOST),
        together=together_url(catalogue, identity),
    )
