"""What is withheld stands nowhere in what a build writes or a command prints; at its address stands a notice."""

import csv
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner

from morgue.address import address_of
from morgue.authority import AuthorityErrors
from morgue.cli import main
from morgue.pipeline import run_archive
from morgue.workspace import open_workspace

SETTINGS = """
SITENAME = "A sample"
SITEURL = "https://archive.example/morgue"
PATH = "content"
OUTPUT_PATH = "output"
THEME = {theme!r}
PLUGIN_PATHS = [{plugins!r}]
PLUGINS = ["morgue"]
TIMEZONE = "UTC"
MORGUE_WORKERS = 1
MORGUE_ACTOR_MIN_CLIPPINGS = 1
"""
PAGE = """<!DOCTYPE html>{saved}<html lang="en"><head><title>Harbour notice {word}</title>
<meta name="description" content="What the harbour office {word} says.">
<meta property="article:published_time" content="1998-05-04T08:00:00Z">
{canonical}</head><body><article><h1>Harbour notice {word}</h1>
<p>The harbour office said on Monday that the {word} basin is open to ships again, three weeks after the storm closed
it, and that the <a href="https://{word}.example/pilots">pilots</a> have begun to bring the first freighters in.</p>
<figure><img src="/{word}.jpg" alt="The {word} at noon"><figcaption>Seen from the {word}</figcaption></figure>
<p>“The {word} wall stands,” said the Harbour Board in a statement, and the {word} Ferry Council agreed with it.</p>
<p>Read also: ten more {word} basins</p>
<p>Repairs to the outer wall go on until the autumn, the office said, and the ferry keeps to its winter timetable until
then, because its landing stage was the part of the quay that the water damaged most in {word}.</p></article>
"""
OTHER = """<!DOCTYPE html><html lang="en"><head><title>Tide table {word}</title>
<link rel="canonical" href="https://other.example/tide"></head><body><article><h1>Tide table {word}</h1>
<p>High water comes twelve minutes later each day of this week, and on Friday the {word} footbridge lies under it for
half an hour about noon, so that walkers to the island should be back on the mainland by eleven in the morning.</p>
<p>The lighthouse keepers ask visitors to leave no boats tied up at the northern steps, which the new pilot boat needs
whenever the wind comes from the east, and to bring drinking water with them until the {word} well is mended.</p>
</article>
"""
SECRET = ("quorlwick", "brimbleth", "snarvolt", "tessamund", "ulverquay", "wendlemoor", "yaxenholt")
"""Words that only captures have which are withheld: plainly, as an older version, by URL, once gone, by their note, and
in a WARC by their place and by their URL."""
OPEN = ("gannetry", "dunlinger")
"""Words of a copy of the same story that is not withheld, and of another page."""
REASON = "Withdrawn at the outlet’s request"


def page(word, url="", saved=""):
    canonical = f'<link rel="canonical" href="{url}">' if url else ""
    return PAGE.format(word=word, canonical=canonical, saved=f"<!-- saved from url=(0031){saved} -->" if saved else "")


def warc(*pages):
    """Return a WARC of responses, each a URL and a page."""
    records = b""
    for url, text in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + text.encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 1998-05-07T08:00:00Z\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        records += head.encode() + answer + b"\r\n\r\n"
    return records


ROWS = [
    ("capture", "url", "captured", "withheld", "reason", "date", "note"),
    ("copy.html", "https://copy.example/notices/1", "", "", "", "", ""),
    ("older.html", "", "1998-05-05", "", "", "", ""),
    ("saved.html#https://saved.example/notices/2", "", "", "true", REASON, "2026-02", SECRET[4]),
    ("crawl.warc", "", "", "", "", "", "All from one crawl."),
    ("crawl.warc#0", "", "", "true", REASON, "2026-01-05", SECRET[4]),
    ("crawl.warc#http://www.crawl.example/notices/5", "", "", "true", REASON, "2026-01-05", ""),
    ("lost.html", "https://lost.example/notices/3", "", "true", REASON, "2026-01-05", ""),
]
CRAWL = warc(
    ("https://crawl.example/notices/4", page(SECRET[5])),
    ("https://crawl.example/notices/5", page(SECRET[6])),
    ("https://other.example/tide", OTHER.format(word=OPEN[1])),
)
PAGES = {
    "plain.html": page(SECRET[0], "https://plain.example/notices/1"),
    "copy.html": page(SECRET[0], "https://plain.example/notices/1"),
    "older.html": page(SECRET[1], "https://plain.example/notices/1"),
    "saved.html": page(SECRET[2], saved="https://saved.example/notices/2"),
    "lost-captured-again.html": page(SECRET[3], "https://lost.example/notices/3"),
    "syndicated.html": page(OPEN[0], "https://syndicated.example/notices/1"),
    "plain.html.meta.yml": (
        f"captured: 1998-05-06\nnote: {SECRET[4]}\nkeep: [{SECRET[4]}]\n"
        f"withheld: true\nreason: {REASON}\ndate: 2026-01-05\n"
    ),
}
WITHHELD = [
    address_of(f"https://{host}.example/notices/{number}", "")
    for host, number in (("copy", 1), ("crawl", 4), ("crawl", 5), ("lost", 3), ("plain", 1), ("saved", 2))
]


@pytest.fixture(scope="module")
def archive(root, tmp_path_factory):
    """Return the folder of an archive, built."""
    folder = tmp_path_factory.mktemp("withheld")
    captures = folder / "content/captures"
    captures.mkdir(parents=True)
    for name, text in PAGES.items():
        (captures / name).write_text(text, encoding="utf-8")
    (captures / "crawl.warc").write_bytes(CRAWL)
    with (captures / "captures.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    for kind, name, text in (
        ("actors", "harbour-board", "name: Harbour Board\nkind: organisation"),
        ("topics", "ports", "label: Ports\nterms: {en: [harbour, ferry]}"),
    ):
        (folder / "content" / kind).mkdir()
        (folder / f"content/{kind}/{name}.md").write_text(f"---\n{text}\n---\n", encoding="utf-8")
    settings = SETTINGS.format(theme=str(root / "theme"), plugins=str(root / "plugins"))
    (folder / "pelican.conf.py").write_text(settings, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MORGUE_") and name != "SITEURL"}
    done = subprocess.run(
        [Path(sys.executable).with_name("pelican"), "-s", "pelican.conf.py"],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def printed(*arguments):
    """Return what a command prints."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False).output


def written(output):
    """Return all files of a site, in small letters, those of the search unpacked."""
    found = {}
    for path in output.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            found[path.relative_to(output).as_posix()] = data.lower()
    return found


def holding(words, output):
    """Return the files that hold one of some words, or the beginning of one, as an index of stems does."""
    return sorted(name for name, data in written(output).items() if any(word[:7].encode() in data for word in words))


def test_no_file_holds_a_word_of_what_is_withheld(archive):
    """No page, list, feed, search record, sitemap, actor's page or summary; and the search would show what it found."""
    assert holding(SECRET, archive / "output") == []
    held = holding(OPEN[:1], archive / "output")
    kinds = (".pf_index", ".pf_fragment", ".atom.xml", "index.html")
    assert all(any(name.endswith(kind) for name in held) for kind in kinds)


def test_its_address_answers_with_since_when_and_why(archive):
    """The notice is kept from search engines, and names neither the piece nor where it stood."""
    for address in WITHHELD:
        tree = lxml.html.parse(str(archive / "output" / address / "index.html")).getroot()
        day = "February 2026" if "saved" in address else "January 5, 2026"
        said = " ".join(tree.xpath("string(//p[@class='lead'])").split())
        assert said == f"Withheld {'in' if 'saved' in address else 'on'} {day}: {REASON}"
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not tree.xpath("//link[@rel='canonical']")
        assert not [link for _, _, link, _ in tree.iterlinks() if "notices" in link]
        assert not tree.xpath("//*[@data-pagefind-body]")


def test_nothing_but_the_list_of_what_is_missing_leads_there(archive):
    """It is in no sitemap and in no list; the story's other copy is a story of its own."""
    files = written(archive / "output")
    for address in WITHHELD:
        own = f"{address}index.html"
        assert [name for name, data in files.items() if address.encode() in data and name != own] == [
            "not-archived/index.html"
        ]
        assert b"notices/3" not in files[own]
    listed = lxml.html.fromstring(files["not-archived/index.html"].decode())
    assert [each.text for each in listed.xpath("//h2[@id='withheld']/following::dt/a")] == sorted(WITHHELD)
    assert address_of("https://syndicated.example/notices/1", "") in files["sitemap.xml"].decode()
    assert b"also in" not in files["index.html"]


def test_the_summary_counts_it(archive):
    """Machines learn how many there are."""
    summary = json.loads((archive / "output/build.json").read_text(encoding="utf-8"))
    counts = summary["counts"]
    assert (counts["withheld"], counts["clippings"], counts["captures"]) == (6, 2, 9)
    assert (summary["refused"], summary["failures"], summary["warnings"]) == ([], [], [])


def test_a_page_beside_them_in_the_same_file_is_shown(archive):
    """With what the table says of the whole file."""
    text = (archive / "output" / address_of("https://other.example/tide", "") / "index.html").read_text(
        encoding="utf-8"
    )
    assert "All from one crawl." in text


def test_a_command_says_of_it_where_it_lies_and_why(archive, monkeypatch):
    """What inspect and report print is an export too; a new capture of a withheld address is withheld there."""
    captures = "content/captures"
    monkeypatch.chdir(archive)
    lines = printed("inspect", *(f"{captures}/{name}.html" for name in ("plain", "lost-captured-again")))
    for line, host in zip(map(json.loads, lines.splitlines()), ("plain", "lost"), strict=True):
        said = {name for name, value in line.items() if value}
        assert said == {"schema", "origin", "sha256", "url", "refused"}
        assert line["url"].startswith(f"https://{host}.example/")
        assert line["refused"] == f"withheld on 2026-01-05: {REASON}"
    for command in (("inspect", "--pretty"), ("inspect", "--removed"), ("report", "--json")):
        said = printed(*command, f"{captures}/plain.html", f"{captures}/saved.html", f"{captures}/crawl.warc").lower()
        assert said
        assert not [word for word in SECRET if word in said]


def test_it_stays_withheld_when_its_capture_is_deleted(archive):
    """The row that names the address is enough; a sidecar that names none needs its capture."""
    captures = archive / "content/captures"
    for name in ("saved.html", "lost-captured-again.html", "plain.html"):
        (captures / name).unlink()
    with pytest.raises(AuthorityErrors, match=r"^content/captures/plain\.html\.meta\.yml:1: there is no capture plain"):
        open_workspace({}, archive)
    sidecar = captures / "plain.html.meta.yml"
    sidecar.write_text(f"{PAGES[sidecar.name]}url: https://plain.example/notices/1\n", encoding="utf-8")
    collated = run_archive(open_workspace({}, archive), lambda outcomes, _: outcomes, print)
    assert list(collated.withheld) == [address for address in WITHHELD if "copy" not in address]
    assert len(collated.records) == 3
