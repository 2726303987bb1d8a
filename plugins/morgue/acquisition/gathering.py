"""The addresses of a list, a feed or a sitemap, and of the sitemaps that it names in turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.lists import Listed, read_list
from morgue.model import Failure

_DEEPEST = 3
"""How many steps an index of sitemaps may lead on; the protocol allows one."""

_MOST = 500
"""Lists read for one."""


@dataclass(slots=True)
class Gathering:
    """One list's addresses, each once; lists in it are read as they are wanted, each once."""

    fetch: Callable[[str], tuple[bytes, str]]
    """Returns the bytes at an address, and the address that they came from in the end; raises AcquisitionError."""
    max_bytes: int
    pages: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)

    def addresses(self, payload: bytes, base: str) -> Iterator[str | Failure]:
        """Yield the addresses that a list names, in its order; a list in it that cannot be read is a Failure.

        ``base`` is the list's own address, where it has one. Raise AcquisitionError where it is no list.
        """
        self.lists.add(base)
        return self._named(read_list(payload, base, self.max_bytes), 0)

    def _named(self, listed: Listed, depth: int) -> Iterator[str | Failure]:
        for page in listed.pages:
            if page not in self.pages:
                self.pages.add(page)
                yield page
        for place in listed.lists:
            if place in self.lists:
                continue
            self.lists.add(place)
            try:
                inner = self._read(place, depth)
            except AcquisitionError as error:
                yield Failure(place, str(error))
            else:
                yield from self._named(inner, depth + 1)

    def _read(self, place: str, depth: int) -> Listed:
        if depth >= _DEEPEST or len(self.lists) > _MOST:
            raise AcquisitionError(
                f"it lies more than {_DEEPEST} lists deep, or behind {_MOST} others; add it by itself"
            )
        payload, base = self.fetch(place)
        return read_list(payload, base, self.max_bytes)
