"""Bytes become the text that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.capture import capture_of
from morgue.extraction import extract
from morgue.extraction.charset import decode, normalise

RUSSIAN = "Совет города утвердил план ремонта старого моста через реку. Работы начнутся весной. "
JAPANESE = "市議会は古い橋の修理計画を承認した。工事は春に始まる予定である。"
FRENCH = "Le conseil a approuvé le projet du pont ; les travaux débuteront à l’été, après la fête. "


def page(text, declaration=""):
    paragraphs = "".join(f"<p>{text * 3} ({number})</p>" for number in range(4))
    head = f"<head>{declaration}<title>x</title></head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("text", "encoding", "declaration"),
    [
        (RUSSIAN, "windows-1251", '<meta charset="windows-1251">'),
        (RUSSIAN, "koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        (RUSSIAN, "windows-1251", ""),
        (RUSSIAN, "utf-16", ""),
        (RUSSIAN, "utf-16-le", ""),
        (FRENCH, "utf-16-be", ""),
        (RUSSIAN, "utf-8-sig", '<meta charset="koi8-r">'),
        (RUSSIAN, "utf-8", '<meta charset="windows-1251">'),
        (JAPANESE, "shift_jis", '<meta charset="Shift_JIS">'),
        (JAPANESE, "euc_jp", '<?xml version="1.0" encoding="euc-jp"?>'),
        (FRENCH, "cp1252", '<meta charset="iso-8859-1">'),
        (FRENCH, "cp1252", ""),
    ],
)
def test_a_page_is_read_in_its_charset(text, encoding, declaration):
    clipping = extract(capture_of(page(text, declaration).encode(encoding), "a.html", media_type="text/html"))
    assert text.strip() in clipping.extracted


def test_a_few_bad_bytes_do_not_make_a_declaration_a_lie():
    broken = page(RUSSIAN, '<meta charset="windows-1251">').encode("cp1251").replace(b"<p>", b"<p>\x98", 1)
    assert RUSSIAN.strip() in decode(broken)


@pytest.mark.parametrize("name", ["rot13", "zip", "utf-16", "undefined", "no-such"])
def test_a_declaration_that_is_no_charset_is_passed_over(name):
    assert RUSSIAN.strip() in decode(page(RUSSIAN, f'<meta charset="{name}">').encode("cp1251"))


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_normal_text_has_no_control_characters_and_no_lone_surrogates(text):
    normal = normalise(text)
    normal.encode("utf-8")
    assert not any(ord(char) < 32 and char not in "\t\n" for char in normal)
    assert normalise(normal) == normal


@given(st.binary(max_size=400))
def test_any_bytes_are_some_text(payload):
    assert isinstance(decode(payload), str)
