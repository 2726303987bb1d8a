"""Patterns are looked for in bounded time, whatever they are and whatever they meet."""

import time

import pytest

from morgue.authority.patterns import check_pattern, found


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+$", "a" * 1_000_000 + "b"),
        ("(x+x+)+y", "x" * 1_000_000),
        ("(?s)a.*?c|a", "a" * 1_000_000),
        ("(.*,){12}z", "1," * 200_000),
    ],
)
def test_a_pattern_that_runs_away_elsewhere_does_not_here(pattern, text):
    begun = time.process_time()
    list(found(check_pattern(pattern), text))
    assert time.process_time() - begun < 10


def test_places_are_counted_in_code_points():
    """Whatever the bytes of the letters before it, a place is one of the text."""
    text = "Ärger über 港 und 🌊: (Foto: Hafenamt) Ende"
    [(start, end)] = found(r"\(Foto:[^)]*\)", text)
    assert text[start:end] == "(Foto: Hafenamt)"


def test_a_pattern_written_in_decomposed_letters_fits_composed_ones():
    assert list(found("Leído", "Más Leído")) == [(4, 9)]
