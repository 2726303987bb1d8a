"""Whole pages of our own that hold no article, in eight kinds, and articles that look like one of them.

They were written in four parts, each before the rules were mended after it: at first sight 2 of the first 40 were
refused, 29 of the second 41, 21 of the third 24, 21 of the last 24.
"""

from itertools import cycle
from pathlib import Path

import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import extract

PAGES = Path(__file__).with_name("refused")
FRAMES = yaml.safe_load((PAGES / "frames.yml").read_text("utf-8"))
CASES = [
    {**case, "kind": path.stem, "part": path.parent.name}
    for path in sorted(PAGES.glob("*/*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
ARTICLES = [case for case in CASES if case["kind"] == "articles"]
OTHERS = [case for case in CASES if case["kind"] != "articles"]

SHORT = "the capture holds only "
LIST = "the page is a list of articles"
REASONS = {
    "consent": ("the page only asks for consent to cookies",),
    "error": ("the page is an error message",),
    "feed": ("the capture is a feed or a map of a site", LIST),
    "gallery": ("the page is a gallery of pictures or videos", LIST, SHORT),
    "index": (LIST,),
    "login": ("the page only asks its readers to sign in", SHORT),
    "search": ("the page is the answer to a search", SHORT),
    "shop": ("the page offers something for sale",),
}


def refused(case, **sidecar) -> str:
    frame = FRAMES[case["frame"]]
    filled = zip(range(1, case.get("times", 0) + 1), cycle(frame["headlines"]), cycle(frame["teasers"]), strict=False)
    cards = "".join(
        case["card"].replace("{n}", str(number)).replace("{headline}", headline).replace("{teaser}", teaser)
        for number, headline, teaser in filled
    )
    html = case.get("whole") or frame["html"]
    for name in ("main", "head", "title"):
        html = html.replace(f"{{{name}}}", case.get(name, ""))
    html = html.replace("{cards}", cards)
    return extract(capture_of(html.encode(), "page.html", Sidecar(**sidecar))).refused


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case["name"])
def test_an_article_is_kept_whatever_its_page_looks_like(case):
    assert refused(case) == ""


@pytest.mark.parametrize(("part", "share"), [("first", 1.0), ("second", 0.97), ("third", 1.0), ("fourth", 1.0)])
def test_pages_without_an_article_are_refused(part, share):
    cases = [case for case in OTHERS if case["part"] == part]
    kept = [f"{case['kind']}: {case['name']}" for case in cases if not refused(case)]
    assert len(kept) <= (1 - share) * len(cases), kept


def test_a_refusal_says_of_what_kind_the_page_is():
    others = [(case["kind"], case["name"], reason) for case in OTHERS if (reason := refused(case))]
    assert [other for other in others if not other[2].startswith(REASONS[other[0]])] == []


@pytest.mark.parametrize("case", [case for case in OTHERS if "whole" not in case][::9], ids=lambda case: case["name"])
def test_the_archivist_s_word_overrides_a_refusal(case):
    assert refused(case)
    assert refused(case, publish=True) == ""
