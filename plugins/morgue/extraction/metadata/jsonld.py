"""What a page says of itself in JSON-LD (schema.org)."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from morgue.letters import fold

_ARTICLE = re.compile(r"Article$|Posting$|^Report$|^Review$", re.IGNORECASE)
_PAGE = re.compile(r"^(?:\w*WebPage|CreativeWork|Book|Course|PodcastEpisode|VideoObject)$", re.IGNORECASE)

_MAX_LENGTH = 2_000_000
"""Characters of one script: the largest seen on an article page has 200,000."""

_SAID = ("headline", "datepublished", "author")

Node = dict[str, Any]
"""An object of JSON-LD; the names of its properties are lower case, as some pages capitalise them."""


class Graph:
    """The objects of all of a page's scripts; nothing in them is checked."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self.nodes = list(_nodes(scripts))
        self._by_id = {node["@id"]: node for node in reversed(self.nodes) if isinstance(node.get("@id"), str)}

    def article(self, titles: Sequence[str]) -> Node:
        """Return the object of the article: the one with one of its titles, else the one that says most; or nothing."""
        wanted = {fold(title) for title in titles} - {""}

        def told(node: Node) -> tuple[bool, int]:
            named = fold(first_text(node.get("headline")) or first_text(node.get("name"))) in wanted
            return named, sum(bool(node.get(name)) for name in _SAID)

        return max(self._of_kind(_ARTICLE), key=told, default={})

    def page(self) -> Node:
        """Return the object that describes the page as a whole, or an empty one."""
        return next(self._of_kind(_PAGE), {})

    def _of_kind(self, kind: re.Pattern[str]) -> Iterator[Node]:
        return (node for node in self.nodes if any(kind.search(each) for each in texts(node.get("@type"))))

    def names(self, value: Any) -> list[str]:
        """Return the names of a property that holds persons or organisations, however it is written."""
        return [name for name, _ in self.named(value)]

    def named(self, value: Any) -> Iterator[tuple[str, bool]]:
        """Yield these names, and whether each is said to be an organisation's."""
        for item in value if isinstance(value, list) else [value]:
            node = self._resolved(item) if isinstance(item, dict) else {"name": item}
            organised = "Organization" in texts(node.get("@type"))
            yield from ((name, organised) for name in texts(node.get("name")))

    def _resolved(self, node: Node) -> Node:
        """Return an object that is only named by its id where it stands in full."""
        name = node.get("@id")
        if not node.get("name") and isinstance(name, str):
            return self._by_id.get(name, node)
        return node


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    for text in scripts:
        if len(text) > _MAX_LENGTH:
            continue
        try:
            waiting = deque([json.loads(text.strip().removesuffix(";"), strict=False)])
        except (ValueError, RecursionError):  # broken by a template, or nested to break us
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                lowered = {name.lower(): value for name, value in node.items()}
                yield lowered
                waiting.extend(lowered[name] for name in ("@graph", "mainentity") if name in lowered)


def texts(value: Any) -> list[str]:
    """Return the texts of a property, however many it has."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def first_text(value: Any) -> str:
    """Return a property that should be a text: the first one where there are several, or nothing."""
    return next(iter(texts(value)), "")
