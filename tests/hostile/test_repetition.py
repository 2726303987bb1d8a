"""Pages and texts that repeat without end take no longer than others: a second and a little, with a wide margin."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

_SPEC = importlib.util.spec_from_file_location(
    "benchmark_of_repetition", Path(__file__).parents[2] / "benchmarks" / "repetition.py"
)
repetition = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(repetition)

SECONDS = 10
"""What each takes at the most; on a quiet machine less than one."""


@pytest.mark.parametrize("name", repetition.PAGES)
def test_twins_are_found_in_linear_time(name):
    assert repetition.page_seconds(*repetition.PAGES[name]) < SECONDS


@pytest.mark.parametrize("name", repetition.TEXTS)
def test_copies_are_found_in_linear_time(name):
    assert repetition.text_seconds(*repetition.TEXTS[name]) < SECONDS
