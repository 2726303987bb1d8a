"""The word lists that are patterns: joined to one, they match what they match alone."""

import re
from importlib.resources import files

import pytest

from morgue.letters import small
from morgue.vocabulary import any_of, load

NAMES = sorted(
    each.name.removesuffix(".yml") for each in files("morgue.vocabulary").iterdir() if each.name[-4:] == ".yml"
)


@pytest.mark.parametrize("name", NAMES)
def test_no_pattern_keeps_its_groups(name):
    for patterns in load(name).values():
        assert not any(re.search(r"\[[^\]]*\(|\\\d", pattern) for pattern in patterns)  # a bracket that is no group's
        assert re.compile(any_of(patterns)).groups == 0


SMALL = [
    *(("disclaimer", group) for group in ("phrases", "itself", "rights")),
    *(("disclosure", group) for group in ("hints", "alone", "earns", "links")),
]


def test_brackets_that_are_text_stay():
    assert re.fullmatch(any_of([r"\(c\) (us|them)", "(?:a|b)+"]), "(c) us")


@pytest.mark.parametrize(("name", "group"), SMALL)
def test_what_is_looked_for_in_small_letters_has_no_capital(name, group):
    for pattern in load(name)[group]:
        assert re.sub(r"\\.", "", pattern) == small(re.sub(r"\\.", "", pattern))
