"""What a page says of itself in JSON-LD (schema.org)."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article$|Posting$|^Report$|^Review$", re.IGNORECASE)

_MAX_LENGTH = 2_000_000
"""Characters of one script: the largest seen on an article page has 200,000."""


def article_of(nodes: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the first node that describes an article and says most, or an empty one; nothing in it is checked."""
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in texts(node.get("@type")))]
    return max(
        articles, key=lambda node: sum(name in node for name in ("headline", "datePublished", "author")), default={}
    )


def nodes_of(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield what a page describes, in the order of its scripts; nothing in it is checked."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "").lower() or len(text) > _MAX_LENGTH:
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
                yield node
                waiting.extend(node[name] for name in ("@graph", "mainEntity") if name in node)


def texts(value: Any) -> list[str]:
    """Return the texts of a property, however many it has."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def first_text(value: Any) -> str:
    """Return a property that should be a text: the first one where there are several, or nothing."""
    return next(iter(texts(value)), "")


def names(value: Any) -> list[str]:
    """Return the names of a property that holds persons or organisations, however it is written."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        found += texts(name)
    return found
