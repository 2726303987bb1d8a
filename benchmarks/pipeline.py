"""Times the pipeline over many real-sized pages: by workers, beside trafilatura's own command, again, after an edit.

`make bench` prints ratios, each of one run. The pages are those of ``wcxb-articles`` in ``MORGUE_CORPORA`` (see
docs/evaluation.md), or else the sample's captures, each as often as it takes, with its number in a comment and before
every paragraph; actors and topics are the sample's. ``PAGES=`` is the size of the large archive.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from morgue.cache import FOLDER
from morgue.capture import find_captures
from morgue.evaluation.corpora import find_corpus, page_ids, read_page
from morgue.model import Record
from morgue.pipeline import cache_of, capture_files, process
from morgue.workspace import open_workspace

SAMPLE = Path(__file__).parents[1]

PAGES = int(os.environ.get("PAGES", "10000"))
FEW, SOME = 1_000, 2_000
"""Pages that are read to compare workers, and to compare with trafilatura."""

_PARAGRAPH = re.compile(rb"<p\b[^>]*>(?=\w)")
"""Where a paragraph's text begins: there each page has its number, so that no text is read for another's."""


def payloads() -> Iterator[bytes]:
    """Yield real-sized pages without end, no two alike, nor their texts."""
    corpus = find_corpus("wcxb-articles", SAMPLE)
    if corpus:
        pages = [read_page(corpus, page).payload for page in page_ids(corpus, None)]
    else:
        found = find_captures([SAMPLE / "content" / "captures"])
        pages = [path.read_bytes() for path in found if path.suffix == ".html" and path.stat().st_size]
    for number, page in enumerate(cycle(pages)):
        yield _PARAGRAPH.sub(rb"\g<0>%d " % number, page) + f"<!-- {number} -->".encode()


def archive(root: Path, pages: int) -> Path:
    """Make an archive of so many pages, a thousand a folder, with the sample's actors and topics."""
    for number, payload in enumerate(islice(payloads(), pages)):
        path = root / f"content/captures/{number // 1000:02}/{number:05}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(payload)
    for name in ("actors", "topics"):
        shutil.copytree(SAMPLE / "content" / name, root / "content" / name)
    return root


def read(root: Path, workers: int, *, cached: bool) -> tuple[float, list[tuple[int, int]], Counter[str], int]:
    """Take an archive's captures to records.

    Return the seconds; the memory that this process holds, in bytes, after each thousand pages; how many pages name
    each known actor; and the bytes of the compressed texts.
    """
    os.sync()  # else the system writes to the disk what was made before while a run is timed, which then lacks a core
    since = time.perf_counter()
    memory, named, compressed = [], Counter[str](), 0
    apart = 0.0  # what is only counted here
    workspace = open_workspace({"MORGUE_WORKERS": workers}, root)
    files = capture_files(find_captures(workspace.capture_folders), workspace)
    with cache_of(workspace, print) as cache:
        for number, outcome in enumerate(process(files, workspace, cache if cached else None), 1):
            begun = time.perf_counter()
            if isinstance(outcome, Record):
                named.update(actor.id for actor in outcome.actors if actor.known)
                compressed += len(gzip.compress(outcome.text.encode()))
            if number % 1000 == 0:
                memory.append((number, resident()))
            apart += time.perf_counter() - begun
    return time.perf_counter() - since - apart, memory, named, compressed


def resident() -> int:
    """Return the bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def trafilatura(root: Path) -> float:
    """Return the seconds that trafilatura's own command takes for an archive's captures."""
    command = [
        str(Path(sys.executable).with_name("trafilatura")),
        "--input-dir",
        "content/captures",
        "--output-dir",
        "out",
    ]
    os.sync()
    since = time.perf_counter()
    subprocess.run(
        [*command, "--parallel", "2", "--with-metadata", "--json"], cwd=root, check=True, capture_output=True
    )
    return time.perf_counter() - since


def rename(root: Path, actor: str) -> None:
    """Give an actor another name in its file."""
    path = root / f"content/actors/{actor}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^name: .*", r"\g<0> the Renamed", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def main() -> None:
    """Time all of it and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        few = archive(Path(folder) / "few", FEW)
        one, two = (read(few, workers, cached=False)[0] for workers in (1, 2))
        print(f"two workers: {one / two:.2f} times the pages a second of one ({FEW} pages, {FEW / two:.1f} a second)")
        some = archive(Path(folder) / "some", SOME)
        ours, theirs = read(some, 2, cached=True)[0], trafilatura(some)
        print(f"cold: {ours / theirs:.2f} times the time of trafilatura --parallel 2 ({SOME} pages, {ours:.0f} s)")
        large(archive(Path(folder) / "large", PAGES))


def large(root: Path) -> None:
    """Time a large archive cold, warm and after edits, and print what it takes of room and memory."""
    cold, memory, named, compressed = read(root, 2, cached=True)
    size = (root / FOLDER / "cache.sqlite").stat().st_size
    print(
        f"cold: {PAGES} pages, {cold:.0f} s; the cache has {size / compressed:.2f} times the bytes of the gzipped texts"
    )
    if len(memory) > 1:
        slope = (memory[-1][1] - memory[0][1]) / (memory[-1][0] - memory[0][0])
        print(f"memory: {memory[0][1] / 1e6:.0f} MB after 1000 pages, {slope:.0f} bytes more a page from there")
    print(f"warm: {read(root, 2, cached=True)[0] / cold:.1%} of cold")
    ranked = [actor for actor, _ in named.most_common()]
    for kind, actor in (("in the middle", ranked[len(ranked) // 2]), ("named most", ranked[0])):
        rename(root, actor)
        taken = read(root, 2, cached=True)[0]
        print(
            f"one actor's file edited, {kind}, on {named[actor] / PAGES:.1%} of the pages: {taken / cold:.1%} of cold"
        )


if __name__ == "__main__":
    main()
