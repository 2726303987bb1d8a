"""An HTML page as a browser or a crawler saved it."""

from collections.abc import Iterator

from morgue.capture.album import Album, Held
from morgue.capture.page_pictures import pictures_of_page
from morgue.capture.signs import begins_page, is_text
from morgue.capture.source import Source
from morgue.model import Capture

KIND = "HTML"

_SUFFIXES = (".html", ".htm", ".xhtml")


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file is a page: by how it begins, or by its name where that may begin a page."""
    return begins_page(head) or (name.lower().endswith(_SUFFIXES) and is_text(head))


def captures(source: Source) -> Iterator[Capture]:
    """Yield the one capture that a page is."""
    yield source.capture(source.payload(), media_type="text/html")


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of a page and that it holds."""
    return pictures_of_page(album)
