"""Exchanges are written as a WARC file, version 1.1, as they went over the wire."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from morgue.acquisition.exchange import Exchange


class _AsItCame(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """The head of a message in its own bytes; warcio would write it anew from what it read of it."""

    def __init__(self, head: bytes) -> None:
        super().__init__(head.partition(b"\r\n")[0].decode("latin-1"), [])
        self._head = head

    def compute_headers_buffer(self, _: object = None) -> None:
        """Give the bytes."""
        self.headers_buff = self._head


def warc_of(hops: Sequence[Exchange], software: str, user_agent: str, written: datetime) -> bytes:
    """Return a WARC file, gzipped record by record: who wrote it, then each answer and the request for it.

    A redirect's exchange stands before what it led to.
    """
    file = BytesIO()
    writer = WARCWriter(file, gzip=True, warc_version="1.1")
    info = writer.create_warcinfo_record(
        None,
        {
            "software": software,
            "format": "WARC file version 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "RFC 9309",
            "http-header-user-agent": user_agent,
        },
    )
    info.rec_headers.replace_header("WARC-Date", _date(written))
    writer.write_record(info)
    for hop in hops:
        response = _record(writer, hop, "response", hop.head, hop.body)
        writer.write_request_response_pair(_record(writer, hop, "request", hop.sent, b""), response)
    return file.getvalue()


def _record(writer: WARCWriter, hop: Exchange, kind: str, head: bytes, body: bytes) -> ArcWarcRecord:
    return writer.create_warc_record(
        hop.target.url,
        kind,
        payload=BytesIO(body),
        length=len(body),
        http_headers=_AsItCame(head),
        warc_headers_dict={"WARC-Date": _date(hop.at), "WARC-IP-Address": hop.peer},
    )


def _date(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
