"""What holds for every page that prints something twice, however it is put together."""

import importlib.util
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from msgspec.structs import replace

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.cleaning import clean
from morgue.extraction import extract
from morgue.extraction.choice import chosen_drafts
from morgue.extraction.correction import passages_of, prose_in
from morgue.extraction.page import Page
from morgue.extraction.parse import parse
from morgue.extraction.twins import part_twins
from morgue.letters import words_of
from morgue.model import SEPARATOR

_SPEC = importlib.util.spec_from_file_location("assembled", Path(__file__).with_name("assembled.py"))
assembled = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(assembled)

PAGES = assembled.pages()

SEARCH = settings(max_examples=80, derandomize=True)


def read(html):
    """Return a page's clipping and its text."""
    clipping = extract(capture_of(html, "page.html", Sidecar(url="https://gazette.example/region/week")))
    return clipping, clean(clipping, {})


def spaced(text):
    """Return a text's words, so that one text stands in another only from word to word."""
    return f" {' '.join(words_of(text))} "


def sentences_of(page):
    return [each for part in page.parts for each in part.sentences] + [copy.own for copy in page.copies if copy.own]


@pytest.mark.long
@SEARCH
@given(PAGES)
def test_no_sentence_is_lost(page):
    """What the page without its copies tells stands in the text of the page with them."""
    clipping, mask = read(page.html(once=True))
    once = spaced(mask.text(clipping.extracted))
    clipping, mask = read(page.html())
    text = spaced(mask.text(clipping.extracted))
    lost = [each for each in sentences_of(page) if spaced(each) in once and spaced(each) not in text]
    if lost:
        # What the extractor drops from the page as it stands, its copies in it, is no copy's fault.
        tree = parse(page.html())
        chosen = spaced(" ".join(draft.text for draft in chosen_drafts(tree, prose_in(passages_of(Page(tree))))))
        assert [each for each in lost if spaced(each) in chosen] == []


@SEARCH
@given(PAGES)
def test_no_sentence_stands_twice(page):
    """Where the whole body is printed again, each of its sentences is read once."""
    assume(all((copy.first, copy.last) == (0, len(page.parts)) for copy in page.copies))
    clipping, mask = read(page.html())
    text = spaced(mask.text(clipping.extracted))
    assert [each for each in sentences_of(page) if text.count(spaced(each)) > 1] == []


@SEARCH
@given(PAGES)
def test_nothing_is_silent(page):
    """Text and removals are the extraction; what was taken out of the tree is among them, or its other copy is read."""
    clipping, mask = read(page.html())
    spans = sorted([*mask.kept(len(clipping.extracted)), *((each.start, each.end) for each in mask.removals)])
    assert "".join(clipping.extracted[start:end] for start, end in spans) == clipping.extracted
    extracted = spaced(clipping.extracted)
    for twin in part_twins(Page(parse(page.html()))):
        said = spaced("".join(twin.element.itertext()))
        for each in (each for part in page.parts if part.kind != "figure" for each in part.sentences):
            assert spaced(each) not in said or spaced(each) in extracted, each


@SEARCH
@given(PAGES)
def test_cleaning_what_is_clean_removes_nothing(page):
    clipping, mask = read(page.html())
    again = kept(clipping, mask)
    assert clean(again, {}).removals == ()


@pytest.mark.long
@SEARCH
@given(PAGES)
def test_paths_and_forms_make_no_difference(page):
    clipping, mask = read(page.html())
    paths = [block.path for block in clipping.blocks]
    random.Random(0).shuffle(paths)
    moved = replace(
        clipping, blocks=tuple(replace(block, path=path) for block, path in zip(clipping.blocks, paths, strict=True))
    )
    assert clean(moved, {}) == mask
    text = mask.text(clipping.extracted)
    for form in ("NFC", "NFD"):
        other, over = read(unicodedata.normalize(form, page.html().decode()).encode())
        assert unicodedata.normalize("NFC", over.text(other.extracted)) == unicodedata.normalize("NFC", text)


def kept(clipping, mask):
    """Return a clipping of what a mask leaves of another."""
    blocks, texts, position = [], [], 0
    for block in clipping.blocks:
        spans = [(max(s, block.start), min(e, block.end)) for s, e in mask.kept(len(clipping.extracted))]
        text = "".join(clipping.extracted[start:end] for start, end in spans if start < end)
        if text:
            blocks.append(replace(block, start=position, end=position + len(text), marks=()))
            texts.append(text)
            position += len(text) + len(SEPARATOR)
    return replace(clipping, extracted=SEPARATOR.join(texts), blocks=tuple(blocks))
