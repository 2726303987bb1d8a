"""Puts a Pagefind bundle in order, so that the same pages make the same bytes.

Pagefind keeps facets in hash maps, so their order changes from run to run: that of the values inside a filter file,
and that of the filters in the meta file. Its names are digests of the content, so they change too. Here both are
sorted and the files named anew. A file is gzip of a magic word and CBOR (or JSON); the formats are Pagefind 1.5.2's:

- filter: ``[name, [[value, [page, ...]], ...]]``
- meta: ``[version, pages, chunks, [[filter, file], ...], [[sort, [page, ...]], ...], meta fields]``; word positions
  refer to meta fields by number, so these stay as they are
- entry: ``{"version": ..., "languages": {language: {"hash": meta file, "wasm": ..., "page_count": ...}}, ...}``
"""

import gzip
import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import Any

import cbor2

from morgue.publication.search.errors import SearchError

_ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
"""All of Pagefind's script that an interface of one's own needs."""
_MAGIC = b"pagefind_dcd"
_FILTERS, _SORTS = 3, 4
"""Where they stand in the meta file."""


def write_in_order(written: Path, bundle: Path) -> int:
    """Copy what a search page needs of a bundle that Pagefind wrote, in order, into a folder that is not there yet.

    Return how many pages it holds.
    """
    bundle.mkdir(parents=True)
    entry = json.loads((written / _ENTRY).read_bytes())
    for language, index in entry["languages"].items():
        index["hash"] = _write_index(written, bundle, language, index["hash"])
        _copy(written, bundle, f"wasm.{index['wasm'] or 'unknown'}.pagefind")
    for name in (*_SCRIPTS, *_in_folders(written, "fragment", "index")):
        _copy(written, bundle, name)
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (bundle / _ENTRY).write_text(text, encoding="utf-8")
    return sum(index["page_count"] for index in entry["languages"].values())


def _in_folders(written: Path, *folders: str) -> list[str]:
    return [f"{folder}/{path.name}" for folder in folders for path in (written / folder).glob("*")]


def _copy(written: Path, bundle: Path, name: str) -> None:
    (bundle / name).parent.mkdir(exist_ok=True)
    shutil.copyfile(written / name, bundle / name)


def _write_index(written: Path, bundle: Path, language: str, digest: str) -> str:
    """Write the meta and filter files of one language and return the meta file's digest."""
    meta = _read(written / f"pagefind.{digest}.pf_meta")
    for pair in meta[_FILTERS]:
        name, values = _read(written / "filter" / f"{pair[1]}.pf_filter")
        content = _packed([name, sorted(values)])
        pair[1] = _digest(language, content)
        (bundle / "filter").mkdir(exist_ok=True)
        (bundle / "filter" / f"{pair[1]}.pf_filter").write_bytes(content)
    meta[_FILTERS].sort()
    meta[_SORTS].sort()
    content = _packed(meta)
    digest = _digest(language, content)
    (bundle / f"pagefind.{digest}.pf_meta").write_bytes(content)
    return digest


def _read(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_MAGIC):
        raise SearchError(f"Pagefind's file {path.name} does not begin with {_MAGIC.decode()}: its form is not known")
    return cbor2.loads(content[len(_MAGIC) :])


def _packed(value: Any) -> bytes:
    buffer = io.BytesIO()
    # gzip.compress() writes another header in another version of Python; this class always writes the same.
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as file:
        file.write(_MAGIC + cbor2.dumps(value))
    return buffer.getvalue()


def _digest(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
