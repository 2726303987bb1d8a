"""Texts of our own for pages of every shape."""

import hashlib

import pytest

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import extract

NOUNS = ("harbour", "bridge", "council", "budget", "ferry", "storm", "school", "market", "library", "station", "museum")
VERBS = ("opened", "delayed", "approved", "described", "replaced", "surveyed", "repaired", "measured", "announced")


def sentence(seed: int) -> str:
    """Return a sentence that no other seed gives."""
    digest = hashlib.sha256(str(seed).encode()).digest()
    first, second, third = (NOUNS[byte % len(NOUNS)] for byte in digest[:3])
    return (
        f"The {first} office {VERBS[digest[3] % len(VERBS)]} the {second} near the {third} in part {seed} of its plan."
    )


def paragraph(seed: int) -> str:
    return "<p>" + " ".join(sentence(100 * seed + number) for number in range(4)) + "</p>\n"


PARTS = {
    "article": "".join(map(paragraph, range(1, 7))),
    "rest": "".join(map(paragraph, range(2, 7))),
    "lead": paragraph(1),
    "other": "".join(map(paragraph, range(11, 14))),
    "summary": "<p>" + " ".join(sentence(100 * seed) for seed in range(1, 7)) + "</p>",
    "exercise": paragraph(21) + paragraph(22),
}


@pytest.fixture
def page():
    """Return a function that makes a page of a body in which {article} and the like stand for texts."""

    def make(body, head="<title>The harbour plan</title>"):
        for name, text in PARTS.items():
            body = body.replace(f"{{{name}}}", text)
        return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()

    return make


@pytest.fixture
def extracted(page):
    """Return a function that extracts a page of such a body."""

    def run(body, head="<title>The harbour plan</title>", url="https://herald.example/2025/plan", **sidecar):
        return extract(capture_of(page(body, head), "plan.html", Sidecar(url=url, **sidecar)))

    return run
