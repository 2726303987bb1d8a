"""What is read anew after a change, and what is not: a build after any edit gives what a clean build gives."""

import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from morgue.authority.entries import Authority
from morgue.cache import Cache
from morgue.capture import capture_of
from morgue.limits import STANDARD
from morgue.model import Failure, Record
from morgue.pipeline import Workers, versions, work
from morgue.pipeline.keys import STATE
from morgue.pipeline.results import Results
from morgue.pipeline.run import Run

HARBOUR, LOCK = "Northbank Harbour Office", "Saltmarsh Lock Board"


@pytest.fixture
def filed(archive, read_anew):
    """Three pages, read once: two of them name the harbour office, one the lock board."""
    archive.page(1, f"The {HARBOUR} said so.")
    archive.page(2, f"The {HARBOUR} and the {LOCK} said so.")
    archive.page(3, "It told us no more.", host="saltmarsh-herald.example")
    archive.actor("northbank", HARBOUR)
    archive.outcomes()
    assert list(map(len, read_anew.values())) == [3, 3]
    return archive


def _again(archive, read_anew):
    """Build again; return the numbers of the pages cleaned and indexed, after a comparison with a clean build."""
    for done in read_anew.values():
        done.clear()
    outcomes = archive.outcomes()
    counts = [[int(name[-8:-5]) for name in done] for done in read_anew.values()]
    assert outcomes == archive.outcomes(cached=False)
    return counts


def test_nothing_is_read_twice(filed, read_anew):
    assert _again(filed, read_anew) == [[], []]


def test_a_new_page_alone_is_read(filed, read_anew):
    filed.page(4)
    assert _again(filed, read_anew) == [[4], [4]]


def test_a_page_that_moves_is_not_read_again_and_keeps_its_new_place(filed, read_anew):
    folder = filed.root / "content/captures"
    (folder / "page-001.html").rename(folder / "page-009.html")
    assert _again(filed, read_anew) == [[], []]
    assert filed.outcomes()[-1].clipping.origin == "content/captures/page-009.html"


@pytest.mark.parametrize(
    ("identity", "name", "indexed"),
    [
        ("saltmarsh", LOCK, [2]),  # a name that no file had
        ("northbank", "Tidewater Port Office", [1, 2]),  # one that stands in no page any more
        ("northbank", LOCK, [1, 2]),
        ("other", "A Board Named Nowhere", []),
        ("basin", "A Board Named Nowhere", [1, 2, 3]),  # what a page calls "Basin" would be taken for it
        ("nobody", "US", []),  # "us" is no "US"
    ],
)
def test_an_actor_s_file_re_indexes_what_its_old_or_new_names_stand_in(filed, read_anew, identity, name, indexed):
    filed.actor(identity, name)
    assert _again(filed, read_anew) == [[], indexed]


def test_a_biography_re_indexes_nothing(filed, read_anew):
    filed.actor("northbank", HARBOUR, "It was founded in 1902.")
    assert _again(filed, read_anew) == [[], []]


def test_an_actor_s_file_that_goes_re_indexes_what_named_it(filed, read_anew):
    (filed.root / "content/actors/northbank.md").unlink()
    assert _again(filed, read_anew) == [[], [1, 2]]


def test_several_edits_in_a_row_count_together(filed, read_anew):
    filed.actor("saltmarsh", LOCK)
    filed.outcomes()
    filed.actor("northbank", "Tidewater Port Office")
    filed.actor("other", "A Board Named Nowhere")
    assert _again(filed, read_anew) == [[], [1, 2]]


def test_what_was_found_in_an_earlier_state_of_the_files_is_found_again(filed, read_anew):
    """So several branches of an archive may share a cache."""
    filed.actor("northbank", LOCK)
    filed.outcomes()
    filed.actor("northbank", HARBOUR)
    assert _again(filed, read_anew) == [[], []]


def test_a_state_of_the_files_that_workers_indexed_in_is_kept(archive):
    """So after an edit only what has changed is looked for."""
    archive.page(1)
    [path] = (archive.root / "content/captures").iterdir()
    authority = Authority()
    with Cache(archive.root, 1_000_000) as cache, Workers(1, work.furnish, authority, STANDARD) as workers:
        list(Run(authority, Results(cache, authority), workers).outcomes([capture_of(path.read_bytes(), path.name)]))
    with closing(sqlite3.connect(archive.root / "cache.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM entry WHERE substr(key, 1, 1) = ?", (STATE,)).fetchone() == (1,)


def test_a_paragraph_that_becomes_a_block_quote_is_indexed_again(archive, read_anew):
    """Its text stays as it was, but block quotes are spoken by somebody."""
    said = "<p>No ship has to wait longer than a day, and the pilots work at night until all of them are in.</p>"
    archive.page(1, f"The harbour office said in a statement:</p>{said}<p>It told us no more.")
    archive.outcomes()
    archive.page(1, f"The harbour office said in a statement:</p><blockquote>{said}</blockquote><p>It told us no more.")
    assert _again(archive, read_anew) == [[1], [1]]


def test_a_lost_state_of_the_files_costs_no_indexing(filed, read_anew):
    """Then all their entries are looked for in every text."""
    with closing(sqlite3.connect(filed.root / ".morgue-cache/cache.sqlite")) as database, database:
        assert database.execute("DELETE FROM entry WHERE substr(key, 1, 1) = ?", (STATE,)).rowcount == 1
    filed.actor("northbank", LOCK)
    assert _again(filed, read_anew) == [[], [1, 2]]


def test_a_topic_re_indexes_what_its_terms_stand_in(filed, read_anew):
    filed.write("topics/locks.md", "---\nlabel: Locks\nterms:\n  en: [lock board]\n---\n")
    assert _again(filed, read_anew) == [[], [2]]
    filed.write("topics/locks.md", "---\nlabel: Locks\nterms:\n  en: [lock board, outer wall*]\n---\n")
    assert _again(filed, read_anew) == [[], [1, 2, 3]]


def test_an_outlet_s_rule_reads_its_own_pages_again(filed, read_anew):
    """They are indexed anew only where their text changes."""
    rules = "name: Saltmarsh Herald\nhosts: [saltmarsh-herald.example]\nremove:\n  - Repairs to the outer wall\n"
    filed.write("rules/saltmarsh-herald.yml", rules)
    assert _again(filed, read_anew) == [[3], [3]]
    filed.write("rules/saltmarsh-herald.yml", rules + "  - Words that stand nowhere\n")
    assert _again(filed, read_anew) == [[3], []]
    filed.write("rules/saltmarsh-herald.yml", rules.replace("name:", "# moved down a line\nname:"))
    assert _again(filed, read_anew) == [[3], []]  # where a rule is written stands in the removal


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("title: Another title", [[1], [1]]),
        ("keep: [promo]", [[1], []]),
        ("topics: []", [[], []]),
        ("note: Seen twice", [[], []]),
        ("display: excerpt", [[], []]),
    ],
)
def test_a_sidecar_reads_again_what_it_can_change(filed, read_anew, said, again):
    filed.write("captures/page-001.html.meta.yml", f"{said}\n")
    assert _again(filed, read_anew) == again
    [first, *_] = filed.outcomes()
    assert first.clipping.sidecar.model_fields_set == {said.partition(":")[0]}


def test_listed_actors_and_topics_are_found_again(filed, read_anew):
    filed.write("captures/page-003.html.meta.yml", "actors: [northbank]\n")
    assert _again(filed, read_anew) == [[], [3]]
    filed.actor("northbank", LOCK)
    assert _again(filed, read_anew) == [[], [1, 2, 3]]


def test_what_fails_for_good_is_not_tried_again(filed, read_anew):
    (filed.root / "content/captures/page-005.html").write_text("<p>" + "<b>" * 100_000, encoding="utf-8")
    assert isinstance(filed.outcomes()[-1], Failure)
    assert _again(filed, read_anew) == [[], []]


def test_what_may_pass_is_tried_again(filed, read_anew, monkeypatch):
    def full(*_):
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(sys.modules["morgue.extraction.extract"], "parse", full)
        filed.page(6)
        assert "MemoryError" in filed.outcomes()[-1].reason
    assert _again(filed, read_anew) == [[6], [6]]


@pytest.mark.parametrize("room", ["clean", "_indexer"])
def test_a_fault_of_a_room_costs_its_page_alone(archive, monkeypatch, room):
    """Whatever it is, the page is listed with its reason."""
    archive.page(1)
    archive.page(2)

    def fault(clipping, *_):
        raise ZeroDivisionError(f"a fault over {clipping.title}") if "2" in clipping.title else ValueError

    where = "morgue.pipeline.rooms.clean" if room == "clean" else "morgue.indexing.Indexer.index"
    whole = {"clean": __import__("morgue.cleaning", fromlist=["clean"]).clean}.get(room)
    from morgue.indexing import Indexer

    index = Indexer.index

    def cleaned(clipping, outlets):
        return fault(clipping) if clipping.title.endswith("2") else whole(clipping, outlets)

    def indexed(self, clipping, mask):
        return fault(clipping) if clipping.title.endswith("2") else index(self, clipping, mask)

    monkeypatch.setattr(where, cleaned if room == "clean" else indexed)
    one, two = archive.outcomes()
    assert isinstance(one, Record)
    assert isinstance(two, Failure)
    assert "ZeroDivisionError: a fault over Harbour notice 2" in two.reason


def test_code_that_changes_makes_results_anew(tmp_path, monkeypatch):
    """What a result cannot depend on is left out, anything new counts."""
    package = tmp_path / "morgue"
    shutil.copytree(versions.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(versions, "PACKAGE", package)

    def seen(*others):
        versions.version_of.cache_clear()
        return versions.version_of(*others)

    before, without_indexing = seen(), seen("indexing")
    (package / "publication/views.py").write_text("", encoding="utf-8")
    (package / "cache/store.py").write_text("", encoding="utf-8")
    assert (seen(), seen("indexing")) == (before, without_indexing)
    (package / "indexing/cues.yml").write_text("", encoding="utf-8")
    assert seen() != before
    assert seen("indexing") == without_indexing
    (package / "new_room.py").write_text("", encoding="utf-8")
    assert seen("indexing") != without_indexing
    versions.version_of.cache_clear()


def test_versions_of_libraries_count():
    names = [name for name, version in versions._installed() if version]  # noqa: SLF001
    assert {"trafilatura", "lxml", "htmldate", "unidecode"} <= set(names)
