from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority import Authority, AuthorityErrors, load_authority
from morgue.authority.yaml_source import MAX_CHARACTERS

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))


def write(archive, files):
    for name, text in files.items():
        path = archive / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def load(archive):
    return load_authority(archive / "content", [archive / "elsewhere"])


def problems_of(archive):
    try:
        load(archive)
    except AuthorityErrors as errors:
        return errors.problems
    return ()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_problem_is_told_with_file_and_line(case, tmp_path):
    """An archivist is told all that is wrong at once, each with its file, its line and what to do."""
    write(tmp_path, case["files"])
    assert [str(problem) for problem in problems_of(tmp_path)] == case["problems"]


def test_scalars_stay_what_was_written(tmp_path):
    """Years, dates, Norway and leading zeros are read as text; true and false only where the schema wants them."""
    write(tmp_path, CASES[0]["files"])
    authority = load(tmp_path)
    norway, nansen = authority.actors["norway"], authority.actors["fridtjof-nansen"]
    assert (norway.iso, norway.exclude) == ("NO", ("Norway lobster",))
    names = [(language, alias.name) for language, alias in norway.names]
    assert names == [("any", "Norway"), ("any", "Kingdom of Norway"), ("no", "Norge"), ("no", "Noreg")]
    assert norway.biography == "A kingdom."
    assert (nansen.roles[0].since, nansen.roles[0].until) == ("1921", "1930-05-13")
    sidecar = authority.sidecars[(tmp_path / "content/captures/1922/page.html").resolve()]
    assert (sidecar.published, sidecar.language, sidecar.publish) == ("1922-08", "no", True)
    assert sidecar.byline == ("Foreign desk",)
    assert authority.topics["refugees"].iptc == "20000780"
    assert authority.outlets["fjord-gazette"].hosts == ("fjord-gazette.example",)
    assert authority.decisions.merge == {"fridtjof-nansen": ("f-nansen",)}


def test_an_archive_without_content_is_empty(tmp_path):
    """Missing folders are no error: an archive begins with captures alone."""
    assert load(tmp_path) == Authority()


def test_a_file_in_another_encoding_is_told(tmp_path):
    """A file that is not UTF-8 is named with the line of the first bad byte."""
    write(tmp_path, {"content/rules/a.yml": ""})
    (tmp_path / "content/rules/a.yml").write_bytes(b"name: A\nrights: Zeitung \xfcber alles\n")
    with pytest.raises(AuthorityErrors, match=r"^content/rules/a\.yml:2: is not UTF-8; save it in that encoding$"):
        load(tmp_path)


def test_a_giant_file_is_refused_unread(tmp_path):
    """Nothing is parsed that no archivist wrote by hand."""
    write(tmp_path, {"content/decisions.yml": "#" * (MAX_CHARACTERS + 1)})
    with pytest.raises(AuthorityErrors, match="longer than 1,000,000 characters"):
        load(tmp_path)


def test_the_same_capture_folder_twice_counts_once(tmp_path):
    """A folder inside another is not read as two."""
    write(tmp_path, {"content/captures/a/b.txt": "raw", "content/captures/a/b.txt.meta.yml": "title: B"})
    authority = load_authority(tmp_path / "content", [tmp_path / "content/captures/a"])
    assert len(authority.sidecars) == 1


YAMLISH = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("-:[]{}&*!|>?#'\"\n \t,ab")))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("decisions.yml", "{}"),
        ("decisions.yml", "merge:\n {}"),
        ("decisions.yml", "split:\n {}"),
        ("decisions.yml", "split:\n a:\n  b: {}\n  c: rest\n"),
        ("captures/a.txt.meta.yml", "{}"),
        ("rules/a.yml", "name: {}"),
        ("rules/a.yml", "name: A\nmain: {}"),
        ("rules/a.yml", "name: A\nremove:\n- pattern: {}"),
        ("rules/a.yml", "name: A\nkeep:\n- selector: {}"),
        ("actors/a.md", "---\nname: A\nkind: bloc\n{}\n---\n"),
        ("actors/a.md", "---\nname: A\nkind: bloc\naliases:\n  en: [{}]\n---\n"),
        ("actors/a.md", "---\nname: A\nkind: bloc\naliases:\n  en: [B, {name: A, beside: {}}]\n---\n"),
        ("topics/a.md", "---\nlabel: A\nbroader: {}\n---\n"),
    ],
)
@given(text=YAMLISH)
def test_any_text_is_read_or_told(name, form, text, tmp_path_factory):
    """Whatever stands in a file, the result is an authority, or problems of that file, a line each."""
    archive = tmp_path_factory.mktemp("archive")
    write(archive, {"content/captures/a.txt": "", f"content/{name}": form.replace("{}", text)})
    for problem in problems_of(archive):
        assert problem.file == f"content/{name}"
        assert len(str(problem).splitlines()) == 1
