import gzip
import json
import os
import subprocess
import sys

import cbor2
import pytest

from morgue.publication.search import SearchError, build_index
from morgue.publication.search import pagefind as service
from morgue.publication.search.order import put_in_order

TOPICS = ["Peace talks", "Security guarantees", "Grain exports", "Überwachung"]
ACTORS = ["NATO", "United Nations", "Norway", "Sweden", "Finland"]
PAGE = """<!doctype html>
<html lang="en"><head><title>{title}</title></head><body>
<article data-pagefind-body lang="en" dir="ltr">
<h1 data-pagefind-meta="title">{title}</h1>
<div hidden data-pagefind-ignore>
<span data-pagefind-meta="all">zzallzz</span>{filters}<time data-pagefind-sort="date">2025-08-{day:02}</time>
</div>
<p>{text}</p>
</article></body></html>"""
LISTED = "<!doctype html><html lang='en'><title>A list</title><p>Not indexed: no data-pagefind-body here</p></html>"
PAGES = 12
REFUSING = """[ "$1" = --version ] && echo pagefind 1.5.2 && exit
printf '%s,' "$(printf '{"payload":{"type":"Error","message":"bad language"}}' | base64 -w0)"
cat > /dev/null"""


def write_site(site, numbers):
    """Write twelve pages, a list and no more, in a given order."""
    for number in numbers:
        facets = [("topic", TOPICS[number % 4]), ("topic", TOPICS[number % 3]), ("actor", ACTORS[number % 5])]
        facets += [("year", str(2015 + number)), ("source", f"Outlet {number % 7}")]
        page = PAGE.format(
            title=f"Talks, day {number}",
            day=1 + number // 3,
            filters="".join(
                f'<span data-pagefind-filter="{name}">{value}</span>' for name, value in sorted(set(facets))
            ),
            text=f"The ministry said on day {number} that guarantees were near. " + f"Word{number} 安全保障 " * 20,
        )
        path = site / f"clippings/outlet-{number % 7}.example/talks-{number}/index.html"
        path.parent.mkdir(parents=True)
        path.write_text(page, encoding="utf-8")
    (site / "index.html").write_text(LISTED, encoding="utf-8")


def contents(bundle):
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in bundle.rglob("*") if path.is_file()}


def unpacked(path):
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    write_site(folder / "site", range(PAGES))
    assert build_index(folder / "site", folder / "site/pagefind", "en") == PAGES
    return folder / "site/pagefind"


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_same_pages_make_the_same_bytes(seed, bundle, tmp_path):
    """Neither the order of folders nor that of hash maps, Python's or Pagefind's, reaches the bundle."""
    write_site(tmp_path / "other", reversed(range(PAGES)))
    code = "import sys, pathlib; from morgue.publication.search import build_index as b; "
    code += "b(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), 'en')"
    command = [sys.executable, "-c", code, tmp_path / "other", tmp_path / "bundle"]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    assert contents(tmp_path / "bundle") == contents(bundle)


def test_the_bundle_holds_what_a_search_page_needs_and_no_more(bundle):
    """The core is there, one language's word stems, the files that the entry and the meta file name; no interface."""
    entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
    assert list(entry["languages"]) == ["en"]
    meta = cbor2.loads(unpacked(bundle / f"pagefind.{entry['languages']['en']['hash']}.pf_meta"))
    _version, pages, chunks, filters, sorts, fields = meta
    expected = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    expected |= {f"pagefind.{entry['languages']['en']['hash']}.pf_meta"}
    expected |= {f"fragment/{page[0]}.pf_fragment" for page in pages}
    expected |= {f"index/{chunk[-1]}.pf_index" for chunk in chunks}
    expected |= {f"filter/{filtered[1]}.pf_filter" for filtered in filters}
    assert set(contents(bundle)) == expected
    assert [name for name, _ in filters] == ["actor", "source", "topic", "year"]
    assert [name for name, _ in sorts] == ["date"]
    assert fields == ["all", "title"]


def test_facets_count_the_pages(bundle):
    """Each value of a facet stands once, in order, with all its pages."""
    facets = dict(cbor2.loads(unpacked(path)) for path in (bundle / "filter").iterdir())
    assert [value for value, _ in facets["topic"]] == sorted(TOPICS)
    assert [(value, len(pages)) for value, pages in facets["actor"]] == [
        ("Finland", 2),
        ("NATO", 3),
        ("Norway", 2),
        ("Sweden", 2),
        ("United Nations", 3),
    ]
    assert [pages for _, pages in facets["year"]] == [facets["year"][number][1] for number in range(PAGES)]


def test_a_page_is_found_by_its_text_and_shown_without_its_facets(bundle):
    """The fragment of a page has its address, text, facets and meta, and the match-all word only as meta."""
    fragments = [json.loads(unpacked(path)) for path in (bundle / "fragment").iterdir()]
    fragment = next(each for each in fragments if each["meta"]["title"] == "Talks, day 4")
    assert fragment["url"] == "/clippings/outlet-4.example/talks-4/"
    assert fragment["content"].startswith(
        "Talks, day 4. The ministry said on day 4 that guarantees were near. Word4 安 全 保 障"
    )
    assert fragment["meta"]["all"] == "zzallzz"
    assert fragment["filters"]["year"] == ["2019"]
    assert "zzallzz" not in fragment["content"]


def test_files_of_another_form_are_refused():
    """A file without Pagefind's magic word is not taken for what it is not."""
    entry = {"languages": {"en": {"hash": "en_1", "wasm": None, "page_count": 1}}}
    files = {"pagefind-entry.json": json.dumps(entry).encode(), "wasm.unknown.pagefind": b""}
    with pytest.raises(SearchError, match="does not begin with pagefind_dcd"):
        put_in_order(files | {"pagefind.en_1.pf_meta": gzip.compress(b"another")})


def test_an_old_bundle_is_replaced(tmp_path):
    """Nothing of an earlier build is left, and a site without pages has an empty index."""
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle/old.pf_meta").write_text("")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(LISTED)
    assert build_index(tmp_path / "site", tmp_path / "bundle", "en") == 0
    assert "old.pf_meta" not in contents(tmp_path / "bundle")


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo pagefind 1.4.0", "is pagefind 1.4.0; install pagefind"),
        ("exit 3", "does not run: .* reinstall pagefind"),
        (
            '[ "$1" = --version ] && echo pagefind 1.5.2 || echo out of memory >&2',
            "stopped at NewIndex .* out of memory",
        ),
        (REFUSING, "Pagefind says: bad language"),
    ],
)
def test_what_goes_wrong_is_named(script, message, tmp_path, monkeypatch):
    """Another version, a binary that does not run, one that dies and one that refuses are each named."""
    binary = tmp_path / "pagefind"
    binary.write_text(f"#!/bin/sh\n{script}\n")
    binary.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(binary))
    with pytest.raises(SearchError, match=message):
        build_index(tmp_path, tmp_path / "bundle", "en")


def test_a_platform_without_pagefind_is_told_what_to_install(tmp_path, monkeypatch):
    """Where no binary is found the message says which package brings one."""
    monkeypatch.setattr(service, "get_executable", lambda: None)
    with pytest.raises(SearchError, match=r"pip install 'pagefind\[bin\]==1\.5\.2'"):
        build_index(tmp_path, tmp_path / "bundle", "en")


def test_the_version_is_the_one_that_is_required():
    """The version that order.py knows is the one in pyproject.toml, hence the one installed."""
    import importlib.metadata

    assert importlib.metadata.version("pagefind") == service.VERSION
