"""The pictures that the pages of a crawl show: answers of their own, or held in the page itself."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from morgue.capture.album import Album, Held
from morgue.capture.errors import CaptureError
from morgue.capture.http_body import decoded
from morgue.capture.remembered import Redirects
from morgue.capture.warc_record import Record, http_of, records


def pictures_in(album: Album, file: io.BufferedReader, within: str = "") -> Iterator[Held]:
    """Yield what the pages of an album want of a WARC in it, which is the member ``within`` or the album's own file.

    The file is read once, and one answer at a time is held; where there are several at one address, all come. What is
    broken is passed over: it was told when the captures were read.
    """
    wanted = album.members_by_source()
    redirects = Redirects()
    for record in records(file, album.allowance, album.limits):
        if not isinstance(record, Record) or not record.url or record.kind == "revisit" or record.too_long:
            continue
        member = f"{within}#{record.member}" if within else record.member
        is_page = (f"{album.member}#{member}" if album.member else member) in album.wanted
        names = [url for url in (record.url, *redirects.leading_to(record.url)) if url in wanted]
        try:
            body = _body(record, album, redirects, wanted=is_page or bool(names))
        except CaptureError:
            continue
        if body and is_page:
            yield from album.inner(cast("BinaryIO", io.BytesIO(body)), member)
        for name in names if body else ():
            yield from (Held(each, name, body) for each in wanted[name])


def _body(record: Record, album: Album, redirects: Redirects, *, wanted: bool) -> bytes:
    """Return what is answered where that is wanted; note where an address leads on."""
    http, begins = http_of(record)
    if http and http.status.startswith("3"):
        redirects.note(record.url, http.get("location"))
    if not wanted or (http and http.status != "200"):
        return b""
    content = record.content[begins:]
    if not http:
        return content
    codings = http.get("transfer-encoding"), http.get("content-encoding")
    return decoded(content, *codings, album.limits.bytes, album.allowance)
