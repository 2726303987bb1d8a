"""A day is read as far as a text states it."""

from pathlib import Path

import pytest
import yaml

from morgue.extraction.metadata.days import day_of

CASES = yaml.safe_load(Path(__file__).with_name("days.yml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "language", "day"), CASES)
def test_a_day_is_read_as_its_language_writes_it(text, language, day):
    assert day_of(text, language) == day
