"""YAML that unfolds to gigabytes is refused before it does, wherever an archive keeps any."""

import time
import tracemalloc

import pytest

from morgue.authority import AuthorityErrors, load_authority

LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
)
DEEP = "[" * 100_000
WIDE = "note: " + "x" * 2_000_000 + "\n"
MANY = "a: [" + "[], " * 300_000 + "]\n"

PLACES = {
    "content/captures/page.html.meta.yml": "{}",
    "content/actors/nato.md": "---\n{}---\n",
    "content/topics/sea.md": "---\n{}---\n",
    "content/rules/herald.yml": "{}",
    "content/decisions.yml": "{}",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bomb", [LAUGHS, DEEP, WIDE, MANY], ids=["laughs", "deep", "wide", "many"])
def test_a_bomb_in_yaml_is_a_problem_with_its_line(tmp_path, place, bomb):
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(PLACES[place].replace("{}", bomb), "utf-8")
    page = tmp_path / "content" / "captures" / "page.html"
    page.parent.mkdir(exist_ok=True)
    page.write_bytes(b"<p>Text.")
    start = time.monotonic()
    tracemalloc.start()
    with pytest.raises(AuthorityErrors) as raised:
        load_authority(tmp_path / "content", [])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(raised.value.problems[0]).startswith(f"{place}:")
    assert most < 300_000_000
    assert time.monotonic() - start < 20
