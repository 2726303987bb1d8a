"""The whole small archive through the real Pelican: its pages, addresses, feeds and sitemap."""

import json
import re
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest
from msgspec.structs import replace

from morgue.model import NamedActor

ATOM = {"a": "http://www.w3.org/2005/Atom"}
STORY = "clippings/herald.example/lock-0ae68520/"


def _page(output, url):
    return lxml.html.parse(str(output / url / "index.html")).getroot()


def _titles(feed):
    return lxml.etree.parse(str(feed)).xpath("//a:entry/a:title/text()", namespaces=ATOM)


@pytest.mark.parametrize("siteurl", ["", "https://archive.example/small"])
def test_every_link_inside_the_site_leads_somewhere(build, siteurl):
    """With SITEURL and without, from every page."""
    output = build(SITEURL=siteurl)
    for path in output.rglob("*.html"):
        here = path.relative_to(output).as_posix()
        if not siteurl and here == "404.html":
            continue
        for _, _, link, _ in lxml.html.parse(str(path)).getroot().iterlinks():
            target = urljoin(f"https://archive.example/small/{here}", link)
            if not target.startswith("https://archive.example/small/") or "/theme/" in target:
                continue
            target = urlsplit(target).path.removeprefix("/small/")
            file = output / target / "index.html" if target.endswith("/") or not target else output / target
            assert file.is_file(), f"{here}: {link}"


def test_a_clipping_is_shown_once_with_what_was_removed_hidden_in_its_place(build):
    page = _page(build(), STORY)
    assert page.xpath("string(//h1)") == "Old lock opens"
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://herald.example/lock"]
    (removed,) = page.xpath("//div[@class='text']/*[@hidden]")
    assert removed.text == "Read also: ten more locks"
    assert page.xpath("//a[@class='mention']/@href") == ["../../../actors/ada-lovelace/"]
    assert page.xpath("string(//*[@id='q-1'])") == "“The lock is safe,”"


def test_a_copy_of_a_story_keeps_its_address_and_leads_there(build):
    output = build()
    (copy,) = (output / "clippings").glob("*/lock-copy-*")
    page = lxml.html.parse(str(copy / "index.html")).getroot()
    assert f"https://archive.example/small/{STORY}" in page.xpath("//a/@href")
    assert "opened" not in page.text_content()
    address = copy.relative_to(output).as_posix()
    assert address not in (output / "sitemap.xml").read_text(encoding="utf-8")
    assert address not in (output / "sources/example-post/index.html").read_text(encoding="utf-8")
    assert "Old lock opens" in (output / "sources/example-post/index.html").read_text(encoding="utf-8")


def test_an_undated_clipping_is_listed_as_such_and_stands_in_no_month_and_no_feed(build):
    output = build()
    assert "A page without a date" in _page(output, "undated/").text_content()
    assert "A page without a date" in _page(output, "topics/harbours/").text_content()
    for path in [*output.rglob("*.xml"), *(output / "months/1998").rglob("*.html")]:
        assert "A page without a date" not in path.read_text(encoding="utf-8"), path
    assert not [path for path in output.rglob("*.html") if "1970" in path.read_text(encoding="utf-8")]


def test_a_feed_is_dated_by_its_newest_story_and_an_empty_one_is_not_written(build):
    output = build()
    feed = lxml.etree.parse(str(output / "topics/harbours/feed.atom.xml"))
    assert feed.xpath("string(/a:feed/a:updated)", namespaces=ATOM) == "2025-02-20T00:00:00+00:00"
    assert _titles(output / "feeds/all.atom.xml") == ["המנעול נפתח", "Old lock opens", "Harbour plan"]
    assert (output / "topics/empty/index.html").is_file()
    assert not (output / "topics/empty/feed.atom.xml").exists()


def test_a_feed_and_its_entries_have_ids_of_their_own(build):
    """Atom asks for IRIs that no other feed or entry has; an entry keeps its id in every feed."""
    ids, entries = [], {}
    output = build()
    for path in sorted(output.rglob("*.atom.xml")):
        feed = lxml.etree.parse(str(path))
        ids.append(feed.xpath("string(/a:feed/a:id)", namespaces=ATOM))
        for entry in feed.xpath("//a:entry", namespaces=ATOM):
            title, entry_id = (entry.xpath(f"string(a:{name})", namespaces=ATOM) for name in ("title", "id"))
            entries.setdefault(title, set()).add(entry_id)
    assert len(set(ids)) == len(ids) > 1
    assert all(len(found) == 1 and next(iter(found)).startswith("urn:uuid:") for found in entries.values())
    ids = [lxml.etree.parse(str(path)).findtext("a:id", namespaces=ATOM) for path in output.rglob("*.atom.xml")]
    assert len(ids) == len(set(ids))


def test_an_archive_without_a_dated_story_builds(build, small):
    output = build(small.archive(small.record(published=None)))
    assert not list(output.rglob("*.atom.xml"))
    assert "Old lock opens" in _page(output, "").text_content()


def test_an_empty_archive_builds(build, small):
    assert (build(small.archive()) / "index.html").is_file()


def test_a_month_page_holds_its_stories_and_a_year_page_all_of_the_year(build, small):
    output = build(small.archive(small.record(), small.record("year", published="2025", title="Sometime")))
    assert "Sometime" not in _page(output, "months/2025/02/").text_content()
    assert {"Sometime", "Old lock opens"} <= set(_page(output, "months/2025/").xpath("//h2/a/text()"))


def test_a_name_without_an_authority_file_is_kept_from_search_engines(build):
    output = build()
    assert _page(output, "actors/m-hand/").xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not _page(output, "actors/ada-lovelace/").xpath("//meta[@name='robots']")
    sitemap = (output / "sitemap.xml").read_text(encoding="utf-8")
    assert "actors/ada-lovelace/" in sitemap
    assert "actors/m-hand/" not in sitemap


def test_a_merged_actor_s_address_leads_on(build):
    page = _page(build(), "actors/a-lovelace/")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://archive.example/small/actors/ada-lovelace/"]


def test_a_rejected_actor_s_address_leads_to_the_index(build, small, tmp_path):
    small.write_content(tmp_path)
    (tmp_path / "content/decisions.yml").write_text("reject: [old-lock]\n", encoding="utf-8")
    page = _page(build(), "actors/old-lock/")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://archive.example/small/actors/"]


def test_a_parted_actor_s_address_offers_all_that_it_was(build, small, tmp_path):
    """A part with a page is a link to it; one too seldom named for a page, links to the stories that name it."""
    small.write_content(tmp_path)
    decisions = "split:\n  hand:\n    m-hand: rest\n    l-hand: https://herald.example/lock\n"
    (tmp_path / "content/decisions.yml").write_text(decisions, encoding="utf-8")
    found = small.record()
    found = replace(found, actors=(*found.actors, NamedActor("l-hand", "L. Hand", "person", known=False, mentions=())))
    page = _page(build(small.archive(found, actors=[small.sample().actors["m-hand"]])), "actors/hand/")
    assert page.xpath("string(//h1)") == "M. Hand or L. Hand"
    assert page.xpath("//main//section//a/text()") == ["M. Hand", "Old lock opens"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "actors/hand/" not in (tmp_path / "output/sitemap.xml").read_text(encoding="utf-8")


def test_a_long_topic_is_parted_into_pages(build, small):
    output = build(small.archive(*(small.record(f"n{number}") for number in range(5))), DEFAULT_PAGINATION=2)
    pages = [_page(output, url) for url in ("topics/harbours/", "topics/harbours/page/2/", "topics/harbours/page/3/")]
    assert [len(page.xpath("//article")) for page in pages] == [2, 2, 1]
    assert not (output / "topics/harbours/page/4").exists()


def test_a_page_of_markdown_is_published_as_html(build):
    page = _page(build(), "about/")
    assert page.xpath("string(//div[@class='text']//em)") == "made"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("## Corrections {#corrections}", ("Corrections", "corrections")),
        ("### What is *wrong* {#wrong-1}", ("What is wrong", "wrong-1")),
        ("## Sets {a, b}", ("Sets {a, b}", None)),
        ('## Odd {#a" onclick="b}', ('Odd {#a" onclick="b}', None)),
    ],
)
def test_a_heading_of_a_page_may_name_its_anchor(build, small, tmp_path, heading, found):
    small.write_content(tmp_path)
    (tmp_path / "content/pages/help.md").write_text(f"---\ntitle: Help\n---\n{heading}\n\nText.\n", encoding="utf-8")
    (shown,) = _page(build(), "help/").xpath("//div[@class='text']/*[self::h2 or self::h3]")
    assert (shown.text_content(), shown.get("id")) == found


@pytest.mark.parametrize("siteurl", ["", "https://archive.example/small"])
def test_the_panel_leads_to_the_page_on_corrections_where_there_is_one(build, tmp_path, siteurl):
    """The page may have any name; without one there is no link."""
    panel = "//section[h2/@id='removed']"
    page = _page(build(SITEURL=siteurl), STORY)
    assert page.xpath(f"{panel}//a/@href") == ["#show-removed"]
    text = "---\ntitle: Hilfe\n---\n## Korrekturen {#corrections}\n"
    (tmp_path / "content/pages/hilfe.md").write_text(text, encoding="utf-8")
    page = _page(build(SITEURL=siteurl), STORY)
    root = siteurl or "../../.."
    assert page.xpath(f"{panel}//a/@href") == ["#show-removed", f"{root}/hilfe/#corrections"]


def test_no_sitemap_without_siteurl_and_none_under_noindex(build):
    assert not (build(SITEURL="") / "sitemap.xml").exists()
    output = build(MORGUE_NOINDEX=True)
    assert not (output / "sitemap.xml").exists()
    assert _page(output, "").xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_json_ld_names_the_original_and_never_holds_the_text(build):
    (script,) = _page(build(), STORY).xpath("//script[@type='application/ld+json']/text()")
    said = json.loads(script)
    assert said["isBasedOn"] == "https://herald.example/lock"
    assert said["publisher"]["name"] == "The Sample Herald"
    assert "articleBody" not in said


def test_the_summary_says_what_became_of_every_capture(build):
    summary = json.loads((build() / "build.json").read_text(encoding="utf-8"))
    assert summary["counts"] | {"captures": 8, "clippings": 5, "refused": 1, "failures": 1} == summary["counts"]
    assert summary["failures"] == [{"origin": "content/captures/broken.html", "reason": "the file is empty"}]
    assert summary["removals"] == {"promotion": 5}


def test_what_failed_or_was_refused_is_listed_with_its_reason(build):
    text = _page(build(), "not-archived/").text_content()
    assert re.search(r"broken\.html\s+the file is empty", text)
    assert "it holds no article" in text
