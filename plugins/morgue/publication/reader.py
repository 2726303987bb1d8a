"""Reads ``content/pages/*.md`` with the archive's own Markdown, in place of Pelican's reader, which needs another."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import contents
from pelican.readers import BaseReader

from morgue.authority.front_matter import read_front_matter
from morgue.authority.markdown import render_markdown
from morgue.authority.yaml_source import SourceError
from morgue.publication.body import prose

EXTENSIONS = ("md", "markdown", "mkd", "mdown")
"""Those of Pelican's Markdown reader."""


CORRECTIONS = "corrections"
"""The anchor of the section that says how to correct what was removed: the page of each clipping links to it."""

_ANCHORED = re.compile(r"<(h[2-6])>(.*?)\s*\{#([a-z][a-z0-9-]*)\}</\1>")
"""A heading that ends in an anchor of its own, as Pelican's archivists know it: ``## Corrections {#corrections}``."""


class Page(contents.Page):  # type: ignore[misc]  # Pelican has no types
    """A page whose HTML a template may trust; Pelican hands it on as a string, which autoescape would escape.

    Its name is the one by which Pelican finds PAGE_URL.
    """

    def get_content(self, siteurl: str) -> Markup:
        """Return the sanitised HTML with Pelican's own links resolved."""
        return Markup(super().get_content(siteurl))  # noqa: S704  the reader sanitised it


class MarkdownReader(BaseReader):  # type: ignore[misc]
    """YAML front matter, then Markdown."""

    file_extensions = EXTENSIONS

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and the metadata; end the build where they cannot be read (Pelican would go on without)."""
        path = Path(source_path)
        try:
            fields, text = _fields_and_text(path)
        except SourceError as error:
            raise SystemExit(f"Nothing was written.\n{path}:{error.line}: {error}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise SystemExit(f"Nothing was written.\n{path}: cannot be read as UTF-8: {error}") from error
        metadata = {name.lower(): self.process_metadata(name.lower(), value) for name, value in fields.items()}
        html = str(prose(render_markdown(text)))
        metadata["anchors"] = frozenset(found[3] for found in _ANCHORED.finditer(html))
        return _ANCHORED.sub(r'<\1 id="\3">\2</\1>', html), metadata


def corrections_page(pages: Iterable[Any]) -> str:
    """Return the address of the section of an archive's pages that says how to correct it, or nothing."""
    found = (page.url for page in pages if CORRECTIONS in getattr(page, "anchors", ()))
    return next((f"{url}#{CORRECTIONS}" for url in sorted(found)), "")


def _fields_and_text(path: Path) -> tuple[dict[str, Any], str]:
    source, text = read_front_matter(path.read_text(encoding="utf-8-sig"))
    if not isinstance(source.value, dict) or not source.value.get("title"):
        raise SourceError(1, "needs a title in its front matter (title: About)")
    return source.value, text
