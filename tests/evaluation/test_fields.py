"""Titles and bylines are one when only their setting differs."""

import pytest

from morgue.evaluation.bylines import names_in
from morgue.evaluation.titles import bare_title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("The “Harbour’s” Return", 'the "harbour\'s" return'),
        ("Harbour reopens | The Quay Courier", "harbour reopens"),
        ("Harbour — a history – The Quay Courier", "harbour - a history"),
        ("Ｈａｒｂｏｕｒ &amp; quay", "harbour & quay"),
        ("Re-opened: the harbour", "re-opened: the harbour"),
        ("", ""),
    ],
)
def test_a_title_is_bare_of_its_setting(title, bare):
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Harbour Desk", {"harbour desk"}),
        ("Metro Office and Dr. Quay Office", {"metro office", "quay office"}),
        ("Quay Office, MD, Ph.D.", {"quay office"}),
        ("Quay Office, Shipping Expert; Tide Office (Rotterdam)", {"quay office", "tide office"}),
        ("Quay Office | Editorial team", {"quay office"}),
        ("Editorial team", {"editorial team"}),
        ("QUAY OFFICE", {"quay office"}),
        ("(Quay)", {"quay"}),
        ("", set()),
    ],
)
def test_a_byline_is_a_set_of_names(byline, names):
    assert names_in(byline) == names
