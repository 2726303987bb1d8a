"""Bytes become the text that was meant."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from morgue.capture import capture_of
from morgue.extraction import extract
from morgue.extraction.charset import decode, normalise
from morgue.extraction.dump import title_and_drafts

CASES = yaml.safe_load(Path(__file__).with_name("charsets.yml").read_text("utf-8"))
SPACING = yaml.safe_load(Path(__file__).with_name("spacing.yml").read_text("utf-8"))
TEXTS = CASES["texts"]
RUSSIAN, JAPANESE, FRENCH = TEXTS["ru"], TEXTS["ja"], TEXTS["fr"]


def page(text, charset="", language=""):
    paragraphs = "".join(f"<p>{f'{text} ' * 3} ({number})</p>" for number in range(4))
    declaration = charset and f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    root = f'<html lang="{language}">' if language else "<html>"
    body = f"<body><article>{paragraphs}</article></body>"
    return f"<!DOCTYPE html>{root}<head>{declaration}<title>x</title></head>{body}</html>"


@pytest.mark.parametrize(("language", "charset", "declared"), CASES["pages"])
def test_a_page_is_read_in_its_charset(language, charset, declared):
    assert TEXTS[language] in decode(page(TEXTS[language], declared, language).encode(charset))


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251>",
        "<meta content='text/html;charset=windows-1251' http-equiv='Content-Type'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
        '<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">',
    ],
)
def test_a_declaration_is_found_as_pages_write_it(declaration):
    payload = page(RUSSIAN).replace("<head>", f"<head>{declaration}").encode("cp1251")
    clipping = extract(capture_of(payload, "a.html", media_type="text/html"))
    assert RUSSIAN in clipping.extracted


@pytest.mark.parametrize("name", ["rot13", "zip", "utf-16", "undefined", "no-such"])
def test_a_declaration_that_is_no_charset_is_passed_over(name):
    assert RUSSIAN in decode(page(RUSSIAN, name).encode("cp1251"))


def test_a_few_bad_bytes_do_not_make_a_declaration_a_lie():
    broken = page(RUSSIAN, "windows-1251").encode("cp1251").replace(b"<p>", b"<p>\x98", 1)
    assert RUSSIAN in decode(broken)


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
def test_a_tail_of_another_charset_does_not_spoil_a_page_in_utf_8(declared):
    read = decode(page(FRENCH, declared).encode() + "<p>Un café fermé</p>".encode("latin-1"))
    assert FRENCH in read
    assert "Un café fermé" in read


def test_stray_bytes_among_other_letters_are_replaced_and_a_cut_character_is_dropped():
    read = decode(page(RUSSIAN, "utf-8").encode().replace(b"<p>", b"<p>\xff", 1) + "мост".encode()[:-1])
    assert f"<p>\ufffd{RUSSIAN}" in read
    assert read.endswith("мос")


@pytest.mark.parametrize(
    ("text", "charset", "inset"),
    [
        (RUSSIAN, "windows-1251", "Новости партнёров и комментарии читателей"),
        (TEXTS["ar"], "windows-1256", "تعليقات القراء على الخبر"),
        (TEXTS["el"], "windows-1253", "Σχόλια αναγνωστών"),
        (FRENCH, "cp1252", "déjà été réparé"),
    ],
)
def test_a_widget_in_utf_8_is_read_in_a_page_of_another_charset(text, charset, inset):
    payload = page(text, charset).encode(charset).replace(b"</article>", f"<p>{inset}</p>".encode())
    read = decode(payload)
    assert text in read
    assert inset in read


@pytest.mark.parametrize("language", ["fr", "ru", "zh", "pl", "en", "ar"])
@pytest.mark.parametrize("misread", ["latin-1", "cp1252", "cp1251"])
def test_utf_8_that_was_encoded_twice_is_read_as_it_was_meant(language, misread):
    pieces = (bytes([byte]).decode(misread, "ignore") or chr(byte) for byte in page(TEXTS[language]).encode())
    assert TEXTS[language] in decode("".join(pieces).encode())


@pytest.mark.parametrize("charset", ["utf-8", "iso8859-2"])
def test_marks_that_were_taken_for_control_characters_are_marks(charset):
    marks = {"“": "\x93", "”": "\x94", "–": "\x96", "’": "\x92", "€": "\x80"}
    text = TEXTS["en"].replace("£", "")
    written = text.translate(str.maketrans(marks))
    assert text in decode(page(written, charset).encode(charset))


def test_a_page_that_speaks_of_misread_letters_keeps_them():
    text = FRENCH.replace("la mairie", "la mairie, et « Ã© » signifie é, « Ã¨ » è et « Ãª » ê")
    assert text in decode(page(text).encode())


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, JAPANESE])
def test_zeros_in_a_page_are_no_text(text):
    payload = page(text).encode().replace(b"<p>", b"<p>\0").replace(b" ", b"\0 ", 3)
    clipping = extract(capture_of(payload, "a.html", media_type="text/html"))
    assert text in clipping.extracted
    assert "\0" not in clipping.extracted


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_a_dump_is_read_in_its_charset(charset):
    payload = f"Старый мост\n\n{f'{RUSSIAN} ' * 5}".encode(charset)
    assert RUSSIAN in extract(capture_of(payload, "a.txt", media_type="text/plain")).extracted


def test_wrapped_lines_of_a_dump_in_japanese_are_joined_without_a_space():
    line = TEXTS["ja"].rstrip("。") + "という。費用の三分の一は県が負担することになっており、残りは市"
    _, drafts = title_and_drafts(f"橋\n\n{line}\nであると県は述べた。")
    assert [draft.text for draft in drafts] == [f"{line}であると県は述べた。"]


@pytest.mark.parametrize("case", SPACING, ids=lambda case: case["it"])
def test_a_paragraph_keeps_its_spaces_and_its_direction(case, extracted):
    clipping = extracted(f"<article>{{article}}{case['html']}{{other}}</article>")
    assert case["text"] in [clipping.text_of(block) for block in clipping.blocks]


def test_lines_of_code_in_japanese_keep_their_breaks(extracted):
    clipping = extracted("<article>{article}<pre><code>市議会は\n古い橋の\n修理計画</code></pre>{other}</article>")
    assert "市議会は\n古い橋の\n修理計画" in clipping.extracted


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_normal_text_has_no_control_characters_and_no_lone_surrogates(text):
    normal = normalise(text)
    normal.encode("utf-8")
    assert not any(ord(char) < 32 and char not in "\t\n" for char in normal)
    assert not {*normal} & {"\u202d", "\u202e"}
    assert normalise(normal) == normal


@given(st.binary(max_size=400))
def test_any_bytes_are_some_text(payload):
    assert isinstance(decode(payload), str)


LETTERS = st.text(st.characters(codec="utf-8", categories=["L", "Zs"], min_codepoint=0x100), min_size=1, max_size=60)


@given(LETTERS)
def test_utf_8_is_believed(text):
    assert decode(page(text, "windows-1251").encode()) == page(text, "windows-1251")
