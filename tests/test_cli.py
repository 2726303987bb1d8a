"""The command: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from morgue.cli import main
from morgue.inspection import SCHEMA

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour reopens</title>
<meta property="article:published_time" content="1998-05-04T08:00:00Z"></head><body><article><h1>Harbour reopens</h1>
<p>The harbour office said on Monday that the eastern basin is open to ships again, three weeks after the storm closed
it, and that the pilots have begun to bring the first of the waiting freighters in.</p>
<p>Repairs to the outer wall go on until the autumn, the office said, and the ferry keeps to its winter timetable until
then, because its landing stage was the part of the quay that the water damaged most.</p></article></body></html>
"""

FIELDS = [
    "schema",
    "origin",
    "sha256",
    "url",
    "source",
    "title",
    "byline",
    "published",
    "updated",
    "captured",
    "language",
    "text",
    "extracted",
    "blocks",
    "pictures",
    "removed",
    "links_changed",
    "actors",
    "quotes",
    "topics",
    "refused",
    "incomplete",
    "error",
]


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments, **options):
        return CliRunner().invoke(main, list(map(str, arguments)), **options)

    return invoke


def test_a_page_is_a_json_line(run, tmp_path):
    """The line has every field of the schema, positions that hold, and is the same each time."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    result = run("inspect", "page.html")
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    page = json.loads(line)
    assert list(page) == FIELDS
    assert (page["schema"], page["origin"], page["error"], page["refused"]) == (SCHEMA, "page.html", None, None)
    assert (page["title"], page["published"], page["language"]) == ("Harbour reopens", "1998-05-04", "en")
    assert page["text"].startswith("The harbour office said")
    for removal in page["removed"]:
        assert page["extracted"][removal["start"] : removal["end"]] == removal["text"]
    assert (
        "\n\n".join(page["extracted"][block["start"] : block["end"]] for block in page["blocks"]) == page["extracted"]
    )
    assert run("inspect", "page.html").stdout == result.stdout


def test_standard_input_is_a_page(run):
    page = json.loads(run("inspect", "-", input=PAGE).stdout)
    assert (page["origin"], page["title"]) == ("-", "Harbour reopens")


def test_files_keep_the_order_given(run, tmp_path):
    for name in ("b.html", "a.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    lines = run("inspect", "b.html", "a.html", ".").stdout.splitlines()
    assert [json.loads(line)["origin"] for line in lines] == ["b.html", "a.html", "a.html", "b.html"]


def test_a_sidecar_beside_a_capture_counts(run, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.html.meta.yml").write_text("published: 1998-05\nsource: The Evening Post\n", encoding="utf-8")
    page = json.loads(run("inspect", "page.html").stdout)
    assert (page["published"], page["source"]) == ("1998-05", "The Evening Post")


def test_a_sidecar_that_cannot_stand_is_said(run, tmp_path):
    """Outside an archive too: the file, the line and the right name, and no traceback."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.html.meta.yml").write_text("titel: Elsewhere\n", encoding="utf-8")
    result = run("inspect", "page.html")
    assert result.exit_code == 1
    assert result.stderr == "Error: page.html.meta.yml:1: titel: there is no such field; did you mean title?\n"


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(run, tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    result = run("inspect", "a.html", "b.html")
    failed, read = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert "empty" in failed["error"]
    assert read["error"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("inspect", "nowhere.html"), "there is no file or folder nowhere.html"),
        (("inspect",), "Missing argument"),
        (("inspect", "--pretty", "--removed", "."), "exclude each other"),
        (("--settings", "nowhere.py", "inspect", "."), "nowhere.py"),
    ],
)
def test_wrong_usage_is_said(run, arguments, message):
    result = run(*arguments)
    assert (result.exit_code, message in result.output) == (2, True), result.output


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("MORGUE_DISPLAY = 'all'", "MORGUE_DISPLAY"),
        ("MORGUE_DISPLY = 'full'", "did you mean"),
        ("1/0", "ZeroDivisionError"),
    ],
)
def test_a_wrong_setting_stops_it_by_name(run, tmp_path, settings, message):
    (tmp_path / "pelican.conf.py").write_text(settings, encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    result = run("inspect", "page.html")
    assert (result.exit_code, message in result.output) == (1, True), result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("option", ["--pretty", "--removed"])
def test_people_get_words(run, tmp_path, option):
    (tmp_path / "page.html").write_text(PAGE.replace("</article>", "<p>No comments</p></article>"), encoding="utf-8")
    result = run("inspect", option, "page.html")
    assert result.exit_code == 0
    assert "Removed:" in result.stdout


def test_states_are_known_without_any_file(run, tmp_path):
    """Outside an archive, and in one without actors, a page's states are filed."""
    page = PAGE.replace("The harbour office said", "Norway's government and the EU said")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    outside = json.loads(run("inspect", "page.html").stdout)
    (tmp_path / "pelican.conf.py").write_text("SITENAME = 'An archive'\n", encoding="utf-8")
    inside = json.loads(run("inspect", "page.html").stdout)
    for line in (outside, inside):
        assert [(actor["id"], actor["name"], actor["kind"], actor["known"]) for actor in line["actors"]] == [
            ("norway", "Norway", "country", True),
            ("european-union", "European Union", "bloc", True),
        ]


@pytest.mark.long
def test_many_pages_go_through_several_processes_in_order(run, tmp_path):
    """Thirty-two pages are enough for two processes; what they give is what one gives."""
    for number in range(32):
        (tmp_path / f"{number:02}.html").write_text(PAGE.replace("Monday", f"day {number}"), encoding="utf-8")
    several = run("inspect", ".", env={"MORGUE_WORKERS": "2"})
    assert [json.loads(line)["origin"] for line in several.stdout.splitlines()] == [f"{n:02}.html" for n in range(32)]
    assert several.stdout == run("inspect", ".", env={"MORGUE_WORKERS": "1"}).stdout


def test_the_seed_gives_what_it_should():
    """The page that began it all: one body, everything else taken out by name, every speaker found."""
    from morgue.evaluation import find_corpus

    root = Path(__file__).parent.parent
    corpus = find_corpus("seed", root)
    if corpus is None:
        pytest.skip("no labelled data: MORGUE_CORPORA is not set and the default is not there")
    result = CliRunner().invoke(main, ["--settings", str(root / "pelican.conf.py"), "inspect", str(corpus)])
    page = json.loads(result.stdout)
    [dump] = corpus.iterdir()
    assert f"({page['source']}) " in dump.read_text(encoding="utf-8").splitlines()[1]
    assert page["published"] is None
    assert len(page["text"].split("\n\n")) == 7
    rules = [removal["rule"] for removal in page["removed"]]
    assert rules == ["dateline", *["repeat"] * 6, *["disclaimer"] * 2, *["promo"] * 3, *["comments"] * 2]
    assert {"donald-trump", "volodymyr-zelensky", "mark-rutte", "vladimir-putin", "sergey-lavrov", "nato"} <= {
        actor["id"] for actor in page["actors"]
    }
    assert {"united-states", "ukraine", "russia"} <= {actor["id"] for actor in page["actors"]}
    assert page["quotes"][0]["actor"] == "donald-trump"
    assert {"absolutely unacceptable": "sergey-lavrov"}.items() <= {
        quote["text"]: quote["actor"] for quote in page["quotes"]
    }.items()
    assert {"security-guarantees", "nato-membership", "peacekeeping"} <= {topic["id"] for topic in page["topics"]}
