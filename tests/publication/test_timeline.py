"""Stories over time: in what unit, drawn how, and told in a table."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority.entries import Authority
from morgue.publication.catalogue import Catalogue
from morgue.publication.timeline import timeline
from morgue.settings import Settings

CASES = yaml.safe_load((Path(__file__).parent / "timelines.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def empty():
    """Return a catalogue without stories: a timeline asks it for the words of dates alone."""
    from morgue.model import Archive

    archive = Archive({}, {}, (), {}, (), (), {})
    return Catalogue(archive, Authority(), Settings(), {"DEFAULT_LANG": "en"})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_timeline_has_the_finest_unit_that_holds_all_dates(empty, case):
    found = timeline(empty, [(date.rstrip("*"), date.endswith("*")) for date in case["stories"]])
    if "unit" not in case:
        assert found is None
        return
    assert found.unit == case["unit"]
    assert [tick.shown for tick in found.ticks] == case["ticks"]
    assert [[period.shown, period.stories, period.quoted] for period in found.periods] == case["table"]


@given(st.lists(st.tuples(st.dates().map(str), st.booleans()), min_size=3, max_size=30))
def test_every_story_is_drawn_within_bounds_and_in_the_table(empty, stories):
    found = timeline(empty, stories)
    if found is None:
        assert len({date for date, _ in stories}) == 1
        return
    assert sum(period.stories for period in found.periods) == len(stories)
    assert sum(bar.period.stories for bar in found.bars) == len(stories)
    assert sum(period.quoted for period in found.periods) == found.quoted
    assert len(found.bars) <= 72
    assert len(found.ticks) <= 7
    assert all(bar.x >= 0 and bar.x + bar.width <= 100.01 for bar in found.bars)
    for bar in found.bars:
        parts = [height for height in (bar.quoted_height, bar.plain_height) if height]
        assert sum(parts) + 2 * (len(parts) - 1) == bar.height <= found.height or not bar.period.stories
        assert (bar.quoted_height > 0, bar.plain_height > 0) == (
            bar.period.quoted > 0,
            bar.period.stories > bar.period.quoted,
        )
