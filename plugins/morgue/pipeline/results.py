"""What the per-capture rooms made before: looked up by what it depends on, in two layers.

*Cleaned*: extraction and cleaning, by the capture's bytes and what is said of it, the code of those rooms, the limits,
and the rules of its outlet. *Found*: indexing, by the text and what else it reads, its own code, and what those entries
of the authority files say of which a name occurs in the text. Which these are is itself kept, for as long as none
changes.
"""

import hashlib
from dataclasses import replace
from functools import cached_property

from morgue.authority.entries import Authority, Outlet
from morgue.authority.outlets import outlet_of
from morgue.authority.sidecar import Sidecar
from morgue.cache import KEY_BYTES, Cache
from morgue.indexing.relevance import Relevance
from morgue.limits import STANDARD, Limits
from morgue.model import Capture, Failure, Record
from morgue.pipeline.packing import Form, Found, Kept, pack, unpack
from morgue.pipeline.rooms import Cleaned
from morgue.pipeline.versions import version_of

CLEANED, FOUND, PLACE, PICTURES = b"c", b"f", b"p", b"i"
"""What keys of the layers begin with."""

LAYERS = {CLEANED: "extracted and cleaned", FOUND: "indexed", PLACE: "looked up", PICTURES: "pictures"}
"""What each layer keeps, in a maintainer's words."""

_SAID_LATER = {"actors", "topics", "display", "rights", "licence", "note", "withheld", "reason", "date"}
"""What a sidecar says to the rooms behind cleaning."""


class Keys:
    """The keys of results under one set of authority files."""

    def __init__(self, authority: Authority, limits: Limits, model: str = "") -> None:
        """Take what the archivists wrote, how much of a page is read, and a user's own model of names, if any."""
        self._model = model
        self._limits = (limits.nodes, limits.depth)
        self._outlets = authority.outlets
        self._rules = {outlet.id: _rules(outlet) for outlet in authority.outlets.values()}
        self._relevance = Relevance(authority)

    def cleaned(self, capture: Capture) -> bytes:
        """Return the key under which a capture's extraction is kept."""
        said = capture.sidecar.model_dump_json(exclude=_SAID_LATER)
        version = version_of("indexing")
        seen = (capture.sha256, capture.media_type, capture.charset, capture.url, capture.captured)
        return _key(CLEANED, version, self._limits, seen, said)

    def found(self, cleaned: Cleaned) -> bytes:
        """Return the key under which is kept what indexing finds in a clipping."""
        text, title, language, published, actors, topics = _read_by_indexing(cleaned)
        relevant = self._relevance.digest((text, title, *actors), language, (*actors, *topics))
        return _key(FOUND, _indexing(), self._model, text, title, language, published, actors, topics, relevant)

    def place(self, cleaned: Cleaned) -> bytes:
        """Return the key under which stands where that is kept while no authority file changes."""
        return _key(PLACE, _indexing(), self._model, *_read_by_indexing(cleaned), self._relevance.of_all)

    def outlets(self, asked: tuple[tuple[str | None, str | None], ...]) -> str:
        """Return a digest of the rules of the outlets that are found under pairs of address and source."""
        found = (outlet_of(*pair, self._outlets) for pair in dict.fromkeys(asked))
        return _key(b"", *(outlet and self._rules[outlet.id] for outlet in found)).hex()

    def all_outlets(self) -> str:
        """Return a digest of every outlet's rules."""
        return _key(b"", *self._rules.values()).hex()


class Results:
    """The results in a cache, under one set of authority files; without a cache there are none, and none are kept."""

    def __init__(self, cache: Cache | None, authority: Authority, limits: Limits = STANDARD, model: str = "") -> None:
        """Take the cache, what the archivists wrote, how much of a page is read, and a user's own model of names."""
        self._model = model
        self._cache = cache
        self._authority = authority
        self._limits = limits

    @cached_property
    def _keys(self) -> Keys:
        return Keys(self._authority, self._limits, self._model)

    def cleaned(self, capture: Capture) -> Cleaned | Failure | None:
        """Return what extraction and cleaning made of a capture under the same rules as now, or None."""
        if self._cache is None:
            return None
        kept = _unpacked(self._cache.get(self._keys.cleaned(capture)), Kept)
        if kept is None or kept.outlets != _rules_behind(kept.cleaned, self._keys):
            return None
        return restored(kept, capture)

    def record(self, cleaned: Cleaned) -> Record | None:
        """Return a clipping with what indexing found in it, or None."""
        if self._cache is None:
            return None
        place = self._keys.place(cleaned)
        known = self._cache.get(place)
        key = known or self._keys.found(cleaned)
        found = _unpacked(self._cache.get(key), Found)
        if found and not known:
            self._cache.put(place, key)
        return filed(cleaned, found) if found else None

    def keep(self, capture: Capture, cleaned: Cleaned | Failure) -> None:
        """Keep what extraction and cleaning made of a capture in this process, but for a failure that may pass."""
        if self._cache and (isinstance(cleaned, Cleaned) or not cleaned.passing):
            self.keep_cleaned(self._keys.cleaned(capture), pack(kept(cleaned, self._keys)))

    def file(self, cleaned: Cleaned, record: Record) -> None:
        """Keep what indexing found in a clipping in this process."""
        if self._cache:
            self.keep_found(cleaned, self._keys.found(cleaned), pack(found_in(record)))

    def keep_cleaned(self, key: bytes, packed: bytes) -> None:
        """Keep what extraction and cleaning made of a capture, under the key that it was made for."""
        if self._cache:
            self._cache.put(key, packed)

    def keep_found(self, cleaned: Cleaned, key: bytes, packed: bytes) -> None:
        """Keep what indexing found in a clipping, under the key that it was made for."""
        if self._cache:
            self._cache.put(key, packed)
            self._cache.put(self._keys.place(cleaned), key)

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._cache:
            self._cache.flush()


def _unpacked(data: bytes | None, form: type[Form]) -> Form | None:
    try:
        return None if data is None else unpack(form, data)
    except ValueError:  # sound bytes that are no result: made anew
        return None


def kept(outcome: Cleaned | Failure, keys: Keys) -> Kept:
    """Return an outcome without what belongs to its capture's place."""
    if isinstance(outcome, Failure):
        return Kept(_rules_behind(None, keys), None, outcome.reason)
    clipping = replace(outcome.clipping, origin="", digest="", sidecar=Sidecar())
    return Kept(_rules_behind(outcome, keys), replace(outcome, clipping=clipping))


def restored(kept: Kept, capture: Capture) -> Cleaned | Failure:
    """Return the outcome of a capture."""
    if kept.cleaned is None:
        return Failure(capture.origin, kept.failure)
    clipping = kept.cleaned.clipping
    clipping = replace(clipping, origin=capture.origin, digest=capture.sha256, sidecar=capture.sidecar)
    return replace(kept.cleaned, clipping=clipping)


def found_in(record: Record) -> Found:
    """Return what indexing found."""
    return Found(record.actors, record.quotes, record.topics)


def filed(cleaned: Cleaned, found: Found) -> Record:
    """Return the record of a clipping and of what was found in it."""
    text = cleaned.mask.text(cleaned.clipping.extracted)
    return Record(cleaned.clipping, cleaned.mask, text, found.actors, found.quotes, found.topics, cleaned.warnings)


def _indexing() -> bytes:
    return version_of("capture", "cleaning", "extraction")


def _read_by_indexing(
    cleaned: Cleaned,
) -> tuple[str, str, str | None, str | None, tuple[str, ...], tuple[str, ...]]:
    """Return all that indexing reads of a clipping: text, title, language, date, and the actors and topics listed."""
    clipping, listed = cleaned.clipping, cleaned.clipping.sidecar
    text = cleaned.mask.text(clipping.extracted)
    return text, clipping.title, clipping.language, clipping.published, listed.actors or (), listed.topics or ()


def _rules_behind(cleaned: Cleaned | None, keys: Keys) -> str:
    """Return a digest of the rules that an outcome depends on; of a failure's nothing is known but that they stand."""
    return keys.outlets(cleaned.asked) if cleaned else keys.all_outlets()


def _rules(outlet: Outlet) -> str:
    """Return what an outlet says to extraction and cleaning, and where it is written, which removals tell."""
    said = outlet.model_dump_json(include={"name", "main", "remove", "keep"})
    return repr((said, [rule.place for rule in outlet.rules]))


def _key(layer: bytes, *parts: object) -> bytes:
    """Return a key of plain values, each with its length, which keeps them apart; only a text goes without ``repr``."""
    digest = hashlib.blake2b(digest_size=KEY_BYTES - 1)
    for part in parts:
        plain = (part if isinstance(part, str) else repr(part)).encode("utf-8", "surrogatepass")
        digest.update(b"%s %d " % (type(part).__name__.encode(), len(plain)))
        digest.update(plain)
    return layer + digest.digest()
