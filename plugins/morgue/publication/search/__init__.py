"""Makes the built site searchable: a Pagefind bundle of its pages, the same bytes for the same pages."""

import re
import shutil
from pathlib import Path

from morgue.publication.search.errors import SearchError
from morgue.publication.search.order import put_in_order
from morgue.publication.search.pagefind import Pagefind
from morgue.publication.search.spacing import spaced

__all__ = ["SearchError", "build_index"]

_BODY = re.compile(rb"<\w[^<>]*\sdata-pagefind-body")
"""The attribute in a tag, not the word in a text."""


def build_index(site: Path, bundle: Path, language: str) -> int:
    """Index the pages of a site that have an element ``data-pagefind-body`` and return how many they are.

    ``bundle`` is the index's own folder: what stood in it is replaced. ``language`` is the interface's (``en``). Raise
    SearchError where Pagefind is missing, is another version or refuses a page.
    """
    count = 0
    with Pagefind(language) as pagefind:
        for path in sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html")):
            content = (site / path).read_bytes()
            if _BODY.search(content):
                pagefind.add(path, spaced(content.decode()))
                count += 1
        files = put_in_order(pagefind.files())
    if bundle.exists():
        shutil.rmtree(bundle)
    for name, content in files.items():
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_bytes(content)
    return count
