"""Texts are compared by their letters, whatever form Unicode gives them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from morgue.letters import fold, words_of

LETTERS = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=60)


@given(LETTERS, st.sampled_from(["NFC", "NFD"]))
def test_composed_and_decomposed_letters_make_the_same_words(text, form):
    assert words_of(unicodedata.normalize(form, text)) == words_of(text)


def test_case_marks_accents_vowel_signs_and_entities_make_no_difference():
    assert words_of("„CAFÉ“ – l’été") == words_of("'cafe' - l'ete") == ("cafe", "l", "ete")
    assert words_of("â€žCafÃ©â€œ") == words_of("„Café“") == ("cafe",)
    assert words_of("كَتَبَ") == words_of("كتب")
    assert words_of("Tom &amp;amp; Tim") == words_of("Tom & Tim".replace("&", "&amp;amp;"))


@given(st.text(st.characters(max_codepoint=127, exclude_characters="&"), max_size=60), st.sampled_from("’“”–—…\u00a0"))
def test_ascii_and_typographers_marks_are_folded_as_all_else_is(text, mark):
    assert f"{fold(text + mark)} é".lstrip() == fold(f"{text}{mark} é")
