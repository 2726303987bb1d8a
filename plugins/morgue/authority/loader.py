"""Loads everything that archivists wrote, or says all that is wrong with it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from morgue.authority.capture_folders import captures_below, read_capture_folders, read_captures_csv
from morgue.authority.captures_csv import CsvRow
from morgue.authority.check_decided_stories import check_decided_stories
from morgue.authority.check_decisions import check_decisions
from morgue.authority.check_names import check_names
from morgue.authority.checks import check_actors, check_outlets, check_sidecars, check_topics
from morgue.authority.decisions import Decisions
from morgue.authority.described import Described
from morgue.authority.entries import Actor, Authority, Outlet, Topic
from morgue.authority.files import Filed, Reader, ids_in
from morgue.authority.problems import AuthorityErrors, Problem
from morgue.authority.sidecar import CAPTURES_CSV, SIDECAR_SUFFIX, Sidecar

Key = TypeVar("Key")
Model = TypeVar("Model", bound=BaseModel)


def load_authority(content: Path, capture_folders: Sequence[Path] = ()) -> Authority:
    """Return what stands in the content folder and beside the captures, checked.

    Sidecars and ``captures.csv`` are read in ``content/captures`` and in ``capture_folders``. What is not there is
    empty. Raise AuthorityErrors with every problem at once; files are named from the content folder's parent on.
    """
    reader = Reader(content.parent)
    actors = reader.folder(content / "actors", ".md", Actor, body="biography")
    topics = reader.folder(content / "topics", ".md", Topic, body="introduction")
    outlets = reader.folder(content / "rules", ".yml", Outlet)
    path = content / "decisions.yml"
    decisions = reader.file(path, Decisions) if path.exists() else None
    said = read_capture_folders(reader, [content / "captures", *capture_folders])
    problems = reader.problems
    actor_ids, topic_ids = ids_in(content / "actors", ".md"), ids_in(content / "topics", ".md")
    problems += check_actors(actors, actor_ids)
    problems += check_names(actors)
    problems += check_topics(topics, topic_ids)
    problems += check_outlets(outlets)
    problems += check_sidecars(said.filed, topic_ids, actor_ids)
    if decisions:
        problems += check_decisions(decisions, actor_ids)
        problems += check_decided_stories(decisions)
    if problems:
        raise AuthorityErrors(problems)
    return Authority(
        actors=_entries(actors),
        topics=_entries(topics),
        outlets={key: _placed(filed) for key, filed in outlets.items()},
        decisions=decisions.entry.placed(decisions.file, decisions.source) if decisions else Decisions(),
        sidecars=_entries(said.sidecars),
        rows=said.looked_up,
        withheld=said.withheld,
    )


def load_described(capture: Path, authority: Authority) -> Described:
    """Return what is said of a capture that lies outside the archive, beside it and in its folder's ``captures.csv``.

    Raise AuthorityErrors, as ``load_authority`` does.
    """
    reader = Reader(capture.parent)
    path, table = capture.with_name(capture.name + SIDECAR_SUFFIX), capture.with_name(CAPTURES_CSV)
    own = reader.file(path, Sidecar) if path.exists() else None
    rows: list[CsvRow] = []
    if table.exists():
        read, problems = _rows_beside(capture.parent, table.stat().st_mtime_ns)
        reader.problems += problems
        rows = [row for row in read if row.path == capture.name]
    said = [filed for filed in (own, *(row.filed for row in rows)) if filed]
    problems = [*reader.problems, *check_sidecars(said, frozenset(authority.topics), frozenset(authority.actors))]
    if problems:
        raise AuthorityErrors(problems)
    return Described(own.entry if own else None, [row.row for row in rows])


@lru_cache(maxsize=8)  # a folder's captures are asked for one after the other
def _rows_beside(folder: Path, changed: int) -> tuple[list[CsvRow], list[Problem]]:  # noqa: ARG001  what a cache goes by
    """Return the rows of a folder's ``captures.csv`` and what is wrong in it."""
    reader = Reader(folder)
    rows = read_captures_csv(reader, folder, captures_below(folder))
    return rows, reader.problems


def _entries(filed: Mapping[Key, Filed[Model]]) -> dict[Key, Model]:
    return {key: value.entry for key, value in filed.items()}


def _placed(filed: Filed[Outlet]) -> Outlet:
    """Return an outlet whose rules know where they are written."""
    placed = {
        field: tuple(
            rule.placed(filed.place_of((field, number))) for number, rule in enumerate(getattr(filed.entry, field))
        )
        for field in ("main", "remove", "keep")
    }
    return filed.entry.model_copy(update=placed)
