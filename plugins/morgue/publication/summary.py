"""What a build says of itself: to the archivist on the console, to machines in build.json."""

import json
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

from morgue.publication.catalogue import Catalogue
from morgue.publication.output_folder import GENERATOR, MARK
from morgue.publication.plain import counted, line

_SHOWN = 20
"""Failures listed on the console; all are in build.json and on the page Not archived."""


def counts(catalogue: Catalogue) -> dict[str, int]:
    """Return how many captures there were and what became of them."""
    archive = catalogue.archive
    older = sum(len(versions) - 1 for versions in archive.versions.values())
    again = sum(len(version.captures) - 1 for versions in archive.versions.values() for version in versions)
    withheld = sum(len(each.origins) for each in archive.withheld.values())
    published = len(archive.records)
    pictures = list(chain.from_iterable(catalogue.pictures.by_page.values()))
    return {
        "captures": published + older + again + withheld + len(archive.refused) + len(archive.failures),
        "clippings": published,
        "older_versions": older,
        "equal_captures": again,
        "stories": len(catalogue.listed),
        "undated": len(catalogue.undated),
        "incomplete": sum(bool(record.clipping.incomplete) for record in archive.records.values()),
        "refused": len(archive.refused),
        "failures": len(archive.failures),
        "withheld": len(archive.withheld),
        "sources": len(catalogue.sources),
        "topics": len(catalogue.topics),
        "actors": len(catalogue.actors),
        "pictures": sum(copy is not None for _, copy in pictures),
        "pictures_linked": sum(copy is None for _, copy in pictures),
        "pictures_broken": len(catalogue.pictures.broken),
    }


def write_summary(catalogue: Catalogue, output: Path) -> None:
    """Write build.json: counts; failures, refusals, texts that break off, each with its reason; removals by rule.

    So are pictures that a capture holds and nobody can read.
    """
    archive = catalogue.archive
    removals = Counter(removal.rule for record in archive.records.values() for removal in record.mask.removals)
    refused = sorted((record.clipping.origin, record.clipping.refused) for record in archive.refused)
    incomplete = sorted(
        (record.clipping.origin, record.clipping.incomplete)
        for record in archive.records.values()
        if record.clipping.incomplete
    )
    failures = sorted((failure.origin, failure.reason) for failure in archive.failures)
    said: dict[str, Any] = {
        "schema": 1,
        "generator": GENERATOR,
        "counts": counts(catalogue),
        "failures": [{"origin": line(origin), "reason": line(reason)} for origin, reason in failures],
        "refused": [{"origin": line(origin), "reason": line(reason)} for origin, reason in refused],
        "incomplete": [{"origin": line(origin), "reason": line(reason)} for origin, reason in incomplete],
        "removals": dict(removals),
        "pictures_broken": [
            {"origin": line(origin), "picture": line(picture), "reason": line(reason)}
            for origin, picture, reason in sorted(catalogue.pictures.broken)
        ],
        "warnings": [{"origin": line(origin), "warning": line(warning)} for origin, warning in _warnings(catalogue)],
    }
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (output / MARK).write_text(f"{text}\n", encoding="utf-8")


def spoken_summary(catalogue: Catalogue) -> str:
    """Return what a person wants to know after a build."""
    found = counts(catalogue)
    what = (
        f"{counted(found['captures'], 'capture', 'captures')}: {counted(found['clippings'], 'clipping', 'clippings')} "
        f"in {counted(found['stories'], 'story', 'stories')}, "
        f"{found['undated']} undated, {found['incomplete']} incomplete, "
        f"{found['refused']} without an article, {found['failures']} not readable"
        f"{', ' + counted(found['withheld'], 'address', 'addresses') + ' withheld' if found['withheld'] else ''}."
    )
    where = (
        f"Filed under {counted(found['topics'], 'topic', 'topics')}, {counted(found['actors'], 'actor', 'actors')}, "
        f"{counted(found['sources'], 'outlet', 'outlets')}."
    )
    seen = (
        f"{counted(found['pictures'], 'picture', 'pictures')} archived, {found['pictures_linked']} only linked, "
        f"{found['pictures_broken']} of them unreadable."
    )
    archive = catalogue.archive
    left_out = [(failure.origin, failure.reason) for failure in archive.failures]
    left_out += [(record.clipping.origin, record.clipping.refused) for record in archive.refused]
    lines = [f"  not archived: {line(origin)}: {line(reason)}" for origin, reason in sorted(left_out)[:_SHOWN]]
    if len(left_out) > _SHOWN:
        lines.append(f"  and {len(left_out) - _SHOWN} more: see {MARK} or the page Not archived")
    lines += [f"  to mend: {line(origin)}: {line(warning)}" for origin, warning in _warnings(catalogue)]
    return "\n".join((what, where, seen, *lines))


def _warnings(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return what archivists wrote that has no effect, with the capture that it speaks of, or its file and line."""
    records = catalogue.archive.records.values()
    of_captures = sorted((record.clipping.origin, warning) for record in records for warning in record.warnings)
    return of_captures + [(stale.place, stale.missing) for stale in catalogue.archive.stale]
