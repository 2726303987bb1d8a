"""What must not be shown: a withheld capture, all captures of its address, and byte-equal ones at whatever address."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from morgue.address import address_of
from morgue.authority.sidecar import Sidecar
from morgue.model import Record, Withheld

_Why = tuple[str, str]
"""Date and reason: of several for one address the earliest is given."""


def withhold(records: Sequence[Record], said: Iterable[Sidecar]) -> tuple[list[Record], dict[str, Withheld]]:
    """Return the records that may be shown, and by address what is said in place of the others.

    ``said`` withholds addresses whether or not there is a capture. It goes on from a withheld page to its copies, byte
    by byte, and to the other captures of their addresses; never from one that holds no article: a whole outlet's pages
    may have been captured once as the same notice.
    """
    at: dict[str, list[Record]] = defaultdict(list)
    copies: dict[str, set[str]] = defaultdict(set)
    for record in records:
        at[_address(record)].append(record)
        if _is_page(record):
            copies[record.clipping.digest].add(_address(record))
    spoken: dict[str, _Why] = {}
    for address, why in sorted(_spoken(records, said)):
        spoken.setdefault(address, why)
    withheld: dict[str, Withheld] = {}
    for why, beginning in sorted((why, address) for address, why in spoken.items()):
        waiting = [beginning]
        while waiting:
            here = waiting.pop()
            if here in withheld:
                continue
            date, reason = spoken.get(here, why)
            withheld[here] = Withheld(reason, date, tuple(sorted(record.clipping.origin for record in at[here])))
            waiting += {other for record in at[here] if _is_page(record) for other in copies[record.clipping.digest]}
    shown = [record for record in records if _address(record) not in withheld]
    return shown, {address: withheld[address] for address in sorted(withheld)}


def _spoken(records: Iterable[Record], said: Iterable[Sidecar]) -> Iterator[tuple[str, _Why]]:
    """Yield the addresses that archivists withhold, and why."""
    named = [(address_of(sidecar.url, ""), sidecar) for sidecar in said]
    named += [(_address(record), record.clipping.sidecar) for record in records]
    yield from ((address, (each.date or "", each.reason or "")) for address, each in named if each.withheld)


def _address(record: Record) -> str:
    return address_of(record.clipping.url, record.clipping.digest)


def _is_page(record: Record) -> bool:
    return record.clipping.sidecar.withheld or not record.clipping.refused
