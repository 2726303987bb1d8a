"""trafilatura drops a paragraph that says what the one before it says; what goes is for cleaning to say, on record."""

from lxml.html import HtmlElement

_SIGN = "\u2060"
"""A word joiner: it makes two texts unequal, is shown by nothing and is left out of every block (see charset)."""

_LEAST = 40
"""Characters of a text that trafilatura might drop: shorter ones it lets stand."""


def make_unequal(tree: HtmlElement) -> None:
    """Put a sign behind every second text of those that are the same."""
    marked: dict[str, bool] = {}
    for element in tree.iter():
        for part in ("text", "tail"):
            text = getattr(element, part) or ""
            key = text.strip() if len(text) >= _LEAST else ""
            if key and isinstance(element.tag, str):
                marked[key] = not marked.get(key, True)
                if marked[key]:
                    setattr(element, part, f"{text}{_SIGN}")
