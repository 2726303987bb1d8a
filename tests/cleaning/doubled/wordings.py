"""The ways in which a copy's words differ from the words that it copies, as filters for templates of pages and dumps.

A filter takes one paragraph or a list of them, and gives back the same.
"""

import html
import re
import textwrap
import unicodedata

import jinja2

_SENTENCE_END = re.compile(r"(?<=[.!?。]) ")


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
    """Return a text with a soft hyphen inside every long word, and a space of no width behind every comma."""
    return re.sub(r"(\w{4})(?=\w{3})", "\\1\u00ad", text).replace(", ", ",\u200b ")


def ligatured(text):
    """Return a text whose letters are joined as a typesetter's program leaves them."""
    return text.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def escaped(text):
    """Return a text whose entities a page's program escaped twice, so that a reader sees them."""
    names = {"“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "–": "&ndash;", "é": "&eacute;"}
    return html.escape(text.translate(str.maketrans(names)))


def unaccented(text):
    """Return a text that a program without accents wrote."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))


def cut(text, words=12, end="…"):
    """Return the beginning of a text."""
    return " ".join(text.split()[:words]) + end


def replaced(texts, old, new):
    """Return texts with other words in one of them at least: a case that changes nothing tests nothing."""
    assert any(old in text for text in ([texts] if isinstance(texts, str) else texts)), old
    return texts.replace(old, new) if isinstance(texts, str) else [text.replace(old, new) for text in texts]


def _on_each(wording):
    def filtered(texts, *arguments):
        if isinstance(texts, str):
            return wording(texts, *arguments)
        return [wording(text, *arguments) for text in texts]

    return filtered


_OF_EACH = {
    "straight": straight,
    "low": low,
    "guillemets": guillemets,
    "shouted": shouted,
    "hyphenated": hyphenated,
    "ligatured": ligatured,
    "escaped": escaped,
    "unaccented": unaccented,
    "cut": cut,
    "then": lambda text, more: text + more,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "misread": lambda text: text.encode().decode("cp1252", "replace"),
    "spaced": lambda text, space: text.replace(" ", space),
    "wrapped": textwrap.fill,
}

_OF_ALL = {
    "replaced": replaced,
    "each": lambda texts, form: "\n".join(form.replace("*", text) for text in texts),
    "pairs": lambda texts: [" ".join(texts[at : at + 2]) for at in range(0, len(texts), 2)],
    "halves": lambda texts: [half for text in texts for half in _SENTENCE_END.split(text, maxsplit=1)],
    "firsts": lambda texts: [_SENTENCE_END.split(text)[0] for text in texts],
    "quoted": lambda texts: re.search("[“«].*?[”»]", " ".join(texts))[0],
}


def environment(paragraph, separator):
    """Return an environment in which a list of paragraphs is written with that form and separator."""

    def written(value):
        return separator.join(map(paragraph.format, value)) if isinstance(value, list) else value

    made = jinja2.Environment(finalize=written, undefined=jinja2.StrictUndefined)
    made.filters |= {name: _on_each(wording) for name, wording in _OF_EACH.items()} | _OF_ALL
    return made


PAGES = environment("<p>{}</p>", "\n")
DUMPS = environment("{}", "\n\n")
