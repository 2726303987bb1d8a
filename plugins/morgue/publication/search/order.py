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
from collections.abc import Mapping
from typing import Any

import cbor2

from morgue.publication.search.errors import SearchError

_ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
"""All of Pagefind's script that an interface of one's own needs."""
_FOLDERS = ("fragment/", "index/")
"""They are in order as they are, and named by content."""
_MAGIC = b"pagefind_dcd"
_FILTERS, _SORTS = 3, 4
"""Where they stand in the meta file."""


def put_in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what a search page needs of a bundle of Pagefind's, in order; files by their path in the bundle."""
    entry = json.loads(files[_ENTRY])
    bundle = {name: files[name] for name in files if name in _SCRIPTS or name.startswith(_FOLDERS)}
    for language, index in entry["languages"].items():
        wasm = f"wasm.{index['wasm'] or 'unknown'}.pagefind"
        bundle[wasm] = files[wasm]
        meta = _read(files[f"pagefind.{index['hash']}.pf_meta"])
        for pair in meta[_FILTERS]:
            name, values = _read(files[f"filter/{pair[1]}.pf_filter"])
            content = _packed([name, sorted(values)])
            pair[1] = _digest(language, content)
            bundle[f"filter/{pair[1]}.pf_filter"] = content
        meta[_FILTERS].sort()
        meta[_SORTS].sort()
        content = _packed(meta)
        index["hash"] = _digest(language, content)
        bundle[f"pagefind.{index['hash']}.pf_meta"] = content
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    bundle[_ENTRY] = text.encode()
    return bundle


def _read(content: bytes) -> Any:
    unpacked = gzip.decompress(content)
    if not unpacked.startswith(_MAGIC):
        raise SearchError(f"a file of Pagefind's does not begin with {_MAGIC.decode()}: its form is not known")
    return cbor2.loads(unpacked[len(_MAGIC) :])


def _packed(value: Any) -> bytes:
    buffer = io.BytesIO()
    # gzip.compress() writes another header in another version of Python; this class always writes the same.
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as file:
        file.write(_MAGIC + cbor2.dumps(value))
    return buffer.getvalue()


def _digest(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
