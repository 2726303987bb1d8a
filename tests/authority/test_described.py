"""What is said of a capture: the nearer word wins field by field, and a row that meets nothing is told."""

from morgue.authority.described import Described, Row
from morgue.authority.sidecar import Sidecar

FILE = Row("captures.csv", 2, "", Sidecar(source="The Quay Courier", language="en", display="record"))
INNER = Row("captures.csv", 3, "inner.warc.gz", Sidecar(rights="Quay Press", title="A container's"))
PLACE = Row("captures.csv", 4, "inner.warc.gz#120", Sidecar(title="Harbour reopens"))
URL = Row("captures.csv", 5, "https://quay.example/harbour", Sidecar(title="By URL", note="Seen twice."))
OWN = Sidecar(source="The Quay Evening Courier", display="full")


def test_the_nearer_word_wins_field_by_field() -> None:
    """The capture's own row comes before its URL's, its container's, the file's sidecar and the file's row."""
    said = Described(OWN, [FILE, INNER, PLACE, URL]).of("inner.warc.gz#120", "http://www.quay.example/harbour#top")
    assert said == Sidecar(
        source="The Quay Evening Courier",
        language="en",
        display="full",
        rights="Quay Press",
        title="Harbour reopens",
        note="Seen twice.",
    )


def test_a_capture_of_which_no_row_speaks_has_what_is_said_of_the_file() -> None:
    """A plain file has it too, and a file of which nothing is said has an empty sidecar."""
    described = Described(None, [FILE, PLACE])
    assert described.of("inner.warc.gz#121", None) == described.of() == FILE.said
    assert Described().of("x", "https://quay.example/") == Sidecar()


def test_rows_that_met_nothing_are_told_with_the_nearest_right_name() -> None:
    """A place is compared with places, a URL with URLs."""
    described = Described(None, [INNER, PLACE, URL])
    described.of("inner.warc.gz#1200", "https://quay.example/harbours")
    assert [(problem.line, problem.message) for problem in described.unmet()] == [
        (4, "capture: nothing in the file is inner.warc.gz#120; did you mean inner.warc.gz#1200?"),
        (
            5,
            "capture: nothing in the file is https://quay.example/harbour; did you mean https://quay.example/harbours?",
        ),
    ]
