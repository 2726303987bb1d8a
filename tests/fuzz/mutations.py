"""Sound files, damaged: what fuzzing feeds to a reader. Hypothesis chooses, and finds the least damage that does it."""

from hypothesis import strategies as st

TOKENS = (
    b"",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r\n",
    b"\r\n\r\n",
    b"\n",
    b"-1",
    b"0",
    b"9" * 20,
    b"0x10",
    b"1e9",
    b"0000-00-00T00:00:00Z",
    b"9999-12-31T23:59:59Z",
    b"\x1f\x8b\x08",
    b"\x28\xb5\x2f\xfd",
    b"PK\3\4",
    b"PK\1\2",
    b"PK\5\6",
    b"PK\6\6",
    b"WARC/1.0\r\n",
    b"WARC/1.1\r\n",
    b"WARC-Type: revisit\r\n",
    b"Content-Length: -5\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Content-Encoding: br, gzip\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"HTTP/1.1 301 Moved\r\nLocation: /\r\n",
    b"multipart/related;",
    b'boundary=""',
    b"Content-Transfer-Encoding: base64\r\n",
    b"charset=utf-7",
    b'charset="=?utf-8?q?=00?="',
    b"=?x?b?//?=",
    b"../",
    b"/etc/",
    b"<div>" * 300,
    b"<table><tr><td>",
    b"</p>",
    b"<!--",
    b"]]>",
    b"<script>",
    b"&#0;",
    b"&#xD800;",
    b"&" * 200,
    b"<a href=",
    b"http://u:p@h.example:99999/",
    b"https://[::1",
    b"javascript:",
    b"data:image/png;base64,",
    b"<meta charset=utf-16>",
    b'<script type=application/ld+json>[[{"@type":',
    b"\xe2\x80\xae",
    b'"' * 50,
    b",\n",
    b"*a",
    b"&a [",
    b"!!python/object:",
)


@st.composite
def damaged(draw, seeds):
    """Draw one of some sound files with up to six edits: a part cut out, doubled, overwritten, moved or joined on."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from([0, 1, 2, 4, 16, 100, 1000, 10**9])))
        kind = draw(st.sampled_from(["token", "bytes", "cut", "double", "flip", "join"]))
        part = data[at:end]
        if kind == "token":
            part = draw(st.sampled_from(TOKENS))
        elif kind == "bytes":
            part = draw(st.binary(max_size=8))
        elif kind == "double":
            part = part * 2
        elif kind == "flip":
            part = bytes(byte ^ draw(st.sampled_from([1, 0x20, 0x80, 0xFF])) for byte in part[:4]) + part[4:]
        elif kind == "join":
            other = draw(st.sampled_from(seeds))
            part = other[draw(st.integers(0, len(other))) :]
        else:
            part = b""
        data = data[:at] + part + data[end:]
        if len(data) > 200_000:
            data = data[:200_000]
    return data
