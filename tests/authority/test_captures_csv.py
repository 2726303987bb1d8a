"""``captures.csv``: many captures described at once, each mistake told with its line."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from morgue.authority import AuthorityErrors, load_authority
from morgue.authority.captures_csv import CapturesCsv
from morgue.authority.sidecar import LISTS, Sidecar
from morgue.authority.table import MAX_BYTES, MAX_ROWS
from morgue.settings import Settings
from morgue.workspace import Workspace

CASES = yaml.safe_load(Path(__file__).with_name("captures_csv.yml").read_text(encoding="utf-8"))
FILES = ("harbour.html", "ferry timetable.html", "odd#name.html", "quays/tide.html", "pages.warc.gz")
TABLE = "content/captures/captures.csv"


def fill(archive, table, files=FILES):
    """Write an archive with two topics, some captures and a table that describes them."""
    for name in ("tides", "ferries"):
        write(archive / f"content/topics/{name}.md", f"---\nlabel: {name}\n---\n".encode())
    for name in files:
        write(archive / "content/captures" / name, b"raw")
    write(archive / TABLE, table)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def load(archive):
    return load_authority(archive / "content", [archive / "content/captures"])


def opened(archive):
    return Workspace(archive, archive / "content", Settings(), load(archive), in_archive=True)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_problem_is_told_with_its_line(case, tmp_path):
    """An archivist is told all that is wrong with a table at once."""
    fill(tmp_path, case["csv"].encode(case.get("encoding", "utf-8")))
    told = []
    try:
        load(tmp_path)
    except AuthorityErrors as errors:
        told = [str(problem) for problem in errors.problems]
    assert told == [f"{TABLE}:{line}: {words}" for line, words in case["problems"]]


def test_a_row_says_what_a_sidecar_says(tmp_path):
    """Lists are parted by semicolons; one of a semicolon alone is empty; an empty cell says nothing."""
    fill(tmp_path, CASES[0]["csv"].encode())
    workspace = opened(tmp_path)
    captures = tmp_path / "content/captures"
    assert workspace.described(captures / "harbour.html").of() == Sidecar(
        url="https://quay.example/harbour",
        published="2025-08",
        byline=("Harbour desk", "Foreign desk"),
        topics=("tides", "ferries"),
        publish=True,
        display="excerpt",
        note='Two lines,\nand a "quote".',
    )
    tide = workspace.described(captures / "quays/tide.html").of()
    assert (tide, tide.model_fields_set) == (Sidecar(byline=(), publish=False), {"byline", "publish"})
    pages = workspace.described(captures / "pages.warc.gz")
    assert [pages.of(member).published for member in ("120", "121")] == ["2025-01-02", "2025"]
    assert pages.of("inner.warc.gz#7").note == "Nested."


def test_the_sidecar_beside_a_capture_wins_field_by_field(tmp_path):
    """A row fills in what the nearer file leaves open; what is withheld goes with its reason and date."""
    table = "capture,title,source,withheld,reason,date\nharbour.html,Row,Quay,true,Row's,2025\n"
    fill(tmp_path, table.encode())
    sidecar = tmp_path / "content/captures/harbour.html.meta.yml"
    write(sidecar, b"title: Own\n")
    said = opened(tmp_path).described(tmp_path / "content/captures/harbour.html").of()
    assert (said.title, said.source, said.withheld, said.reason) == ("Own", "Quay", True, "Row's")
    write(sidecar, b"withheld: false\n")
    said = opened(tmp_path).described(tmp_path / "content/captures/harbour.html").of()
    assert (said.title, said.withheld, said.reason, said.date) == ("Row", False, None, None)


def test_two_tables_do_not_speak_of_one_capture(tmp_path):
    """A folder's table may describe what is below it, but not what a table there describes too."""
    fill(tmp_path, b"capture,title\nquays/tide.html,One\n")
    write(tmp_path / "content/captures/quays/captures.csv", b"capture,title\n\ntide.html,Two\n")
    words = (
        r"^content/captures/quays/captures\.csv:3: capture: tide\.html stands in content/captures/captures\.csv:2 too; "
    )
    with pytest.raises(AuthorityErrors, match=words):
        load(tmp_path)


def test_a_table_outside_the_archive_describes_its_folder(tmp_path):
    """A capture that a command is given has what stands beside it, and mistakes there are told."""
    write(tmp_path / "harbour.html", b"raw")
    write(tmp_path / "captures.csv", b"capture,title\nharbour.html,Harbour\n")
    workspace = Workspace(tmp_path, tmp_path / "content")
    assert workspace.described(tmp_path / "harbour.html").of() == Sidecar(title="Harbour")
    write(tmp_path / "captures.csv", b"capture,titel\nharbour.html,Harbour\n")
    with pytest.raises(
        AuthorityErrors, match=r"^captures\.csv:1: 'titel': there is no such column; did you mean title\?"
    ):
        workspace.described(tmp_path / "harbour.html")


def test_a_giant_table_is_refused(tmp_path):
    """Neither its bytes nor its rows are without bound."""
    fill(tmp_path, b"capture\n" + b"\n" * MAX_BYTES)
    with pytest.raises(AuthorityErrors, match=rf":1: is larger than {MAX_BYTES:,} bytes; part it by folders"):
        load(tmp_path)
    fill(tmp_path, b"capture\n" + b"\n" * MAX_ROWS)
    with pytest.raises(AuthorityErrors, match=rf":{MAX_ROWS + 1}: has more than {MAX_ROWS:,} rows; part it by folders"):
        load(tmp_path)
    fill(tmp_path, b"capture" + b",title" * 200_000)
    with pytest.raises(AuthorityErrors, match=r":1: has 200001 columns, and there are \d+ to be had; is a line break"):
        load(tmp_path)
    fill(tmp_path, b'capture\n"' + b"a" * 200_000)
    with pytest.raises(AuthorityErrors, match=r':2: has a cell of more than 131,072 characters; is a quote \("\) not'):
        load(tmp_path)


def test_lists_are_the_fields_that_hold_several_values():
    """A field that becomes a list is parted at semicolons in a table too."""
    several = {name for name, field in Sidecar.model_fields.items() if "tuple" in str(field.annotation)}
    assert several == LISTS


TABLES = st.one_of(
    st.binary(),
    st.text(alphabet=st.sampled_from('capture,url;#"\n\r\t \0ab./é')).map(str.encode),
    st.text(alphabet=st.sampled_from(',;#"\n\r ab.:/true2025-')).map(lambda cells: f"capture,{cells}".encode()),
)


@example(data=b"capture\n" + b"#" * 100_000)
@given(data=TABLES)
def test_any_bytes_are_read_or_told(data):
    """Whatever stands in a table, the result is rows, or problems with a line of it."""
    read = CapturesCsv("captures.csv", data, {"a", "b.html"})
    lines = len((data + b".").splitlines())
    for problem in read.problems:
        assert 1 <= problem.line <= lines
        assert len(str(problem).splitlines()) == 1
