"""A page that ArchiveBox saved: a folder with the same page in several forms, of which one is the capture.

``index.json`` in it says where and when. This is how ArchiveBox 0.4 to 0.8 keep a snapshot.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from morgue.address import canonical_url
from morgue.capture.archivebox_folder import INDEX, file_of
from morgue.capture.errors import CaptureError
from morgue.capture.said import address, moment, moment_written
from morgue.capture.signs import begins_with_tag
from morgue.capture.source import BUFFER, Source, up_to
from morgue.model import Capture, Failure

_MOST_INDEX = 2_000_000
"""Bytes of the index; in memory it may take some thirty times as much."""
_WARC = "warc"
_PAGES = (
    ("singlefile", "singlefile.html"),
    ("dom", "output.html"),
    (_WARC, ""),
    ("wget", ""),
    ("readability", "readability/content.html"),
    ("mercury", "mercury/content.html"),
)
"""Who saved a page and where, the fullest first: as a browser showed it, with its pictures and without; as the server
sent it, in a WARC or with its links rewritten; and what others took for the article."""


def captures(folder: Path, source: Source) -> Iterator[Capture | Failure]:
    """Yield the page that a snapshot is of, in the fullest form that can be read.

    Raise CaptureError where there is none.
    """
    index: Any = None
    try:
        index = _index(folder)
    except CaptureError as error:
        yield source.failure(INDEX, str(error))
    faults = []
    for method, place in _PAGES:
        for member in _members(folder, index, method, place):
            found = _page(folder, source, index, method, member)
            if isinstance(found, Capture):
                yield found
                return
            faults.append(f"{member}: {found}")
    raise CaptureError(f"no page in this snapshot can be read ({'; '.join(faults) or 'there is none'}); save it again")


def _index(folder: Path) -> Any:
    file = file_of(folder, INDEX)
    if not file or file.stat().st_size > _MOST_INDEX:
        raise CaptureError("it is missing, a link, or larger than 2 MB: when and where the page was saved is not known")
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        raise CaptureError(
            "it cannot be read as JSON: when and where the page was saved is not known; say so in a sidecar"
        ) from None


def _members(folder: Path, index: Any, method: str, place: str) -> list[str]:
    """Return where in a snapshot a page may be that was saved in some way."""
    found: list[str] = []
    if method == _WARC:
        with suppress(OSError):
            found = sorted(f"{_WARC}/{path.name}" for path in (folder / _WARC).iterdir())
    else:
        said = place or _last(index, method).get("output")
        found = [said] if isinstance(said, str) else []
    return [member for member in found if file_of(folder, member)]


def _page(folder: Path, source: Source, index: Any, method: str, member: str) -> Capture | str:
    """Return the page in a file, or why it is none."""
    said = _value(index, "url")
    url = address(said) if isinstance(said, str) else None
    try:
        with (folder / member).open("rb", buffering=BUFFER) as file:
            if method == _WARC:
                return _of_url(source.inner(file, member), url)
            payload = up_to(source.limits.bytes + 1, file)
        if len(payload) > source.limits.bytes:
            return f"it is larger than {source.limits.bytes} bytes; raise MORGUE_MAX_BYTES to take it in"
        if payload and not begins_with_tag(payload):
            return "it is no page"
        captured = _captured(index, method)
        return source.capture(payload, member, url=url, captured=captured, media_type="text/html")
    except CaptureError as error:
        return str(error)
    except OSError as error:
        return f"it cannot be read ({error.strerror})"


def _of_url(found: Iterator[Capture | Failure], url: str | None) -> Capture | str:
    """Return the page of an address among what a WARC holds, or else the first, to which that led."""
    first: Capture | None = None
    fault = "it holds no page"
    for each in found:
        if isinstance(each, Failure):
            fault = each.reason
        elif url and each.url and canonical_url(each.url) == canonical_url(url):
            return each
        else:
            first = first or each
    return first or fault


def _captured(index: Any, method: str) -> str | None:
    """Return when a page was saved; where that is not said, when ArchiveBox was asked to."""
    for said in (_last(index, method).get("start_ts"), _value(index, "downloaded_at")):
        if isinstance(said, str) and (found := moment_written(said)):
            return found
    with suppress(ValueError, OverflowError, OSError, TypeError):
        return moment(datetime.fromtimestamp(float(_value(index, "timestamp")), UTC))
    return None


def _last(index: Any, method: str) -> dict[str, Any]:
    """Return what an index says of the last time that a page was saved in some way."""
    tries = _value(_value(index, "history"), method)
    return tries[-1] if isinstance(tries, list) and tries and isinstance(tries[-1], dict) else {}


def _value(mapping: Any, key: str) -> Any:
    return mapping.get(key) if isinstance(mapping, dict) else None
