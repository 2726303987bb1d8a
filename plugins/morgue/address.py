"""Addresses are for ever: a clipping's is a function of its URL alone, or of its payload's digest when it has none."""

import hashlib
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from courlan import clean_url
from unidecode import unidecode

_SLUG_LENGTH = 60
"""Characters of the last segment that a slug keeps: enough to recognise, short enough for any file system."""

_HOST_LENGTH = 120
"""Characters of the host that an address keeps; a file system takes 255 bytes, the longest real host has 253."""


_BARE = re.compile(r"[\w.-]*\d[\w.-]*", re.ASCII)
"""A parameter without a value that numbers a page (``spip.php?article317``): courlan leaves out all that have none."""


def host_of(url: str | None) -> str:
    """Return the host of an address as a reader would write it, or nothing where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def canonical_url(url: str) -> str:
    """Return the URL that captures of one clipping share: no fragment, no tracking parameter, one spelling.

    What is no URL stays as it is, behind a host that has no name.
    """
    try:
        parts = urlsplit(clean_url(url) or url)
        number = parts.port
        bare = {part for part in urlsplit(url).query.split("&") if _BARE.fullmatch(part)}
    except ValueError:
        return f"https:///?{quote(url, errors='replace')}"
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{number}" if number and number not in (80, 443) else ""
    left_out = bare.difference(parts.query.split("&"))
    query = "&".join([*sorted(left_out), *filter(None, [parts.query])])
    return urlunsplit(("https", host + port, parts.path or "/", query, ""))


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", _ascii(text)).strip("-")
    return words[:_SLUG_LENGTH].rstrip("-")


def _ascii(text: str) -> str:
    """Return a text in lower-case ASCII, without lone surrogates, which nothing spells."""
    return unidecode(text.encode("utf-8", "ignore").decode()).lower()


def address_of(url: str | None, digest: str) -> str:
    """Return ``clippings/<host>/<slug>-<8 hex>/`` for a URL, ``clippings/no-url/<8 hex>/`` for a payload's SHA-256."""
    if not url:
        return f"clippings/no-url/{digest[:8]}/"
    canonical = canonical_url(url)
    parts = urlsplit(canonical)
    segment = unquote(parts.path).rstrip("/").rpartition("/")[2]
    name = slug(re.sub(r"\.\w{2,5}$", "", segment))
    key = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    host = re.sub(r"[^a-z0-9.-]+", "-", _ascii(parts.netloc))[:_HOST_LENGTH].strip(".-")
    return f"clippings/{host or 'no-host'}/{f'{name}-' if name else ''}{key}/"
