"""Times all that `morgue inspect` does with a page against trafilatura's own extraction of the same page.

`make bench` prints how many times as many pages a core-second ours are, against trafilatura with metadata and without.
The pages are those of ``wcxb-articles`` in ``MORGUE_CORPORA`` (see docs/evaluation.md), or else the sample's captures.
Every page is read by each in turn, so that whatever else the machine does slows all of them down alike.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import trafilatura
from trafilatura.external import jt_stoplist_init

from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, find_captures, open_captures
from morgue.evaluation.corpora import find_corpus, page_ids, read_page
from morgue.inspection import json_line
from morgue.model import Capture
from morgue.pipeline import Rooms
from morgue.settings import Settings

ARCHIVE = Path(__file__).parents[1]

PAGES = 200
"""Of a corpus, spread evenly."""

WARM = 20
"""Pages that are read before any is timed: the first loads tables."""


def captures() -> Iterator[Capture]:
    """Yield the pages that are timed."""
    corpus = find_corpus("wcxb-articles", ARCHIVE)
    if corpus:
        yield from (read_page(corpus, page).capture() for page in page_ids(corpus, PAGES))
        return
    for path in find_captures([ARCHIVE / "content" / "captures"]):
        with suppress(CaptureError):  # the sample has broken ones too
            for capture in open_captures(path, path.name, lambda *_: Sidecar(), Settings().limits):
                if isinstance(capture, Capture) and capture.media_type == "text/html":
                    yield capture


def main() -> None:
    """Time the pages and print the ratios."""
    rooms = Rooms(Authority())
    jt_stoplist_init()  # what all three need on some page, and load once a process: whoever met it first would pay
    pages = list(captures())
    readers: dict[str, Callable[[Capture], object]] = {
        "inspect": lambda page: json_line(rooms.record(page)),
        "with metadata": lambda page: trafilatura.extract(page.payload, with_metadata=True),
        "alone": lambda page: trafilatura.extract(page.payload),
    }
    seconds = dict.fromkeys(readers, 0.0)
    for number, page in enumerate([*pages[:WARM], *pages]):
        for name, read in readers.items():
            since = time.process_time()
            read(page)
            seconds[name] += (time.process_time() - since) * (number >= WARM)
    own = seconds.pop("inspect")
    print(f"inspect: {len(pages)} pages, {len(pages) / own:.1f} pages a core-second")
    for name, theirs in seconds.items():
        print(f"  {theirs / own:.2f} times trafilatura {name} ({len(pages) / theirs:.1f})")


if __name__ == "__main__":
    main()
