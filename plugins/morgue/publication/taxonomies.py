"""Topics, actors and outlets as Pelican's taxonomies, so that their addresses are settings as all others are."""

import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar

from pelican.urlwrappers import URLWrapper

from morgue.address import slug

Kind = TypeVar("Kind", bound=URLWrapper)


class Topic(URLWrapper):  # type: ignore[misc]  # Pelican has no types
    """A topic of the authority file: TOPIC_URL, TOPIC_SAVE_AS, TOPIC_FEED_ATOM."""


class Actor(URLWrapper):  # type: ignore[misc]
    """An actor with a page: ACTOR_URL, ACTOR_SAVE_AS, ACTOR_FEED_ATOM."""


def source_slug(name: str) -> str:
    """Return the slug of an outlet; of a name that ASCII cannot spell, of its digest."""
    return slug(name) or hashlib.sha256(name.encode()).hexdigest()[:8]


def filed_under(kind: type[Kind], name: str, identity: str, settings: Mapping[str, Any]) -> Kind:
    """Return a taxonomy's entry whose address follows its id and not its name."""
    entry: Kind = kind(name, settings)
    entry.slug = identity
    return entry


def feed_of(entry: URLWrapper) -> str:
    """Return the address of an entry's Atom feed."""
    return str(entry.settings[f"{type(entry).__name__.upper()}_FEED_ATOM"]).format(slug=entry.slug)
