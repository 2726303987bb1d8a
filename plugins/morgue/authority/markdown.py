"""Markdown of authority files and pages as HTML."""

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
"""HTML in a body is shown as text: bodies may be pasted from anywhere."""


def render_markdown(text: str) -> str:
    """Return Markdown (CommonMark, tables, strikethrough) as safe HTML; no HTML of the text's own gets through.

    Links with a scheme that runs code stay text.
    """
    return str(_PARSER.render(text))
