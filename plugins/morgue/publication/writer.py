"""Pelican's writer, but for what it makes of feeds."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer


class ArchiveWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes no empty feed, which would take its date from the clock; without SITEURL it writes addresses that work.

    Each feed and each entry has an id as Atom asks: an IRI of its own, which a corrected date does not change.
    """

    def write_feed(
        self, elements: Sequence[Any], context: Mapping[str, Any], path: str | None = None, *args: Any, **options: Any
    ) -> Any:
        """Write a feed as Pelican does; without SITEURL its addresses are relative to itself."""
        if not elements:
            return None
        if path and not self.settings["SITEURL"]:
            root = path_to_url(get_relative_path(path))
            context = {**context, "SITEURL": root, "FEED_DOMAIN": root}
        return super().write_feed(elements, context, path, *args, **options)

    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: Mapping[str, Any]) -> Any:
        feed = super()._create_new_feed(feed_type, feed_title, context)
        feed.feed["id"] = _permanent_id(feed.feed["feed_url"])
        return feed

    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None:
        super()._add_item_to_the_feed(feed, item)
        feed.items[-1]["unique_id"] = _permanent_id(f"{self.settings['SITEURL']}/{item.url}")


def _permanent_id(address: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, address).urn
