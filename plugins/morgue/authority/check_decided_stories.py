"""Decisions on stories that take back one another."""

from collections.abc import Iterator
from itertools import combinations

from morgue.address import canonical_url
from morgue.authority.decisions import Decisions
from morgue.authority.files import Filed
from morgue.authority.problems import Problem


def check_decided_stories(filed: Filed[Decisions]) -> Iterator[Problem]:
    """Yield clippings that are said to tell different stories and the same, be it through others."""
    story: dict[str, set[str]] = {}
    for group in filed.entry.same:
        together = set(map(canonical_url, group))
        for known in list(together):
            together |= story.get(known, set())
        story |= dict.fromkeys(together, together)
    for number, group in enumerate(filed.entry.different):
        for one, other in combinations(group, 2):
            if canonical_url(other) in story.get(canonical_url(one), {canonical_url(one)}):
                yield filed.problem(("different", number), f"different: {one} and {other} are the same above; keep one")
