"""Several captures of one address are versions of one clipping; byte-equal ones are one."""

from collections import defaultdict
from collections.abc import Iterable

from morgue.collation.dates import instant, version_key
from morgue.model import Record, Sighting, Version


def versions_of(records: Iterable[Record]) -> tuple[Version, ...]:
    """Return the versions of one clipping, newest first.

    A version is as new as its newest capture, whose record stands for it; of several the first by origin.
    """
    by_origin = sorted(records, key=lambda record: record.clipping.origin)
    equal: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(by_origin, key=lambda record: version_key(record.clipping), reverse=True):
        equal[record.clipping.digest].append(record)
    return tuple(Version(several[0], _sightings(several)) for several in equal.values())


def _sightings(records: Iterable[Record]) -> tuple[Sighting, ...]:
    """Return when and where each was captured, newest first."""
    captures = [Sighting(record.clipping.captured, record.clipping.origin) for record in records]
    return tuple(sorted(captures, key=lambda capture: instant(capture.captured), reverse=True))
