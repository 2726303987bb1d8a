"""What else a WARC holds of a page: the answers at some addresses, as those of its pictures."""

import io
from collections.abc import Collection, Iterator

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.http_body import decoded
from morgue.capture.remembered import Redirects
from morgue.capture.warc_record import Record, http_of, records
from morgue.limits import Limits


def answers(
    file: io.BufferedReader, wanted: Collection[str], allowance: Allowance, limits: Limits
) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted addresses, and those that lead on, with the body of each answer, in the order of the file.

    The file is read once from where it stands, and one answer at a time is held. What is broken is passed over: it was
    told when the captures were read. Raise CaptureError where the file comes to more than it may.
    """
    redirects = Redirects()
    for record in records(file, allowance, limits):
        if not isinstance(record, Record) or not record.url or record.kind == "revisit" or record.too_long:
            continue
        try:
            body = _body(record, wanted, redirects, limits)
        except CaptureError:
            continue
        if body:
            yield from ((url, body) for url in (record.url, *redirects.leading_to(record.url)) if url in wanted)


def _body(record: Record, wanted: Collection[str], redirects: Redirects, limits: Limits) -> bytes:
    """Return what is answered where that is wanted; note where an address leads on."""
    http, begins = http_of(record)
    if http and http.status.startswith("3"):
        redirects.note(record.url, http.get("location"))
        return b""
    names = (record.url, *redirects.leading_to(record.url))
    if (http and http.status != "200") or not any(url in wanted for url in names):
        return b""
    if not http:
        return record.content
    codings = http.get("transfer-encoding"), http.get("content-encoding")
    return decoded(record.content[begins:], *codings, limits.bytes)
