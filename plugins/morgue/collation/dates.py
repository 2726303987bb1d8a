"""Order by date, where dates are ISO 8601 of reduced precision."""

from collections.abc import Mapping
from datetime import UTC, datetime

from morgue.model import Clipping, Record

_DAY = len("2025-08-18")


def instant(date: str | None) -> str:
    """Return a date such that plain comparison orders it: a time with a zone in UTC; nothing for no date."""
    if not date or len(date) <= _DAY:
        return date or ""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return date
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat()


def date_of(clipping: Clipping) -> str:
    """Return when a clipping was published or, failing that, captured; nothing where neither is known."""
    return instant(clipping.published or clipping.captured)


def version_key(clipping: Clipping) -> tuple[str, str, str]:
    """Return what orders captures of one clipping, the newest greatest."""
    return instant(clipping.captured), instant(clipping.updated or clipping.published), clipping.digest


def newest_first(records: Mapping[str, Record]) -> dict[str, Record]:
    """Return records by address: the newest first, one day's by address, the undated last."""
    addresses = sorted(records)
    addresses.sort(key=lambda address: date_of(records[address].clipping), reverse=True)
    return {address: records[address] for address in addresses}
