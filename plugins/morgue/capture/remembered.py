"""What one record of a WARC says of another: a revisit where its page was found before, a redirect where it leads."""

from collections.abc import Iterator
from urllib.parse import urljoin

from morgue.capture.errors import plain
from morgue.capture.warc_header import Fields

_MOST_PLACES = 1_000_000
"""Names of records that are kept to be referred to, some 150 MB; a crawl of 200,000 files has 600,000."""
_MOST_ADDRESSES = 20_000_000
"""Characters of the addresses that lead on, and to which they lead: some 100,000 redirects."""
_LONGEST_URL = 4096
"""Characters of an address whose redirects are followed."""
_MOST_HOPS = 100
"""Redirects that lead to one page."""


class Places:
    """Where in the file records are that others may refer to: by id, by address and date, by digest, by address."""

    def __init__(self) -> None:
        """Know of none."""
        self._offsets: dict[int, int] = {}

    def note(self, fields: Fields, url: str, offset: int) -> None:
        """Remember a record by all its names, as long as there is room for them."""
        if len(self._offsets) < _MOST_PLACES:
            for name in _names(fields.get("warc-record-id"), url, fields.get("warc-date"), _digest(fields)):
                self._offsets.setdefault(name, offset)
            self._offsets[hash(("last", url))] = offset

    def last(self, url: str) -> int | None:
        """Return the offset of the last record of an address; None where none is known."""
        return self._offsets.get(hash(("last", url)))

    def referred(self, fields: Fields, url: str) -> int | None:
        """Return the offset of the record to which a revisit refers; None where none is known."""
        uri = bare(fields.get("warc-refers-to-target-uri")) or url
        names = _names(fields.get("warc-refers-to"), uri, fields.get("warc-refers-to-date"), _digest(fields))
        for name in names:
            if (offset := self._offsets.get(name)) is not None:
                return offset
        unnamed = not fields.get("warc-refers-to") and not fields.get("warc-refers-to-date")
        return self.last(uri) if unnamed else None


def _digest(fields: Fields) -> str:
    return fields.get("warc-payload-digest")


def _names(record: str, url: str, date: str, digest: str) -> Iterator[int]:
    """Yield what stands for a record's names: digests of a few bytes each, as there may be a million."""
    if record:
        yield hash(("id", bare(record)))
    if date:
        yield hash(("dated", date, url))
    if digest:
        yield hash(("digest", digest))


class Redirects:
    """Which addresses led to which. A redirect stands before its page, as a crawler meets them."""

    def __init__(self) -> None:
        """Know of none."""
        self._from: dict[str, list[str]] = {}
        self._to: dict[str, str] = {}
        self._room = _MOST_ADDRESSES

    def note(self, url: str, location: str) -> None:
        """Remember that an address leads on."""
        if not location or max(len(url), len(location)) > _LONGEST_URL or self._room < 0:
            return
        try:
            target = _whole(urljoin(url, location))
        except ValueError:
            return
        sources = self._from.setdefault(target, [])
        if url not in sources[-_MOST_HOPS:]:
            sources.append(url)
            self._room -= len(url) + len(target)

    def behind(self, url: str) -> Iterator[str]:
        """Yield the addresses to which one leads, the nearest first, once all redirects are known."""
        if not self._to:
            for target, sources in self._from.items():
                self._to.update(dict.fromkeys(map(_whole, sources), target))
        at = _whole(url)
        for _ in range(_MOST_HOPS):
            if not (at := self._to.get(at, "")):
                return
            yield at

    def leading_to(self, url: str) -> tuple[str, ...]:
        """Return the addresses that lead to one, by however many steps, the nearest first."""
        if not self._from:
            return ()
        found = dict.fromkeys((url,))
        todo = [_whole(url)]
        for place in todo:  # which grows as it goes
            left = _MOST_HOPS + 1 - len(found)
            for source in self._from.get(place, ())[-left:] if left > 0 else ():
                if source not in found:
                    found[source] = None
                    todo.append(source)
        return tuple(found)[1:]


def _whole(url: str) -> str:
    """Return the address of a whole page."""
    return url.partition("#")[0]


def bare(url: str) -> str:
    """Return an address or an id without the angle brackets that old WARCs set around it."""
    return url[1:-1] if url.startswith("<") and url.endswith(">") else url


def out_of_reach(fields: Fields, record_url: str, *, known: bool) -> str:
    """Say why the page of a revisit cannot be had."""
    url = plain(bare(fields.get("warc-refers-to-target-uri")) or record_url)
    date = plain(fields.get("warc-refers-to-date"))
    page = f"it only says that the page was the same as {f'on {date}' if date else 'before'} at {url}, "
    if known:
        return page + "which cannot be looked up in a file packed as one; pack it anew with warcio recompress"
    return page + "which is not in this file; add the WARC that holds it to this one"
