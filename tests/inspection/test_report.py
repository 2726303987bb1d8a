"""The report: what was taken out of many captures, by rule and by outlet."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from morgue.cli import main
from morgue.inspection import RULE_NAMES
from morgue.inspection.lost import Elsewhere
from morgue.model import SEPARATOR, Block, Clipping, Mask, Record, Removal

WRITTEN = yaml.safe_load((Path(__file__).parent / "report.yml").read_text(encoding="utf-8"))


@pytest.fixture
def report(tmp_path, monkeypatch):
    """Return a function that runs the command in a folder with the captures."""
    monkeypatch.chdir(tmp_path)
    for name, text in WRITTEN["captures"].items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def report(*arguments):
        return CliRunner().invoke(main, ["report", *arguments])

    return report


@pytest.mark.parametrize("case", WRITTEN["cases"], ids=lambda case: case["it"])
def test_the_report(report, case):
    result = report(*case.get("options", ()), "--json", *case.get("paths", ["."]))
    assert result.exit_code == case["exit"], result.output
    said = json.loads(result.stdout)
    rules = {rule["rule"]: rule for rule in said["rules"]}
    assert said | case.get("report", {}) == said
    for name, figures in case.get("rules", {}).items():
        assert rules[name] | figures == rules[name]
    for name, outlets in case.get("outlets", {}).items():
        assert [outlet["outlet"] for outlet in rules[name]["outlets"]] == outlets, name
    for name, samples in case.get("samples", {}).items():
        assert [[sample["origin"], sample["opening"]] for sample in rules[name]["samples"]] == samples, name


@pytest.mark.parametrize("case", WRITTEN["usage"], ids=lambda case: case["it"])
def test_wrong_usage_is_said(report, case):
    result = report(*case["arguments"])
    assert (result.exit_code, case["says"] in result.output) == (2, True), result.output


def test_every_rule_is_there_and_its_figures_add_up(report):
    """The outlets' figures together are the rule's, and so are the samples', where all are asked for."""
    said = json.loads(report("--json", "--samples", "99", ".").stdout)
    assert {rule["rule"] for rule in said["rules"]} == set(RULE_NAMES)
    for rule in said["rules"]:
        for parts in (rule["outlets"], rule["samples"]):
            assert sum(part["amount"] for part in parts) == rule["amount"]
            assert sum(part["lost"] for part in parts) == rule["lost"]
            assert sum(part["passages"] for part in parts) == rule["passages"]
        for part in (rule, *rule["outlets"], *rule["samples"]):
            assert part["share"] == (round(part["amount"] / part["whole"], 4) if part["whole"] else 0)
        shares = [outlet["share"] for outlet in rule["outlets"]]
        assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_order_of_the_captures_leaves_no_trace(report, form):
    names = [name for name in WRITTEN["captures"] if not name.endswith(".yml")]
    assert report(*form, *names).stdout == report(*form, *reversed(names)).stdout == report(*form, ".").stdout


def test_people_get_lines_of_80_columns(report):
    """A table of all rules, then each that took something; at the end what was not counted, failures by name."""
    lines = report(".").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("5 captures, ")
    assert [line.split()[0] for line in lines[3 : 3 + len(RULE_NAMES)]] == [
        *(
            "twin",
            "promo",
            "prompt",
            "title",
            "author",
            "behind",
            "beside",
            "button",
            "byline",
            "comments",
            "contents",
            "dateline",
        ),
        *("disclaimer", "disclosure", "furniture", "outlet", "placeholder", "repeat", "spam", "tags", "teaser"),
        *("tracking", "affiliate", "redirect", "spam-link"),
    ]
    assert "  - basin.txt" in lines
    assert lines[-3:] == [
        "keep: 3 entries in sidecars, 1 of them without effect",
        "not counted above: 1 refused, 1 failed",
        "✗ empty.txt: the file is empty; capture the page again",
    ]


def test_without_a_path_it_is_the_archive_s_own_captures(report, tmp_path):
    shutil.copytree(tmp_path, tmp_path / "content" / "captures")
    (tmp_path / "pelican.conf.py").touch()
    said = json.loads(report("--json").stdout)
    assert (said["captures"], said["failures"][0]["origin"]) == (5, "content/captures/empty.txt")


def test_a_file_s_name_commands_no_terminal(report, tmp_path):
    (tmp_path / "\x1b[31mred\u202e.html").touch()
    assert not set(report(".").stdout) & set("\x1b\u202e")


def test_what_a_copy_alone_says_is_counted_where_words_have_no_spaces():
    first, second = "港口将关闭两个月。", "港口将关闭两个月，渡轮停靠南码头。"
    extracted = f"{first}{SEPARATOR}{second}"
    start = len(first) + len(SEPARATOR)
    blocks = (Block("paragraph", 0, len(first)), Block("paragraph", start, len(extracted)))
    clipping = Clipping("a.txt", "0" * 64, None, None, "港口", (), None, None, None, "zh", extracted, blocks)
    mask = Mask((Removal(start, len(extracted), "repeat", "again"),))
    assert Elsewhere(Record(clipping, mask)).lost(second) == 3  # two signs of seven make a word
    assert Elsewhere(Record(clipping, mask)).lost(first) == 0
