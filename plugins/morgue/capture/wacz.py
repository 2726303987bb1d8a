"""A WACZ: a zip file of WARCs, with a list of the pages among what they hold, and digests of all of it."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from zipfile import ZipInfo

from morgue.capture import warc, zip_archive
from morgue.capture.album import Album, Held
from morgue.capture.crawl import Crawl
from morgue.capture.errors import CaptureError
from morgue.capture.listing import Listing
from morgue.capture.members import fault_of
from morgue.capture.source import Source, buffered
from morgue.capture.wacz_digests import faults
from morgue.capture.warc_pictures import pictures_in
from morgue.capture.zip_archive import seekable
from morgue.capture.zipped import Zipped
from morgue.model import Capture, Failure

KIND = "WACZ"

_MAGIC = b"PK\3\4"
_FIRST_NAME = slice(30, 60)
_FIRST = (b"archive/", b"datapackage", b"indexes/", b"pages/")
_WARC = re.compile(r"archive/.*\.warc(?:\.gz)?$", re.DOTALL)
_TWICE = "the archive holds this name twice; the first is read"
_LISTS = "pages/pages.jsonl"
_PAGES = re.compile(r"pages/[^/]*\.jsonl$")


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file may be a WACZ: a zip file that begins with a folder of one, or is called so."""
    return head.startswith(_MAGIC) and (head[_FIRST_NAME].startswith(_FIRST) or name.lower().endswith(".wacz"))


@dataclass(frozen=True, slots=True)
class _Package:
    """An open WACZ, its members by name, and which of them are WARCs."""

    source: Source
    archive: Zipped
    members: dict[str, ZipInfo]
    warcs: list[str]

    def opened(self, name: str) -> io.BufferedReader:
        """Return the stream of a member; of one that is not packed it can seek. Raise CaptureError for none."""
        info = self.members[name]
        return buffered(self.archive.in_place(info) or self.archive.open(info))

    def warc(self, number: int) -> Source:
        """Return one of the WARCs. Raise CaptureError where it cannot be read."""
        return self.source.part(self.opened(self.warcs[number]), self.warcs[number])

    def crawl(self, listing: Listing | None) -> Crawl:
        """Return what is known of its crawl, of which those pages are wanted, before it is read."""
        limits, allowance = self.source.limits, self.source.reading.allowance
        return Crawl(allowance, limits, lambda number: self.opened(self.warcs[number]), listing)


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield the pages in the WARCs of a WACZ; where what it holds is not what its maker put in, a Failure beside them.

    Raise CaptureError where it is no readable zip file, or holds no page.
    """
    file = seekable(source)
    with Zipped(file, source.reading.allowance) as archive:
        package = _Package(source, archive, {}, [])
        for info in archive.members:
            name = info.filename
            fault = fault_of(name) or (_TWICE if name in package.members else "")
            if fault:
                yield source.failure(name, fault)
            else:
                package.members[name] = info
        package.warcs.extend(filter(_WARC.match, package.members))
        if package.warcs:
            yield from _pages(package)
            return
    file.seek(0)
    yield from zip_archive.captures(replace(source, file=buffered(file)))


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of the pages in it, whichever of its WARCs holds them."""
    file = seekable(album)
    with Zipped(file, album.allowance) as archive:
        warcs = [info for info in archive.members if _WARC.match(info.filename)]
        for info in warcs:
            with suppress(CaptureError):  # said when the captures were read
                yield from pictures_in(album, buffered(archive.open(info)), info.filename)
    if not warcs:
        file.seek(0)
        yield from zip_archive.pictures(replace(album, file=buffered(file)))


def _pages(package: _Package) -> Iterator[Capture | Failure]:
    """Yield the pages that are listed; where none of them is there, every page."""
    source = package.source
    for name, fault in faults(package.members, package.opened):
        yield source.failure(name, fault)
    listing = Listing()
    yield from _listed(package, listing)
    said: set[str] = set()
    if listing:
        crawl = package.crawl(listing)
        for found in _read(package, crawl):
            said.add(found.origin)
            yield found
        if listing.met_any:
            yield from _late(package, crawl, listing)
            return
        yield source.failure(_LISTS, f"none of its {len(listing)} pages is in the WARCs; every page in these was read")
    crawl = package.crawl(None)
    yield from (found for found in _read(package, crawl) if found.origin not in said)
    crawl.require_pages()


def _listed(package: _Package, listing: Listing) -> Iterator[Failure]:
    """Read the lists of pages, and yield what is wrong with them."""
    for name in filter(_PAGES.match, package.members):
        try:
            with package.opened(name) as file:
                for fault in listing.read(file, package.source.limits):
                    yield package.source.failure(name, fault)
        except CaptureError as error:
            yield package.source.failure(name, str(error))


def _read(package: _Package, crawl: Crawl) -> Iterator[Capture | Failure]:
    """Yield the pages of all WARCs; what is wrong with one is a Failure of its own."""
    for number, name in enumerate(package.warcs):
        crawl.number = number
        try:
            yield from warc.read(package.warc(number), crawl)
        except CaptureError as error:
            yield package.source.failure(name, str(error))


def _late(package: _Package, crawl: Crawl, listing: Listing) -> Iterator[Capture | Failure]:
    """Yield listed pages that were passed over: recorded at another time, or before the redirect that leads there."""
    for url in listing.unmet():
        late: list[Capture | Failure] = []
        fault = "no WARC here holds a page of it"
        try:
            for number, record in crawl.records_of(url):
                late = late or list(warc.captured(package.warc(number), crawl, record, listed=True))
        except CaptureError as error:
            fault = str(error)
        yield from late or [package.source.failure(url, f"{_LISTS} has it, but {fault}")]
