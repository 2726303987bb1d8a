"""Settings: right ones are read, wrong ones stop the build by name."""

import re

import pytest

from morgue.settings import Settings, SettingsError, read_settings, setting_name


def test_defaults_stand():
    assert read_settings({}, {}) == Settings()


@pytest.mark.parametrize(
    ("configured", "environment", "field", "value"),
    [
        ({"MORGUE_DISPLAY": "excerpt"}, {}, "display", "excerpt"),
        ({"MORGUE_DISPLAY": "excerpt"}, {"MORGUE_DISPLAY": "record"}, "display", "record"),
        ({}, {"MORGUE_CAPTURES": "a:b"}, "captures", ("a", "b")),
        ({"MORGUE_CAPTURES": ["a"]}, {"MORGUE_CAPTURES": ""}, "captures", ()),
        ({"MORGUE_NOINDEX": True}, {"MORGUE_NOINDEX": ""}, "noindex", False),
        ({"MORGUE_NOTICE": "A sample."}, {"MORGUE_NOTICE": ""}, "notice", ""),
        ({"MORGUE_WORKERS": 4}, {"MORGUE_WORKERS": ""}, "workers", 0),
        ({}, {"MORGUE_WORKERS": "2"}, "workers", 2),
        ({"MORGUE_MAX_FAILURES": 3}, {}, "max_failures", "3"),
        ({}, {"MORGUE_CORPORA": "/somewhere"}, "display", "full"),
        ({}, {"MORGUE_ADD_DELAY": "0.5"}, "add_delay", 0.5),
        (
            {"MORGUE_CONTACT": "https://harbour-library.example/robot"},
            {},
            "contact",
            "https://harbour-library.example/robot",
        ),
    ],
)
def test_a_setting_is_read(configured, environment, field, value):
    """The environment wins; empty there is off."""
    assert getattr(read_settings(configured, environment), field) == value


@pytest.mark.parametrize(
    ("configured", "environment", "message"),
    [
        (
            {"MORGUE_DISPLY": "full"},
            {},
            r"MORGUE_DISPLY \(pelican.conf.py\): no such setting; did you mean MORGUE_DISPLAY\?",
        ),
        ({}, {"MORGUE_WORKER": "1"}, r"MORGUE_WORKER \(the environment\): .* MORGUE_WORKERS\?"),
        ({"MORGUE_DISPLAY": "all"}, {}, r"MORGUE_DISPLAY: .*'full', 'excerpt' or 'record'.*'all'"),
        ({"MORGUE_WORKERS": "two"}, {}, r"MORGUE_WORKERS: .*integer.*'two'"),
        ({"MORGUE_CAPTURES": 7}, {}, r"MORGUE_CAPTURES: .*7"),
        ({"MORGUE_MAX_FAILURES": "many"}, {}, r"MORGUE_MAX_FAILURES: give a number .*share.*'many'"),
        ({"MORGUE_ACTOR_MIN_CLIPPINGS": 0}, {}, r"MORGUE_ACTOR_MIN_CLIPPINGS: .*0"),
        ({"MORGUE_CONTACT": "a@b.example\r\nCookie: x"}, {}, r"MORGUE_CONTACT: .*without spaces"),
        ({}, {"MORGUE_ADD_DELAY": "nan"}, r"MORGUE_ADD_DELAY: .*finite number"),
        ({}, {"MORGUE_ADD_SECONDS": "0"}, r"MORGUE_ADD_SECONDS: .*greater than 0"),
    ],
)
def test_a_wrong_setting_is_named(configured, environment, message):
    with pytest.raises(SettingsError, match=message):
        read_settings(configured, environment)


@pytest.mark.parametrize(
    ("allowed", "failed", "total", "too_many"),
    [("", 9, 9, False), ("0", 1, 9, True), ("2", 2, 9, False), ("0.1", 1, 9, True), ("0.5", 4, 9, False)],
)
def test_failures_are_counted_or_shared(allowed, failed, total, too_many):
    assert Settings(max_failures=allowed).too_many_failures(failed, total) is too_many


def test_every_setting_is_documented(root):
    """docs/settings.md names each setting, its default and its line of documentation."""
    documented = (root / "docs" / "settings.md").read_text(encoding="utf-8")
    for field, info in Settings.model_fields.items():
        row = next((line for line in documented.splitlines() if f"`{setting_name(field)}`" in line), "")
        assert info.description in row, field
    assert set(re.findall(r"`(MORGUE_[A-Z_]+)`", documented)) <= {
        *map(setting_name, Settings.model_fields),
        "MORGUE_CORPORA",
    }
