"""The versions of a clipping: when and where each was captured, and how its text differs from the one that is shown."""

from collections import Counter

from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import counted, line
from morgue.publication.views import CaptureView, VersionView

_DIGEST = 16
"""Letters of a digest: enough to tell versions apart, and to find the capture again."""


def versions_of(catalogue: Catalogue, address: str) -> tuple[VersionView, ...]:
    """Return the versions at an address, newest first, if there is more than one capture."""
    versions = catalogue.archive.versions.get(address, ())
    shown = catalogue.record(address).text
    return tuple(
        VersionView(
            tuple(CaptureView(catalogue.date(each.captured), line(each.origin)) for each in version.captures),
            version.record.clipping.digest[:_DIGEST],
            "The text shown here" if number == 0 else _difference(version.record.text, shown),
        )
        for number, version in enumerate(versions)
    )


def _difference(text: str, shown: str) -> str:
    """Say how a text differs from the one that is shown: by words, wherever they stand."""
    own, other = Counter(text.split()), Counter(shown.split())
    more, fewer = (own - other).total(), (other - own).total()
    if not more and not fewer:
        return "The same words as shown" if text != shown else "The same text as shown"
    told = [f"{counted(more, 'word', 'words')} more"] if more else []
    told += [f"{counted(fewer, 'word', 'words')} fewer"] if fewer else []
    return f"{', '.join(told)} than shown"
