"""Decisions from the captures to the pages: they hold in a rebuild, old addresses lead on, stale lines are told."""

import json

import lxml.html
import pytest

from morgue.pipeline import run_archive
from morgue.workspace import open_workspace

PAGES = {
    "pole": "President Fridtjof Nansen spoke of the pole on Monday. “The ice carries us,” Fridtjof Nansen said.",
    "letter": "President F. Nansen wrote that all were well. “The dogs are fat and fast,” F. Nansen said.",
    "island": "President Alexandre Dumas spoke of an island and a treasure. “It is all true,” Alexandre Dumas said.",
    "camellia": "A lady wore white flowers and then red. “She lived here,” President Alexandre Dumas said on leaving.",
    "harbour": "The Rivermouth Harbour Agency closed the quay. The Rivermouth Harbour Agency will open it in May.",
}
DECISIONS = """
merge:
  fridtjof-nansen: [f-nansen]
split:
  alexandre-dumas:
    dumas-the-elder: https://a.example/island
    dumas-the-younger: rest
rename:
  dumas-the-elder: Alexandre Dumas the Elder
reject:
  - rivermouth-harbour-agency
  - nobody-at-all
same:
  - [https://a.example/pole, https://a.example/gone]
"""


@pytest.fixture
def pages(build, tmp_path):
    """Build an archive of these pages and decisions, twice; return a function that gives a page of it."""
    captures = tmp_path / "content/captures"
    captures.mkdir(parents=True)
    for name, text in PAGES.items():
        (captures / f"{name}.txt").write_text(f"About the {name}\n\n{text}\n", encoding="utf-8")
        said = f"url: https://a.example/{name}\nlanguage: en\nsource: Sample Gazette\npublished: 1895\npublish: true\n"
        (captures / f"{name}.txt.meta.yml").write_text(said, encoding="utf-8")
    (tmp_path / "content/decisions.yml").write_text(DECISIONS, encoding="utf-8")
    workspace = open_workspace({"MORGUE_ACTOR_MIN_CLIPPINGS": 1}, tmp_path)
    first, again = (run_archive(workspace, lambda outcomes, _: outcomes, print) for _ in range(2))
    assert first == again
    output = build(first)
    return lambda url: lxml.html.parse(str(output / url / "index.html")).getroot()


def test_decisions_reach_the_pages_and_old_addresses_lead_on(pages, tmp_path):
    """As they would for a reader who kept the old address."""
    output = tmp_path / "output"
    nansen = pages("actors/fridtjof-nansen/")
    assert {"About the pole", "About the letter"} <= set(nansen.xpath("//h2/a/text() | //h3/a/text()"))
    for old, now in (("f-nansen", "actors/fridtjof-nansen/"), ("rivermouth-harbour-agency", "actors/")):
        [leads] = pages(f"actors/{old}/").xpath("//link[@rel='canonical']/@href")
        assert leads.endswith(f"/{now}")
    parted = pages("actors/alexandre-dumas/")
    assert parted.xpath("//main//section//a/text()") == [
        *("Alexandre Dumas the Elder", "About the island"),
        *("Alexandre Dumas", "About the camellia"),
    ]
    for part, story in (("dumas-the-elder", "About the island"), ("dumas-the-younger", "About the camellia")):
        assert pages(f"actors/{part}/").xpath("//h2/a/text() | //h3/a/text()") == [story]
    listed = pages("actors/").text_content()
    assert "Rivermouth Harbour Agency" not in listed
    said = json.loads((output / "build.json").read_text(encoding="utf-8"))
    assert said["warnings"] == [
        {"origin": "content/decisions.yml:12", "warning": "reject: no clipping names nobody-at-all"},
        {
            "origin": "content/decisions.yml:14",
            "warning": "same: the archive has no clipping of https://a.example/gone",
        },
    ]
