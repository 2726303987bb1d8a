"""Several captures of one address are versions of one clipping; byte-equal ones are one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from morgue.authority.sidecar import Sidecar
from morgue.collation.dates import instant, version_key
from morgue.model import Record, Sighting, Version

_OF_THE_CAPTURE = {"captured", "url"}
"""What a sidecar says of a capture alone, as those that ``morgue add`` writes do."""

_OF_ALL = ("display", "rights", "licence")
"""What it says of a page in every version."""


def versions_of(records: Iterable[Record]) -> tuple[Version, ...]:
    """Return the versions of one clipping, newest first.

    A version is as new as its newest capture. The record that stands for it is the newest one that an archivist
    described, else the newest; of several the first by origin. How the page may be shown is what the newest version
    says of which it is said at all: once it was captured again, what was written of it still holds.
    """
    by_origin = sorted(records, key=lambda record: record.clipping.origin)
    equal: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(by_origin, key=lambda record: version_key(record.clipping), reverse=True):
        equal[record.clipping.digest].append(record)
    newest, *older = (Version(_described(several), _sightings(several)) for several in equal.values())
    return replace(newest, record=_as_before(newest.record, [each.record for each in older])), *older


def _described(records: Sequence[Record]) -> Record:
    said = (record for record in records if record.clipping.sidecar.model_fields_set - _OF_THE_CAPTURE)
    return next(said, records[0])


def _as_before(newest: Record, older: Iterable[Record]) -> Record:
    """Return the newest record with what older ones say of all versions, where it says nothing of its own."""
    said = newest.clipping.sidecar
    for record in older:
        before = record.clipping.sidecar
        kept = {name: getattr(before, name) for name in _OF_ALL if getattr(before, name) is not None}
        said = said.over(Sidecar(**kept)) if kept else said
    return (
        newest if said is newest.clipping.sidecar else replace(newest, clipping=replace(newest.clipping, sidecar=said))
    )


def _sightings(records: Iterable[Record]) -> tuple[Sighting, ...]:
    """Return when and where each was captured, newest first."""
    captures = [Sighting(record.clipping.captured, record.clipping.origin) for record in records]
    return tuple(sorted(captures, key=lambda capture: instant(capture.captured), reverse=True))
