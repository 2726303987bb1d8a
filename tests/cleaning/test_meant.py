"""Repetition that the outlet meant stays: each case in meant/ is a page whose every line must reach the reader.

A case has ``it`` (its name), ``why`` (what on the page shows that the repetition is meant) and either ``article`` (HTML
that stands inside <article>) or ``dump`` (a text dump, title first). ``{name}`` stands for the text of that name among
its ``parts``. ``labels`` are lines that a reader needs to tell the parts apart, and that an extractor may drop.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml.html import HtmlElement, fragment_fromstring

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.cleaning import clean
from morgue.extraction import extract

COPY_RULES = frozenset({"twin", "repeat"})

LEAST_CHOSEN = 0.9
"""Of an article's letters that extraction must hold: what it drops tests nothing here. A whole copy that is set aside
and forgotten is at least 0.15 of a page."""

INLINE = frozenset({"a", "abbr", "b", "cite", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"})

LIST_MARK = re.compile(r"(?:-|\d\.)\s+")
"""Of a dump's line: in the extraction it is the block's kind, not its text."""

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title} - The Harbour Gazette</title></head>
<body>
<header><a href="/">The Harbour Gazette</a>
<nav><ul><li><a href="/town">Town</a></li><li><a href="/sea">Sea</a></li><li><a href="/sport">Sport</a></li></ul></nav>
</header>
<main>
<h1>{title}</h1>
<article>
{article}
</article>
</main>
<footer><ul><li><a href="/about">About us</a></li><li><a href="/contact">Contact</a></li></ul></footer>
</body>
</html>
"""

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['it']}")
    for path in sorted(Path(__file__).with_name("meant").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_no_line_of_meant_repetition_is_lost(case):
    clipping = extract(_capture(case))
    assert not clipping.refused
    lines = Counter(_lines(case))
    extracted = _joined(clipping.extracted)
    chosen = sum(len(line) * min(count, extracted.count(line)) for line, count in lines.items())
    assert chosen >= LEAST_CHOSEN * sum(len(line) * count for line, count in lines.items())

    mask = clean(clipping, {})
    taken = [(each.rule, clipping.extracted[each.start : each.end].strip()) for each in mask.removals]
    assert [(rule, text) for rule, text in taken if rule in COPY_RULES] == []
    text = _joined(mask.text(clipping.extracted))
    assert [line for line in lines if text.count(line) < extracted.count(line)] == [], taken
    shown = [line for line in mask.text(clipping.extracted).split("\n") if line in case.get("labels", ())]
    assert shown == case.get("labels", [])


def _capture(case):
    if "dump" in case:
        return capture_of(_filled(case, "dump").encode(), "page.txt", Sidecar(language=case.get("language")))
    page = PAGE.replace("{language}", case.get("language", "en")).replace("{title}", case["title"])
    payload = page.replace("{article}", _filled(case, "article")).encode()
    return capture_of(payload, "page.html", Sidecar(url="https://gazette.example/page"))


def _filled(case, field: str) -> str:
    text = case[field]
    for name, part in case.get("parts", {}).items():
        text = text.replace(f"{{{name}}}", part)
    return text


def _lines(case) -> list[str]:
    """Return the lines of a case's own text, the title of a dump left out."""
    if "dump" in case:
        lines = [LIST_MARK.sub("", line) for line in _filled(case, "dump").split("\n")[1:]]
    else:
        lines = "".join(_runs(fragment_fromstring(_filled(case, "article"), create_parent="div"))).split("\x1f")
    return list(filter(None, map(_joined, lines)))


def _runs(element: HtmlElement, *, verbatim: bool = False) -> Iterator[str]:
    """Yield an element's text, with a sign where a line ends: at blocks, line breaks and inside <pre>."""
    verbatim = verbatim or element.tag == "pre"
    parting = "" if element.tag in INLINE else "\x1f"

    def run(text: str | None) -> str:
        return (text or "").replace("\n", "\x1f") if verbatim else text or ""

    yield parting + run(element.text)
    for child in element:
        yield from _runs(child, verbatim=verbatim)
        yield run(child.tail)
    yield parting


def _joined(text: str) -> str:
    return " ".join(text.split())
