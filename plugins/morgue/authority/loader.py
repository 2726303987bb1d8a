"""Loads everything that archivists wrote, or says all that is wrong with it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from morgue.authority.check_decisions import check_decisions
from morgue.authority.checks import check_actors, check_outlets, check_sidecars, check_topics
from morgue.authority.entries import Actor, Authority, Decisions, Outlet, Topic
from morgue.authority.files import Filed, Reader, ids_in
from morgue.authority.problems import AuthorityErrors
from morgue.authority.sidecar import SIDECAR_SUFFIX, Sidecar

Key = TypeVar("Key")
Model = TypeVar("Model", bound=BaseModel)


def load_authority(content: Path, capture_folders: Sequence[Path] = ()) -> Authority:
    """Return what stands in the content folder and in the sidecars, checked.

    Sidecars are read in ``content/captures`` and in ``capture_folders``. What is not there is empty. Raise
    AuthorityErrors with every problem at once; files are named from the content folder's parent on.
    """
    reader = Reader(content.parent)
    actors = reader.folder(content / "actors", ".md", Actor, body="biography")
    topics = reader.folder(content / "topics", ".md", Topic, body="introduction")
    outlets = reader.folder(content / "rules", ".yml", Outlet)
    path = content / "decisions.yml"
    decisions = reader.file(path, Decisions) if path.exists() else None
    sidecars = reader.sidecars([content / "captures", *capture_folders])
    problems = reader.problems
    actor_ids, topic_ids = ids_in(content / "actors", ".md"), ids_in(content / "topics", ".md")
    problems += check_actors(actors, actor_ids)
    problems += check_topics(topics, topic_ids)
    problems += check_outlets(outlets)
    problems += check_sidecars(sidecars.values(), topic_ids, actor_ids)
    if decisions:
        problems += check_decisions(decisions, actor_ids)
    if problems:
        raise AuthorityErrors(problems)
    return Authority(
        actors=_entries(actors),
        topics=_entries(topics),
        outlets={key: _placed(filed) for key, filed in outlets.items()},
        decisions=decisions.entry if decisions else Decisions(),
        sidecars=_entries(sidecars),
    )


def load_sidecar(capture: Path, authority: Authority) -> Sidecar:
    """Return the sidecar beside a capture that lies outside the archive; an empty one where there is none.

    Raise AuthorityErrors, as ``load_authority`` does.
    """
    path = capture.with_name(capture.name + SIDECAR_SUFFIX)
    if not path.exists():
        return Sidecar()
    reader = Reader(capture.parent)
    filed = reader.file(path, Sidecar)
    problems = reader.problems
    if filed:
        problems += check_sidecars([filed], frozenset(authority.topics), frozenset(authority.actors))
    if problems or not filed:
        raise AuthorityErrors(problems)
    return filed.entry


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
