"""Makes the built site searchable: a Pagefind bundle of its pages, the same bytes for the same pages."""

import shutil
import tempfile
from pathlib import Path

from morgue.publication.search.errors import SearchError
from morgue.publication.search.order import write_in_order
from morgue.publication.search.pagefind import Pagefind
from morgue.publication.search.spacing import spaced

__all__ = ["SearchError", "build_index"]

_BODY = "data-pagefind-body"


def build_index(site: Path, bundle: Path, language: str) -> int:
    """Index the pages of a site that have an element ``data-pagefind-body`` and return how many they are.

    ``bundle`` is the index's own folder: what stood in it is replaced. ``language`` is the interface's (``en``). Raise
    SearchError where Pagefind is missing, is another version or refuses a page.
    """
    with tempfile.TemporaryDirectory(prefix="morgue-search-") as temporary:
        with Pagefind(language) as pagefind:
            for path in sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html")):
                page = (site / path).read_text(encoding="utf-8")
                if _BODY in page:
                    pagefind.add(path, spaced(page))
            pagefind.write(Path(temporary))
        shutil.rmtree(bundle, ignore_errors=True)
        return write_in_order(Path(temporary), bundle)
