"""What files say of where and when they were saved, as the command tells it: no credentials, no made-up year."""

import json

import pytest
from click.testing import CliRunner

from morgue.cli import main

SECRET = "the-word-of-the-desk"
TEXT = "".join(
    f"<p>The harbour office said in its notice number {number} that the outer basin stays closed to ships until the "
    "wall has been mended, and that the ferry keeps to its winter timetable.</p>"
    for number in range(3)
)


def html(comment="", head=""):
    body = f"<body><article><h1>The basin stays closed</h1>{TEXT}</article></body>"
    return (
        f"<!DOCTYPE html><html lang=en>{comment}<head><title>The basin stays closed</title>{head}</head>{body}</html>"
    )


def single_file(url="", date=""):
    return html(f"<!--\n Page saved with SingleFile\n url: {url}\n saved date: {date}\n-->")


def saved_from(url="", date=""):  # noqa: ARG001
    return html(f"<!-- saved from url=(0040){url} -->")


def mhtml(url="", date=""):
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {url}\nDate: {date}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Location: {url}\n\n{html()}\n--B--\n"
    )


def canonical(url="", date=""):
    return html(head=f'<link rel=canonical href="{url}"><meta property=article:published_time content="{date}">')


MAKERS = [single_file, saved_from, mhtml, canonical]

CREDENTIALS = [
    f"https://desk:{SECRET}@herald.example/plan",
    f"https://{SECRET}@herald.example/plan",
    f"https://desk:{SECRET}@herald.example:99999/plan",
    f"HTTPS://desk:{SECRET}@HERALD.example/plan",
    f"https:\\\\desk:{SECRET}@herald.example/plan",
]
NONE = ["https://herald.example/" + "x" * 64_000, "javascript:alert(1)", "https://", "https://[::1", "file:///etc/x"]
ANY_SCRIPT = ["https://xn--hfen-loa.example/plan", "https://häfen.example/plan"]
DATES = [
    "Thu, 26 Nov 0000 10:00:00 +0100",
    "Fri, 31 Dec 9999 23:59:59 -1200",
    "Thu Nov 26 0000 10:00:00 GMT+0100 (CET)",
    "Fri Dec 31 9999 23:59:59 GMT-1200 (CET)",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "99999-01-01",
]


@pytest.fixture
def told(tmp_path):
    """Return a function that says what the command tells of some files, a line each, and all that it printed."""

    def told(*payloads):
        for number, payload in enumerate(payloads):
            (tmp_path / f"{number:03}").write_text(payload, "utf-8")
        shown = CliRunner().invoke(main, ["inspect", str(tmp_path)]).stdout
        lines = [json.loads(line) for line in shown.splitlines()]
        assert [line["error"] for line in lines] == [None] * len(payloads)
        return lines, shown

    return told


def test_credentials_in_an_address_are_never_told(told):
    lines, shown = told(*(made(url) for made in MAKERS for url in CREDENTIALS))
    assert {line["url"] for line in lines} == {None}
    assert SECRET not in shown


def test_an_address_that_is_none_is_none(told):
    lines, _ = told(*(made(url) for made in MAKERS for url in NONE))
    assert {line["url"] for line in lines} == {None}


def test_an_address_in_any_script_stays(told):
    lines, _ = told(*(made(url) for made in MAKERS for url in ANY_SCRIPT))
    assert [line["url"] for line in lines] == ANY_SCRIPT * len(MAKERS)


def test_a_year_that_nothing_was_saved_in_is_no_date(told):
    lines, _ = told(*(made("https://herald.example/plan", date) for made in MAKERS for date in DATES))
    assert {(line["captured"], line["published"]) for line in lines} == {(None, None)}


def test_a_page_of_entities_is_read(told):
    entities = "&amp;&lt;&#65;&#x41;&nbsp;&bogus;&#0;&#xd800;&#x110000; " * 2_000
    (line,), _ = told(html().replace("</article>", f"<p>{entities}</p></article>"))
    assert "The harbour office" in line["text"]


def test_entities_of_a_document_type_are_not_unfolded(told):
    laughs = "".join(f'<!ENTITY h{level} "{f"&h{level - 1};" * 10}">' for level in range(1, 10))
    payload = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY h0 "ha">{laughs}]>{html().partition(">")[2]}'
    _, shown = told(payload.replace("</article>", "<p>&h9;</p></article>"))
    assert len(shown) < 100_000
