"""What has changed between two states of the authority files, and whether a text has anything to do with it.

A state lists the entries, each as a trace of its kind and id with a digest of what it says. A trace need not be
unique: two entries with one are taken for changed together, which costs time alone.
"""

import hashlib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from morgue.indexing.page import primary
from morgue.indexing.relevance.entries import TRACE_BYTES, Entry, NamedEntry, trace_of
from morgue.indexing.relevance.named import Named
from morgue.indexing.relevance.offices import names_any
from morgue.indexing.relevance.searched import searched

_DIGEST_BYTES = 16
_ITEM_BYTES = TRACE_BYTES + _DIGEST_BYTES


def state_of(entries: Iterable[NamedEntry], frame: object) -> bytes:
    """Return a state: a digest of the frame, on which every entry depends, and each entry's trace and digest."""
    head = hashlib.blake2b(repr(frame).encode(), digest_size=_DIGEST_BYTES).digest()
    return head + b"".join(sorted(each.trace + each.says for each in entries))


def changed(before: bytes, now: bytes) -> tuple[frozenset[bytes], frozenset[bytes]] | None:
    """Return the traces of what was otherwise before, and of what is otherwise now; None where the frames differ."""
    if before[:_DIGEST_BYTES] != now[:_DIGEST_BYTES]:
        return None
    old, new = set(_items(before)), set(_items(now))
    return frozenset(item[:TRACE_BYTES] for item in old - new), frozenset(item[:TRACE_BYTES] for item in new - old)


def traces_of(entries: Iterable[Entry]) -> bytes:
    """Return the traces of entries, one behind the other."""
    return b"".join(sorted(map(trace_of, entries)))


class Changes:
    """What was otherwise in an earlier state of the files."""

    def __init__(self, were: frozenset[bytes], entries: Iterable[NamedEntry], offices: AbstractSet[str]) -> None:
        """Take the traces of entries that are gone or said something else, and those that are new or say it now.

        ``offices`` are those that the latter held at any time.
        """
        self._were = were
        self._named = Named(entries)
        self._offices = offices

    def touch(self, traces: bytes, texts: Iterable[str], language: str | None, listed: Iterable[str]) -> bool:
        """Say whether they may have a say on a page, to which entries of these traces were relevant before."""
        if not self._were.isdisjoint(_parts(traces, TRACE_BYTES)) or self._named.listed(listed):
            return True
        return any(
            self._named.within(text) or names_any(text, primary(language), self._offices)
            for text in searched(texts, primary(language))
        )


def _items(state: bytes) -> Iterator[bytes]:
    return _parts(state[_DIGEST_BYTES:], _ITEM_BYTES)


def _parts(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))
