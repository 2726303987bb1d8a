"""A body that a page holds more than once comes out once, and no sentence is lost: the pages of doubled/.

``it`` says what holds more than once, ``html`` (or ``dump``) is the page, ``text`` its lines as a reader must meet
them, ``or`` other lines that serve as well: Jinja templates, in which a list of paragraphs becomes the paragraphs of the
page. ``of`` are the stories of stories.yml that the case is tried with, ``links`` addresses that one copy alone has:
each must be kept or named in a reason. ``fails`` (true, or the stories it fails for) marks what is still to be mended.
"""

import html
import re
import textwrap
import unicodedata
from pathlib import Path

import jinja2
import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.cleaning import clean
from morgue.extraction import extract

FOLDER = Path(__file__).with_name("doubled")

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Harbour Gazette</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Harbour Gazette"></head>
<body><header class="site-header"><a href="/">The Harbour Gazette</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/region">Region</a></li><li><a href="/sea">Sea</a></li></ul></nav>
</header>
<main>{body}</main>
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


STORIES = {name: Story(**story) for name, story in yaml.safe_load((FOLDER / "stories.yml").read_text("utf-8")).items()}


def straight(text):
    """Return a text as a typewriter has it."""
    return text.translate(str.maketrans("“”„«»’–—", '"' * 5 + "'--"))


def low(text):
    """Return a text with German quotation marks."""
    return text.translate(str.maketrans("“”", "„“"))


def guillemets(text):
    """Return a text with French quotation marks and the spaces inside them."""
    return text.replace("“", "«\xa0").replace("”", "\xa0»")


def shouted(text):
    """Return a text whose first four words are capitals."""
    words = text.split(" ")
    return " ".join([*map(str.upper, words[:4]), *words[4:]])


def hyphenated(text):
    """Return a text with a soft hyphen inside every long word, and a zero-width space behind every comma."""
    return re.sub(r"(\w{4})(?=\w{3})", "\\1\u00ad", text).replace(", ", ",\u200b ")


def ligatured(text):
    """Return a text whose letters are joined as a typesetter's program leaves them."""
    return text.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def escaped(text):
    """Return a text whose entities a page's program escaped twice, so that a reader sees them."""
    named = text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&rsquo;").replace("–", "&ndash;")
    return html.escape(named.replace("é", "&eacute;"))


def cut(text, words=12, end="…"):
    """Return the beginning of a text."""
    return " ".join(text.split()[:words]) + end


WORDINGS = {
    "straight": straight,
    "low": low,
    "guillemets": guillemets,
    "shouted": shouted,
    "hyphenated": hyphenated,
    "ligatured": ligatured,
    "escaped": escaped,
    "cut": cut,
    "then": lambda text, more: text + more,
    "wrapped": textwrap.fill,
    "misread": lambda text: text.encode().decode("cp1252", "replace"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "unaccented": lambda text: re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)),
    "spaced": lambda text, space="\xa0": text.replace(" ", space),
}


def replaced(texts, old, new):
    """Return texts with other words in one of them at least: a case that changes nothing tests nothing."""
    assert any(old in text for text in texts), old
    return texts.replace(old, new) if isinstance(texts, str) else [text.replace(old, new) for text in texts]


def _each(wording):
    """Return a wording for one paragraph or for each of a list."""

    def filtered(value, *arguments):
        if isinstance(value, str):
            return wording(value, *arguments)
        return [wording(text, *arguments) for text in value]

    return filtered


def _environment(paragraph, separator):
    """Return the environment in which a list of paragraphs is written so."""

    def written(value):
        return separator.join(map(paragraph.format, value)) if isinstance(value, list) else value

    environment = jinja2.Environment(finalize=written, undefined=jinja2.StrictUndefined, autoescape=False)
    environment.filters |= {name: _each(wording) for name, wording in WORDINGS.items()}
    environment.filters |= {
        "replaced": replaced,
        "each": lambda texts, form: "\n".join(form.replace("*", text) for text in texts),
        "halves": lambda texts: [half for text in texts for half in re.split(r"(?<=[.!?。]) ", text, maxsplit=1)],
        "firsts": lambda texts: [re.split(r"(?<=[.!?。]) ", text)[0] for text in texts],
        "quoted": lambda texts: next(text for text in texts if re.search("[“«].*[”»]", text)),
        "pairs": lambda texts: [" ".join(texts[at : at + 2]) for at in range(0, len(texts), 2)],
    }
    return environment


PAGES = _environment("<p>{}</p>", "\n")
DUMPS = _environment("{}", "\n\n")


def _cases():
    for path in sorted(set(FOLDER.glob("*.yml")) - {FOLDER / "stories.yml"}):
        for case in yaml.safe_load(path.read_text("utf-8")):
            for name in case.get("of", ["middle"]):
                failing = case.get("fails", ())
                mark = [pytest.mark.xfail(strict=True)] if failing is True or name in failing else []
                yield pytest.param(case, STORIES[name], id=f"{path.stem}: {case['it']} ({name})", marks=mark)


def _lines(templates, names):
    """Return the lines of a text that a case gives as a list of templates."""
    text = "\n".join(DUMPS.from_string(template).render(names) for template in templates)
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize(("case", "story"), list(_cases()))
def test_what_stands_twice_is_read_once(case, story):
    """Every sentence that the outlet meant once is in the text, none twice, and nothing is gone without a record."""
    names = {**STORIES, "story": story, "title": story.title}
    if "dump" in case:
        name, payload = "story.txt", DUMPS.from_string(case["dump"]).render(names)
    else:
        body = PAGES.from_string(case["html"]).render(names)
        name, payload = "story.html", PAGE.format(language=story.language, title=story.title, body=body)
    clipping = extract(capture_of(payload.encode(), name, Sidecar(url="https://gazette.example/region/story")))
    mask = clean(clipping, {})

    text = mask.text(clipping.extracted)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines[:1] == [story.title]:
        lines = lines[1:]
    wanted = _lines(case["text"], names)
    alternatives = [_lines(other, names) for other in case.get("or", ())]
    assert lines in alternatives or lines == wanted

    assert _whole(clipping.extracted, mask) == clipping.extracted
    kept = {mark.href for block in clipping.blocks for mark in block.marks if _stands(mark, mask)}
    reasons = " ".join(removal.reason for removal in mask.removals)
    assert [link for link in case.get("links", ()) if link not in kept and link not in reasons] == []


def _whole(extracted, mask):
    """Return the text and the removals, put together again."""
    spans = sorted([*mask.kept(len(extracted)), *((each.start, each.end) for each in mask.removals)])
    return "".join(extracted[start:end] for start, end in spans)


def _stands(mark, mask):
    return not any(removal.start < mark.end and mark.start < removal.end for removal in mask.removals)
