"""A body that a page holds more than once comes out once, and no sentence is lost: the pages of doubled/.

``it`` says what holds more than once, ``html`` (or ``dump``) is the page, ``text`` its lines as a reader must meet
them, ``or`` other lines that serve as well, ``recorded`` lines that must be among what was removed: Jinja templates, in
which a list of paragraphs becomes paragraphs of the page. ``of`` are the stories of stories.yml that the case is tried
with, ``links`` addresses that one copy alone has: each must be kept or named in a reason. ``fails`` (true, or the
stories it fails for) marks what is not got right, ``because`` says why.
"""

import importlib.util
from pathlib import Path

import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.cleaning import clean
from morgue.extraction import extract

FOLDER = Path(__file__).with_name("doubled")

_SPEC = importlib.util.spec_from_file_location("doubled_wordings", FOLDER / "wordings.py")
wordings = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(wordings)

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Harbour Gazette</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Harbour Gazette"></head>
<body><header class="site-header"><a href="/">The Harbour Gazette</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/region">Region</a></li><li><a href="/sea">Sea</a></li></ul></nav>
</header><main>{body}</main>
<section class="related"><h3>More from this section</h3><ul>
<li><a href="/region/kite">Kite festival moves to the long beach</a></li>
<li><a href="/region/clock">Town hall clock to be set by hand again</a></li>
<li><a href="/region/goats">Forty goats keep the dyke short</a></li></ul></section>
<footer><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul>
<p>© The Harbour Gazette</p></footer></body></html>"""


class Story(list):
    """Paragraphs, their title and their language."""

    def __init__(self, title, language, paragraphs):
        super().__init__(paragraphs)
        self.title, self.language = title, language


def _read(path):
    return yaml.safe_load(path.read_text("utf-8"))


STORIES = {name: Story(**story) for name, story in _read(FOLDER / "stories.yml").items()}


def _cases():
    for path in sorted(set(FOLDER.glob("*.yml")) - {FOLDER / "stories.yml"}):
        for case in _read(path):
            for name in case.get("of", ["middle"]):
                failing = case.get("fails", ())
                fails = failing is True or name in failing
                marks = [pytest.mark.xfail(strict=True, reason=case["because"])] if fails else []
                yield pytest.param(case, STORIES[name], id=f"{path.stem}: {case['it']} ({name})", marks=marks)


@pytest.mark.parametrize(("case", "story"), list(_cases()))
def test_what_stands_twice_is_read_once(case, story):
    """Every sentence that the outlet meant once is in the text, none twice, and nothing is gone without a record."""
    names = {"story": story, "title": story.title}
    clipping = extract(_capture(case, names))
    mask = clean(clipping, {})

    lines = _lines_of(mask.text(clipping.extracted))
    if lines[:1] == [story.title]:
        lines = lines[1:]
    alternatives = [_expected(templates, names) for templates in case.get("or", ())]
    assert lines in alternatives or lines == _expected(case["text"], names)

    removed = [clipping.extracted[each.start : each.end] for each in mask.removals]
    recorded = [line for text in removed for line in _lines_of(text)]
    assert [line for line in _expected(case.get("recorded", ()), names) if line not in recorded] == []
    assert _together(clipping.extracted, mask) == clipping.extracted

    kept = {mark.href for block in clipping.blocks for mark in block.marks if _stands(mark, mask)}
    reasons = " ".join(removal.reason for removal in mask.removals)
    assert [link for link in case.get("links", ()) if link not in kept and link not in reasons] == []


def _capture(case, names):
    if "dump" in case:
        name, content = "story.txt", wordings.DUMPS.from_string(case["dump"]).render(names)
    else:
        body = wordings.PAGES.from_string(case["html"]).render(names)
        name, content = "story.html", PAGE.format(language=names["story"].language, title=names["title"], body=body)
    return capture_of(content.encode(), name, Sidecar(url="https://gazette.example/region/story"))


def _expected(templates, names):
    return _lines_of("\n".join(wordings.DUMPS.from_string(template).render(names) for template in templates))


def _lines_of(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def _together(extracted, mask):
    """Return the text and the removals, put together again."""
    spans = sorted([*mask.kept(len(extracted)), *((each.start, each.end) for each in mask.removals)])
    return "".join(extracted[start:end] for start, end in spans)


def _stands(mark, mask):
    return not any(removal.start < mark.end and mark.start < removal.end for removal in mask.removals)
