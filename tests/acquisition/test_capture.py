"""An address becomes a WARC file: what went over the wire, whole, or nothing and the reason."""

import gzip
import hashlib
import itertools
import socket
import struct
import time
from base64 import b32encode
from pathlib import Path

import brotli
import pytest
import yaml
from warcio.archiveiterator import ArchiveIterator

from morgue.acquisition import AcquisitionError

ANSWERS = yaml.safe_load(Path(__file__).with_name("answers.yml").read_text(encoding="utf-8"))


def records(path):
    """Return the type, address and whole block of each record."""
    with path.open("rb") as file:
        return [
            (record.rec_type, record.rec_headers, record.raw_stream.read())
            for record in ArchiveIterator(file, no_record_parse=True)
        ]


def chunked(*pieces):
    return b"".join(b"%x;x=y\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b"")).replace(
        b"0;x=y\r\n\r\n", b"0\r\nTrailer: x\r\n\r\n"
    )


def test_a_page_is_kept_as_it_went_over_the_wire(site, acquirer, kept):
    sent = site.pages["/talks.html"] = site.answer(Set_Cookie="a=b\r\nX-odd :  spaced \r\nX-Umlaut: ü")
    path = acquirer(morgue_contact="archive@harbour-library.example").add_url(f"{site.url}/talks.html")
    (info, _, said), (_, response, came), (_, request, asked) = records(path)
    assert info == "warcinfo"
    assert b"software: Morgue/" in said
    assert came == sent
    assert asked == site.asked[-1][1] + b"\r\n"
    assert b"User-Agent: Morgue/0.1.0 (+archive@harbour-library.example)\r\n" in asked
    assert b"Cookie" not in asked
    assert response["WARC-Type"] == "response"
    assert response["WARC-Target-URI"] == request["WARC-Target-URI"] == f"{site.url}/talks.html"
    assert response["WARC-Date"] == request["WARC-Date"] == "2025-08-18T14:30:00Z"
    assert response["WARC-IP-Address"] == "127.0.0.1"
    assert response["WARC-Payload-Digest"] == f"sha1:{b32encode(hashlib.sha1(site.PAGE).digest()).decode()}"
    assert request["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert path.read_bytes()[:2] == b"\x1f\x8b"
    name = path.name
    assert name.startswith("talks-")
    assert name.endswith("-20250818143000.warc.gz")
    assert kept() == [f"{path.parent.name}/{name}", f"{path.parent.name}/{name}.meta.yml"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(b"<p>open</p>" * 50), {"Content_Encoding": "gzip"}),
        (brotli.compress(b"<p>open</p>" * 50), {"Content_Encoding": "br"}),
        (chunked(b"<p>op", b"en</p>" * 50), {"Transfer_Encoding": "chunked", "Content_Length": None}),
        (
            chunked(gzip.compress(b"<p>open</p>" * 50)[:7], gzip.compress(b"<p>open</p>" * 50)[7:]),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip", "Content_Length": None},
        ),
        (b"<p>open</p>", {"Content_Length": None}),
        (b"<p>open</p>", {"Content_Type": None}),
        (b"open", {"Content_Type": "text/plain; charset=ascii"}),
    ],
    ids=["gzip", "brotli", "chunked", "chunked gzip", "until it is closed", "no type", "text"],
)
def test_a_body_is_kept_as_it_came(site, acquirer, body, headers):
    sent = site.pages["/"] = site.answer(body, **headers)
    path = acquirer().add_url(site.url)
    assert records(path)[1][2] == sent
    with path.open("rb") as file:
        assert len([record.raw_stream.read() for record in ArchiveIterator(file, check_digests="raise")]) == 3


def test_what_follows_a_body_is_no_part_of_it(site, acquirer):
    site.pages["/"] = site.answer() + b"HTTP/1.1 200 OK\r\n\r\nsmuggled"
    assert records(acquirer().add_url(site.url))[1][2] == site.answer()


@pytest.mark.parametrize(
    ("sent", "reason"), [(case["answer"], case["reason"]) for case in ANSWERS.values()], ids=ANSWERS
)
def test_an_answer_that_is_no_page_leaves_nothing_but_its_reason(site, acquirer, kept, sent, reason):
    site.pages["/"] = sent.encode("latin-1")
    with pytest.raises(AcquisitionError, match=reason):
        acquirer().add_url(site.url)
    assert kept() == []


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b"a" * 50_001),
        ({"Content_Length": None}, itertools.repeat(b"a" * 65536)),
        ({"Content_Length": 10**15}, itertools.repeat(b"a" * 65536)),
        ({"Transfer_Encoding": "chunked", "Content_Length": None}, itertools.repeat(b"1\r\na\r\n" * 9999)),
        ({"Transfer_Encoding": "chunked", "Content_Length": None}, b"0\r\n" + b"Trailer: x\r\n" * 500_000),
        ({"Content_Encoding": "gzip"}, gzip.compress(bytes(10**8))),
        ({"Content_Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(bytes(10**8)))),
        ({"Content_Encoding": "br"}, brotli.compress(bytes(10**7))),
    ],
    ids=["a byte too many", "endless", "a promise", "endless chunks", "trailers", "gzip", "gzip twice", "brotli"],
)
def test_an_answer_that_is_too_large_is_left_alone_soon(site, acquirer, kept, headers, body):
    def send(connection):
        head = {"Content_Length": len(body) if isinstance(body, bytes) else 1, **headers}
        connection.sendall(site.answer(b"", **head))
        for piece in [body] if isinstance(body, bytes) else body:
            connection.sendall(piece)

    site.pages["/"] = send
    begun = time.monotonic()
    with pytest.raises(AcquisitionError, match=r"larger than 50000 bytes; raise MORGUE_MAX_BYTES"):
        acquirer(morgue_max_bytes=50_000).add_url(site.url)
    assert time.monotonic() - begun < 5
    assert kept() == []


@pytest.mark.parametrize(
    "head",
    [b"X-Header: x\r\n" * 101, b"X-Header: " + b"x" * 65537 + b"\r\n"],
    ids=["many headers", "a long header"],
)
def test_a_flood_of_headers_is_named(site, acquirer, head):
    site.pages["/"] = b"HTTP/1.1 200 OK\r\n" + head + b"\r\n<p>"
    with pytest.raises(AcquisitionError, match="head of its answer is beyond all measure"):
        acquirer().add_url(site.url)


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_slow_drip_ends_when_its_time_is_up(site, acquirer, before):
    def drip(connection):
        connection.sendall(before)
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.1)

    site.pages["/"] = drip
    begun = time.monotonic()
    with pytest.raises(AcquisitionError, match=r"more than 0\.5 seconds; .*MORGUE_ADD_SECONDS"):
        acquirer(morgue_add_seconds=0.5).add_url(site.url)
    assert time.monotonic() - begun < 2


def test_a_connection_that_is_reset_in_the_middle_is_named(site, acquirer, kept):
    def reset(connection):
        connection.sendall(site.answer(Content_Length=5000))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    site.pages["/"] = reset
    with pytest.raises(AcquisitionError, match="break"):
        acquirer().add_url(site.url)
    assert kept() == []


@pytest.mark.usefixtures("no_names")
@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://harbour-courier.invalid/", "no host of that name"),
        ("http://127.0.0.1:1/", r"takes no connection \(Connection refused\)"),
        ("https://{host}/", r"no secure connection.*begins with http://"),
    ],
)
def test_a_site_that_cannot_be_reached_is_named(site, acquirer, address, reason):
    with pytest.raises(AcquisitionError, match=reason):
        acquirer().add_url(address.format(host=site.url.removeprefix("http://")))


def test_a_site_is_captured_over_tls_where_its_certificate_holds(secure, acquirer, monkeypatch):
    site, certificate = secure
    site.pages["/"] = site.answer()
    with pytest.raises(AcquisitionError, match=r"certificate does not hold \(self.signed certificate\); if you"):
        acquirer().add_url(site.url)
    assert site.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    path = acquirer().add_url(site.url)
    assert records(path)[1][2] == site.answer()
    with pytest.raises(AcquisitionError, match="its certificate does not hold"):
        acquirer().add_url(site.url.replace("127.0.0.1", "localhost"))


def test_nothing_is_said_to_a_private_address_over_tls_either(secure, acquirer):
    site, _ = secure
    with pytest.raises(AcquisitionError, match="is an address of this machine"):
        acquirer(private=False).add_url(site.url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"])
def test_nothing_is_sent_to_a_private_address_however_it_is_written(site, acquirer, kept, host):
    with pytest.raises(AcquisitionError, match=r"127\.0\.0\.1 is an address of this machine.*--private"):
        acquirer(private=False).add_url(site.url.replace("127.0.0.1", host))
    assert site.asked == []
    assert kept() == []


def test_a_name_that_leads_to_a_private_address_on_its_second_look_up_gains_nothing(site, acquirer, monkeypatch):
    """It is the address of the open connection that counts."""
    real = socket.getaddrinfo
    looked_up = []

    def rebinding(host, *rest, **options):
        looked_up.append(host)
        return real("127.0.0.1", *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(AcquisitionError, match=r"127\.0\.0\.1 is an address of this machine"):
        acquirer(private=False).add_url(f"http://harbour-courier.example:{site.url.rpartition(':')[2]}/")
    assert len(looked_up) == 1
    assert site.asked == []


def test_a_proxy_of_the_environment_is_not_asked(site, other, acquirer, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, other.url)
    site.pages["/"] = site.answer()
    acquirer().add_url(site.url)
    assert other.asked == []


def test_the_same_address_again_makes_a_version(site, acquirer, kept, fake):
    site.pages["/"] = [site.answer(b"<p>first</p>"), site.answer(b"<p>second</p>"), site.answer(b"<p>third</p>")]
    one = acquirer()
    first, second = one.add_url(site.url), one.add_url(site.url)
    fake.slept.append(1)
    third = one.add_url(site.url)
    names = [name for name in kept() if name.endswith(".gz")]
    assert names == [f"{path.parent.name}/{path.name}" for path in (first, second, third)]
    assert [records(path)[1][2][-5:] for path in (first, second, third)] == [b"t</p>", b"d</p>", b"d</p>"]
