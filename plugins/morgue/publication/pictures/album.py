"""Which pictures the pages of an archive show, and where the captures are that may hold them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from morgue.cleaning import standing_pictures
from morgue.model import Picture
from morgue.publication.catalogue import Catalogue
from morgue.publication.pictures.shapes import Pictures


@dataclass(frozen=True, slots=True)
class Page:
    """A clipping that is shown in full, and the pictures that cleaning leaves it."""

    address: str
    origin: str
    equal: tuple[str, ...]
    """Origins of captures in other files that hold the same page, byte by byte, newest first."""
    pictures: tuple[Picture, ...]


def illustrated(catalogue: Catalogue) -> list[Page]:
    """Return the pages that show pictures, archived or not."""
    found = []
    for address in catalogue.archive.records:
        if catalogue.represents(address) == address and catalogue.terms(address).display == "full":
            record = catalogue.record(address)
            pictures = tuple(standing_pictures(record.clipping, record.mask))
            if pictures:
                origin = record.clipping.origin
                versions = catalogue.archive.versions.get(address, ())
                equal = (each.origin for version in versions[:1] for each in version.captures)
                elsewhere = tuple(each for each in equal if _file_of(each) != _file_of(origin))
                found.append(Page(address, origin, elsewhere, pictures))
    return found


def _file_of(origin: str) -> str:
    return origin.partition("#")[0]


def located(pages: Iterable[Page], files: Mapping[str, Path]) -> dict[Path, list[tuple[str, Page]]]:
    """Return the files of pages, in order, each with its pages and the members of it that they are.

    ``files`` are those of all captures by origin. A page whose file is not among them is left out.
    """
    found: dict[Path, list[tuple[str, Page]]] = defaultdict(list)
    for page in pages:
        file, _, member = page.origin.partition("#")
        if file in files:
            found[files[file]].append((member, page))
    return {path: found[path] for path in sorted(found, key=Path.as_posix)}


def unarchived(pages: Iterable[Page]) -> Pictures:
    """Return the pictures of pages without any copies."""
    return Pictures({page.address: tuple((picture, None) for picture in page.pictures) for page in pages})
