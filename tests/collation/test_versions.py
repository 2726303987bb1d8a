"""Captures of one address are versions of one clipping."""

from tests.collation.records import archive, at, record, shown

from morgue.authority.sidecar import Sidecar
from morgue.model import Sighting


def test_newest_version_is_shown():
    """Captures of one URL are versions of one clipping, newest first, whatever tracks them."""
    old = record(text="old", captured="2020-01-01")
    new = record("https://www.a.example/1?utm_source=x", text="new", captured="2020-01-01T10:00:00+02:00")
    collated = archive(old, new)
    assert shown(collated) == ["new"]
    (versions,) = collated.versions.values()
    assert list(collated.versions) == list(at("https://a.example/1"))
    assert [version.record for version in versions] == [new, old]


def test_what_an_archivist_wrote_of_a_page_outlives_its_next_capture():
    """Byte-equal captures are one: the described one stands for them, though a newer one has a sidecar of its own."""
    described = record(digest="ab" * 32, captured="2025-01", title="Corrected", sidecar=Sidecar(title="Corrected"))
    again = record(digest="ab" * 32, captured="2025-02", sidecar=Sidecar(captured="2025-02"))
    [[version]] = archive(again, described).versions.values()
    assert version.record.clipping.title == "Corrected"
    assert [capture.captured for capture in version.captures] == ["2025-02", "2025-01"]


def test_how_a_page_may_be_shown_holds_for_its_newer_versions():
    oldest = record(text="One", captured="2025-01", sidecar=Sidecar(display="record", rights="Theirs"))
    older = record(text="Two", captured="2025-02", sidecar=Sidecar(display="excerpt", title="A plan"))
    new = record(text="Three", captured="2025-03")
    [shown_now] = archive(new, older, oldest).records.values()
    sidecar = shown_now.clipping.sidecar
    assert (shown_now.text, sidecar.display, sidecar.rights, sidecar.title) == ("Three", "excerpt", "Theirs", None)


def test_versions_are_compared_in_one_time_zone():
    """A capture that is later on the clock of another zone is not newer for that."""
    earlier = record(text="earlier", captured="2020-01-01T12:00:00+05:00")
    later = record(text="later", captured="2020-01-01T11:00:00+00:00")
    assert shown(archive(earlier, later)) == ["later"]


def test_versions_without_capture_date_go_by_update():
    """Where no capture is dated, the page's own dates decide."""
    first = record(text="first", published="2020-01-01")
    second = record(text="second", published="2020-01-01", updated="2020-01-03")
    assert shown(archive(second, first)) == ["second"]


def test_equal_captures_are_one_and_both_are_listed():
    """They are one version, as new as the newest of them; each keeps its time and its origin."""
    times = {"b": "2021-05", "a": "2021-05", "c": "2023", "d": None}
    equal = [record(origin=f"captures/{name}.html", digest="ab" * 32, captured=time) for name, time in times.items()]
    between = record(text="between", origin="captures/e.html", captured="2022")
    collated = archive(*equal, between)
    assert [entry.clipping.origin for entry in collated.records.values()] == ["captures/c.html"]
    [[first, second]] = collated.versions.values()
    assert [(each.captured, each.origin) for each in first.captures] == [
        ("2023", "captures/c.html"),
        ("2021-05", "captures/a.html"),
        ("2021-05", "captures/b.html"),
        (None, "captures/d.html"),
    ]
    assert (second.record, second.captures) == (between, (Sighting("2022", "captures/e.html"),))


def test_equal_captures_alone_are_listed_too():
    """A clipping with one version has it listed where more than one capture holds it."""
    [[version]] = archive(record(origin="a", digest="ab" * 32), record(origin="b", digest="ab" * 32)).versions.values()
    assert [each.origin for each in version.captures] == ["a", "b"]
    assert not archive(record()).versions
