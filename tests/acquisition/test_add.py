"""The command: what it takes in, what it tells, how it ends, and how it goes on where it was stopped."""

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests import interrupts

from morgue.acquisition.fetch import Fetcher
from morgue.cli import main

PAGE = b"<!DOCTYPE html><html><body><p>The basin is open.</p></body></html>"


@pytest.fixture
def run(monkeypatch, archive):
    """Return a function that runs ``morgue add --private`` in an archive where nobody waits."""
    (archive / "pelican.conf.py").write_text("MORGUE_ADD_DELAY = 0\n", encoding="utf-8")
    monkeypatch.chdir(archive)

    def run(*arguments, private=True, **options):
        return CliRunner().invoke(main, ["add", *(["--private"] if private else []), *map(str, arguments)], **options)

    return run


@pytest.fixture
def pages(site):
    """Return the addresses of five pages."""
    names = [f"/page-{number}.html" for number in range(1, 6)]
    site.pages |= {name: site.answer() for name in names}
    return [site.url + name for name in names]


@pytest.fixture
def captured(kept):
    """Return a function that lists the captured pages by the beginning of their names."""
    return lambda: [name.rpartition("/")[2][:6] for name in kept() if name.endswith(".gz")]


def test_a_page_is_captured_and_its_file_told(run, archive, pages):
    result = run(pages[0])
    assert (result.exit_code, result.stderr) == (0, "1 added\n")
    path = archive / result.stdout.removesuffix("\n")
    assert path.is_file()
    assert path.is_relative_to(archive / "content/captures")
    sidecar = path.with_name(path.name + ".meta.yml").read_text(encoding="utf-8")
    assert sidecar.startswith(f"# Captured with morgue add from {pages[0]}\ncaptured: 20")


def test_what_fails_is_told_with_its_reason_and_the_rest_is_added(run, pages, captured, site, tmp_path):
    (tmp_path / "saved.html").write_bytes(PAGE)
    (tmp_path / "saved.bin").write_bytes(b"\x7fELF\x01\x02" * 99)
    result = run(pages[0], f"{site.url}/lost.html", tmp_path / "saved.html", tmp_path / "saved.bin", pages[1], pages[0])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    lost, unknown, counts = result.stderr.splitlines()
    assert lost == f"{site.url}/lost.html: the site has no such page (404); check the address"
    assert unknown.startswith(f"{tmp_path / 'saved.bin'}: this kind of file is not supported")
    assert counts == "3 added, 2 failed"
    assert captured() == ["page-1", "page-2"]


def test_the_folder_of_a_page_saved_as_complete_is_told_to_stay_behind(run, kept, tmp_path):
    (tmp_path / "saved.html").write_bytes(PAGE)
    (tmp_path / "saved-Dateien").mkdir()
    result = run(tmp_path / "saved.html")
    assert f"{tmp_path / 'saved.html'}: saved-Dateien is not copied along" in result.stderr
    assert kept() == ["saved.html"]


def test_on_a_terminal_a_bar_shows_how_far_it_is_and_at_what(run, pages, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    result = run(pages[0], pages[1])
    assert "2/2" in result.stderr
    assert pages[1] in result.stderr
    assert len(result.stdout.splitlines()) == 2
    assert all(line.endswith(".warc.gz") for line in result.stdout.splitlines())


def test_a_private_address_is_refused_unless_told(run, pages, captured, site):
    result = run(pages[0], private=False)
    assert result.exit_code == 1
    assert "is an address of this machine or of a private network; to capture from it: --private" in result.stderr
    assert captured() == site.asked == []


def test_outside_an_archive_it_says_where_to_go(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("https://harbour-courier.example/")
    assert result.exit_code == 1
    assert "go to the folder of its pelican.conf.py" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name addresses or files, or a list of addresses with --from"),
        (["https://a.example/", "--from", "https://a.example/rss"], "or a list of addresses with --from"),
        (["-", "page.html"], "- stands alone"),
        (["https://a.example/", "--url", "https://b.example/"], "--url goes with -"),
        (["a.example/talks"], "an address begins with https:// (https://a.example/talks?)"),
        (["x" * 5000], "there is no file xxx"),
        (["content"], "content is a folder; name its files"),
        (["--from", "list.txt"], "there is no file list.txt"),
        (["--from", "https://a.example/rss", "--limit", "0"], "--limit"),
    ],
)
def test_wrong_usage_is_told(run, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_a_page_on_standard_input_is_kept(run, kept):
    result = run("-", "--url", "https://harbour-courier.example/talks", input=PAGE)
    assert (result.exit_code, result.stderr) == (0, "1 added\n")
    assert all(name.startswith("harbour-courier.example/talks-") for name in kept())
    assert len(kept()) == 2
    assert run("-", input=b"").stderr == "-: the file is empty; capture the page again\n1 failed\n"
    assert "carries a name or password" in run("-", "--url", "https://a:b@a.example/", input=PAGE).stderr


def test_a_list_is_captured_each_address_once(run, pages, captured, tmp_path):
    (tmp_path / "list.txt").write_text("\n".join(["# the harbour", *pages, pages[0], "no address"]), encoding="utf-8")
    result = run("--from", tmp_path / "list.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "no address: it is no address of a page; correct it",
        "What failed is tried again by the same command with --new.",
        "5 added, 1 failed",
    ]
    assert captured() == ["page-1", "page-2", "page-3", "page-4", "page-5"]


def test_a_list_is_taken_no_further_than_wanted(run, pages, captured):
    result = run("--from", "-", "--limit", "2", input="\n".join(pages))
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "- names more than 2 addresses: the first 2 are captured; --limit takes more",
        "2 added",
    ]
    assert captured() == ["page-1", "page-2"]


def test_a_sitemap_is_read_where_it_is_and_robots_txt_kept_to(run, pages, captured, site):
    site.pages |= {
        "/index.xml": site.answer(
            f"<sitemapindex><sitemap><loc>{site.url}/one.xml</loc></sitemap><sitemap><loc>/two.xml</loc></sitemap>"
            f"<sitemap><loc>{site.url}/lost.xml</loc></sitemap></sitemapindex>".encode(),
            Content_Type="application/xml",
        ),
        "/one.xml": site.answer(f"<urlset><url><loc>{pages[0]}</loc></url></urlset>".encode()),
        "/two.xml": site.answer(f"<urlset><url><loc>{pages[1]}</loc></url></urlset>".encode()),
        "/robots.txt": site.answer(b"User-agent: *\nDisallow: /two.xml"),
    }
    result = run("--from", f"{site.url}/index.xml")
    assert result.exit_code == 1
    forbidden, lost, _, counts = result.stderr.splitlines()
    assert forbidden.startswith(f"{site.url}/two.xml: {site.url}/robots.txt does not allow it")
    assert lost.startswith(f"{site.url}/lost.xml: the site has no such page")
    assert counts == "1 added, 2 failed"
    assert captured() == ["page-1"]


def test_a_list_names_addresses_and_never_files_of_this_machine(run, kept, tmp_path):
    path = tmp_path / "saved.html"
    path.write_bytes(PAGE)
    result = run("--from", "-", input=f"{path}\nfile:{path}\nfile://{path}\n")
    assert result.stderr.count("only addresses with http:// and https:// can be captured") == 3
    assert kept() == []


def test_what_is_no_list_is_told(run, pages, captured):
    result = run("--from", pages[0])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{pages[0]}: it is no feed or sitemap, but html")
    assert captured() == []


def test_the_same_list_again_makes_versions_unless_only_new_ones_are_wanted(run, pages, captured):
    lines = "\n".join(pages[:2])
    assert run("--from", "-", input=lines).stderr == "2 added\n"
    assert run("--from", "-", input=lines).stderr == "2 added\n"
    result = run("--new", "--from", "-", input="\n".join(pages[:3]))
    assert (result.exit_code, result.stderr) == (0, "1 added, 2 passed over\n")
    assert captured() == ["page-1", "page-1", "page-2", "page-2", "page-3"]


def test_an_interrupted_list_goes_on_where_it_was(run, pages, captured, archive, monkeypatch):
    fetch = Fetcher.fetch

    def interrupted(self, address):
        if address == pages[2]:
            raise KeyboardInterrupt
        return fetch(self, address)

    with monkeypatch.context() as patch:
        patch.setattr(Fetcher, "fetch", interrupted)
        result = run("--from", "-", input="\n".join(pages))
    assert result.exit_code == 1
    assert result.stderr == ("Stopped. 2 added; what is added is kept. The same command goes on with the rest.\n")
    result = run("--from", "-", input="\n".join(pages))
    assert (result.exit_code, result.stderr) == (0, "3 added, 2 passed over\n")
    assert captured() == ["page-1", "page-2", "page-3", "page-4", "page-5"]
    assert not (archive / ".morgue-add").exists()


@pytest.mark.long
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_killed_leaves_nothing_half_and_goes_on_where_it_was(run, pages, site, kept, how):
    asked, over = threading.Event(), threading.Event()

    def hang(_):
        asked.set()
        over.wait(20)

    site.pages["/page-3.html"] = hang
    Path("list.txt").write_text("\n".join(pages), encoding="utf-8")
    command = [sys.executable, "-m", "morgue.cli", "add", "--private", "--from", "list.txt"]
    with interrupts.heard():
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    with process:
        assert asked.wait(20)
        begun = time.monotonic()
        process.send_signal(how)
        _, told = process.communicate(timeout=60)
        assert time.monotonic() - begun < 10  # it takes some tenths; the page would keep it for twenty
    over.set()
    assert len([name for name in kept() if name.endswith(".warc.gz")]) == 2
    assert not [name for name in kept() if not name.endswith((".warc.gz", ".meta.yml"))]
    if how == signal.SIGINT:
        assert process.returncode == 1
        assert told.startswith("Stopped. 2 added")
    site.pages["/page-3.html"] = site.answer()
    assert run("--from", "list.txt").stderr == "3 added, 2 passed over\n"


def test_a_journal_that_was_cut_off_costs_one_page(run, pages, captured, archive, monkeypatch):
    monkeypatch.setattr("morgue.acquisition.journal.Journal.close", lambda _: None)
    run("--from", "-", input="\n".join(pages[:2]))
    (journal,) = (archive / ".morgue-add").iterdir()
    os.truncate(journal, journal.stat().st_size - 3)
    assert run("--from", "-", input="\n".join(pages[:2])).stderr == "1 added, 1 passed over\n"
    assert run("--from", "-", input="\n".join(pages[:2])).stderr == "2 passed over\n"
    assert captured() == ["page-1", "page-2", "page-2"]


def test_where_nothing_can_be_written_it_stops_and_says_so(run, pages, archive, site):
    (archive / "content/captures" / site.url.removeprefix("http://").replace(":", "-")).write_bytes(b"in the way")
    result = run(*pages)
    assert result.exit_code == 1
    assert "cannot be written (" in result.stderr
    assert site.paths == ["/robots.txt", "/page-1.html"]


def test_what_a_stranger_wrote_is_told_in_signs_that_show(run):
    result = run("--from", "-", input=b"https://a.example/\x1b[2J\x07\n" + b"x" * 100_000)
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr
    assert len(result.stderr) < 1000


ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Harbour reopens</title></head><body><article>
<h1>Harbour reopens</h1>
<p>The harbour office said on Monday that the eastern basin is open to ships again, three weeks after the storm closed
it, and that the pilots have begun to bring the first of the waiting freighters in.</p><p>{}</p></article></body></html>
"""


def inspected(archive):
    result = CliRunner().invoke(main, ["inspect", str(archive / "content" / "captures")])
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_page_that_was_captured_twice_is_read_as_two_versions_of_one_address(run, site, archive):
    site.pages["/talks"] = [
        site.answer(ARTICLE.format(words).encode()) for words in ("Repairs go on.", "They are done.")
    ]
    for _ in range(2):
        assert run(f"{site.url}/talks").exit_code == 0
    first, second = inspected(archive)
    assert first["url"] == second["url"] == f"{site.url}/talks"
    assert first["title"] == second["title"] == "Harbour reopens"
    assert first["text"].endswith("Repairs go on.")
    assert second["text"].endswith("They are done.")
    assert first["captured"] <= second["captured"]


def test_a_page_that_was_led_to_is_read_under_the_address_that_it_has(run, site, archive):
    packed = gzip.compress(ARTICLE.format("Repairs go on.").encode())
    site.pages |= {
        "/short": site.leading("/talks"),
        "/talks": site.answer(
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed),
            Content_Encoding="gzip",
            Transfer_Encoding="chunked",
            Content_Length=None,
        ),
    }
    assert run(f"{site.url}/short").exit_code == 0
    (page,) = inspected(archive)
    assert (page["url"], page["title"]) == (f"{site.url}/talks", "Harbour reopens")
