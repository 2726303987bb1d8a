"""An article that breaks off is published, and says how that is known."""

import json
from pathlib import Path

import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import extract

CASES = yaml.safe_load(Path(__file__).with_name("incomplete.yml").read_text("utf-8"))
REASONS = {
    "": "",
    "cut": "the capture breaks off within the text",
    "characters": "the text breaks off, and only says how much more there was",
    "wall": "the page asks its readers to subscribe or sign in to read on",
    "paid": "the page says that it is not free, and shows only its beginning",
    "more": "the page says that its text is far longer",
    "sentence": "the text breaks off in mid-sentence",
}


def article_of(stated) -> str:
    words = " ".join(f"word{number}" for number in range(600))
    node = {"@type": "NewsArticle", "headline": "The harbour plan", **stated}
    return f'<script type="application/ld+json">{json.dumps(node).replace("{words}", words)}</script>'


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_article_that_breaks_off_says_how_that_is_known(case, page):
    head = "<title>The harbour plan</title>" + (article_of(case["article"]) if "article" in case else "")
    payload = page(case["body"], head).decode()
    if cut := case.get("cut"):
        payload = payload[: payload.rindex(cut) + len(cut)]
    clipping = extract(capture_of(payload.encode(), "plan.html", Sidecar(language=case.get("language"))))
    assert clipping.refused == ""
    assert clipping.incomplete == REASONS[case["how"]]


def test_a_dump_that_breaks_off_is_incomplete():
    text = "The harbour plan\n\nThe harbour office has not yet said when the crane will be lifted, nor has the council,"
    text += " which meets again in a week and will then hear what the divers found below the wall [+913 chars]"
    assert extract(capture_of(text.encode(), "plan.txt", Sidecar())).incomplete == REASONS["characters"]
