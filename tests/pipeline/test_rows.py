"""Rows of a table that speak of something in a file: known to be wrong once the file has been read."""

import pytest

from morgue.authority import AuthorityErrors

TABLE = "captures/captures.csv"
URL = "https://tidewater-monitor.example/notices/1"


def saved(archive, url):
    """Write a page whose address a comment of the browser's names."""
    archive.page(1)
    path = archive.root / "content/captures/page-001.html"
    text = path.read_text(encoding="utf-8").replace("<!DOCTYPE html>", f"<!-- saved from url=(0042){url} -->", 1)
    path.write_text(text, encoding="utf-8")


def test_a_row_that_names_nothing_in_its_file_stops_the_run_behind_the_last_page(archive):
    """The line and the nearest right name are told; a command prints what it read, and ends with status 1."""
    saved(archive, URL)
    archive.write(TABLE, f"capture,title\npage-001.html#{URL}5,Harbour\npage-001.html#200,Quay\n")
    with pytest.raises(AuthorityErrors) as raised:
        archive.outcomes()
    assert str(raised.value).splitlines() == [
        f"content/{TABLE}:2: capture: nothing in the file is {URL}5; did you mean {URL}?",
        f"content/{TABLE}:3: capture: nothing in the file is 200",
    ]
    run = archive.inspect()
    assert run.returncode == 1
    assert len(run.stdout.splitlines()) == 1
    assert f"content/{TABLE}:3: capture: nothing".encode() in run.stderr


def test_a_row_by_url_describes_the_page_that_says_so(archive):
    saved(archive, URL)
    archive.write(TABLE, f"capture,title\npage-001.html#http://www.{URL[8:]}?utm_source=x,Harbour\n")
    assert [outcome.clipping.title for outcome in archive.outcomes()] == ["Harbour"]


def test_rows_for_what_a_broken_file_held_stop_nothing(archive):
    """A bad file costs a line in a report."""
    archive.write("captures/empty.html", "")
    archive.write(TABLE, "capture,title\nempty.html#12,Harbour\nempty.html#https://quay.example/,Quay\n")
    [failure] = archive.outcomes()
    assert "empty" in failure.reason


def test_a_row_that_withholds_what_was_taken_out_of_its_file_may_stay(archive):
    """It names the address, so that the address still answers."""
    saved(archive, URL)
    archive.write(
        TABLE,
        "capture,url,withheld,reason,date\n"
        f"page-001.html#200,{URL}2,true,By order,2026\npage-001.html#{URL}3,,true,By order,2026\n",
    )
    assert len(archive.outcomes()) == 1


def test_what_is_withheld_and_cannot_be_read_must_say_where_it_stands(archive):
    """Else the next capture of its address would be shown; with its url the failure is one as any other."""
    archive.page(1)
    archive.write("captures/broken.html", "")
    said = "withheld: true\nreason: By order\ndate: 2026\n"
    archive.write("captures/broken.html.meta.yml", said)
    with pytest.raises(
        AuthorityErrors, match=r"^content/captures/broken\.html:1: it is withheld and cannot be read, so"
    ):
        archive.outcomes()
    archive.write("captures/broken.html.meta.yml", f"{said}url: {URL}\n")
    assert len(archive.outcomes()) == 2
