"""Whether a response, or a file of its own, is a page, and of what kind."""

import re
from dataclasses import dataclass
from functools import lru_cache

from morgue.capture.page import MediaType
from morgue.capture.signs import begins_page, is_text

_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_PAGES = {"text/html", "application/xhtml+xml"}
_TEXT = "text/plain"
_UNSAID = {"", "application/octet-stream", "application/x-unknown-content-type", "unknown/unknown", "*/*"}
_LONGEST = 500
"""Characters of a Content-Type that are read."""
_FOR_CRAWLERS = "/robots.txt"


@dataclass(frozen=True, slots=True)
class ContentType:
    """What is said of a body: its media type in lower case, and the charset or None."""

    media_type: str
    charset: str | None

    @property
    def says_page(self) -> bool:
        """Say whether it is the type of a page or a text."""
        return self.media_type in _PAGES or self.media_type == _TEXT

    def may_be_page(self, url: str) -> bool:
        """Say whether what is of this type, and has this address, may be a page."""
        if self.media_type == _TEXT:
            return not url.partition("?")[0].endswith(_FOR_CRAWLERS)
        return self.says_page or self.media_type in _UNSAID

    def of_page(self, payload: bytes) -> MediaType | None:
        """Return what a payload is once it can be looked at; None for no page."""
        if self.media_type in _PAGES or begins_page(payload[:512]):
            return "text/html"
        return "text/plain" if self.media_type == _TEXT and is_text(payload) else None


def content_type(said: str) -> ContentType:
    """Return what a Content-Type says."""
    return _read(said[:_LONGEST])


@lru_cache(1000)
def _read(said: str) -> ContentType:
    media_type = said.partition(";")[0].partition(",")[0].strip().lower()
    charset = _CHARSET.search(said)
    return ContentType(media_type, charset[1] if charset else None)
