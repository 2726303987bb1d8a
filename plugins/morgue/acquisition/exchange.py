"""One request and its answer, as they went over the wire."""

import http.client
import socket
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from morgue.acquisition.clock import Clock
from morgue.acquisition.errors import NETWORK_ERRORS, AcquisitionError, reason_of
from morgue.acquisition.private import is_public
from morgue.acquisition.target import Target
from morgue.acquisition.wire import Bounds, Tape, Tapped

_CONNECTING = 20.0
"""Seconds in which a host must take the connection."""

_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"

_CHUNK = 65536
"""Bytes unpacked at once."""

_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
"""Encodings of a body that a capture is read with later."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer: what was sent and what came, whole, and what it says."""

    target: Target
    at: datetime
    """When it was asked, UTC."""
    peer: str
    """The IP address that answered."""
    sent: bytes
    head: bytes
    """The answer up to its body, with the empty line."""
    body: bytes
    """As it came: chunked and packed, where it was."""
    status: int
    headers: Mapping[str, str]
    content: bytes
    """The body unpacked."""


class _Watched(HTTPConnection):
    """A connection that keeps what is said and heard, and that says nothing to a private address."""

    bounds: Bounds
    private: bool
    peer: str
    said: bytes = b""
    tape: Tape

    def _new_conn(self) -> socket.socket:
        # urllib3's own place for another way to connect; here no byte has been sent, a TLS greeting neither. What is
        # looked at is the address that was reached, so that a name that changes between two look-ups gains nothing.
        sock = super()._new_conn()
        self.peer = sock.getpeername()[0]
        if not self.private and not is_public(self.peer):
            sock.close()
            raise AcquisitionError(
                f"{self.peer} is an address of this machine or of a private network; to capture from it: --private"
            )
        return sock

    def send(self, data: Any) -> None:
        super().send(data)
        self.said += bytes(data)

    def response_class(self, sock: socket.socket, **options: Any) -> http.client.HTTPResponse:  # type: ignore[override]
        def listen(tape: Tape) -> None:
            self.tape = tape

        return http.client.HTTPResponse(Tapped(sock, self.bounds, listen), **options)  # type: ignore[arg-type]


class _Secure(_Watched, HTTPSConnection):
    """The same over TLS, with the certificate verified."""


def exchange(target: Target, user_agent: str, bounds: Bounds, clock: Clock, *, private: bool) -> Exchange:
    """Ask for an address and return what was answered, whatever its status; no redirect is followed.

    A connection serves one request, and no proxy of the environment is used: the address that was reached would be
    the proxy's. Raise AcquisitionError.
    """
    kind = _Secure if target.secure else _Watched
    connection = kind(target.host.strip("[]"), target.port, timeout=min(_CONNECTING, bounds.deadline.left()))
    connection.bounds, connection.private = bounds, private
    at = clock.now()
    headers = {"User-Agent": user_agent, "Accept-Encoding": "gzip, br", "Accept": _ACCEPT, "Connection": "close"}
    try:
        with closing(connection):
            connection.request("GET", target.path, headers=headers, preload_content=False)
            with closing(connection.getresponse()) as response:
                head = bytes(connection.tape.heard)
                content = _content(response, bounds)
    except NETWORK_ERRORS as error:
        raise AcquisitionError(reason_of(error)) from error
    body = bytes(memoryview(connection.tape.heard)[len(head) :])
    return Exchange(
        target, at, connection.peer, connection.said, head, body, response.status, response.headers, content
    )


def _content(response: BaseHTTPResponse, bounds: Bounds) -> bytes:
    """Read an answer's body to its end and return it unpacked."""
    packings = [name.strip().lower() for name in response.headers.get("content-encoding", "").split(",")]
    if not _PACKINGS.issuperset(packings):
        raise AcquisitionError(f"it comes packed in a way that was not asked for ({', '.join(packings)[:60]!a})")
    content = bytearray()
    for piece in response.stream(_CHUNK, decode_content=True):
        content += piece
        if len(content) > bounds.max_bytes:
            raise bounds.too_large()
    return bytes(content)
