"""What the per-capture rooms made before, looked up in the cache, and what they make now, kept there."""

from functools import cached_property

from msgspec.structs import replace

from morgue.authority.entries import Authority
from morgue.authority.sidecar import UNSAID
from morgue.cache import Cache
from morgue.limits import STANDARD, Limits
from morgue.model import Capture, Failure, Record
from morgue.pipeline.dictionaries import Dictionaries
from morgue.pipeline.keys import Keys, rules_behind
from morgue.pipeline.packing import Form, Found, Kept, pack, unpack
from morgue.pipeline.places import Place, Places
from morgue.pipeline.rooms import Cleaned


class Results:
    """The results in a cache, under one set of authority files; without a cache there are none, and none are kept."""

    def __init__(self, cache: Cache | None, authority: Authority, limits: Limits = STANDARD, model: str = "") -> None:
        """Take the cache, what the archivists wrote, how much of a page is read, and a user's own model of names."""
        self._model = model
        self._cache = cache
        self._authority = authority
        self._limits = limits
        self._dictionaries = Dictionaries(cache)

    @cached_property
    def _keys(self) -> Keys:
        return Keys(self._authority, self._limits)

    @cached_property
    def _places(self) -> Places:
        return Places(self._authority, self._model, self._cache)

    def cleaned(self, capture: Capture) -> Cleaned | Failure | None:
        """Return what extraction and cleaning made of a capture under the same rules as now, or None."""
        if self._cache is None:
            return None
        kept = self._known(self._keys.cleaned(capture), Kept)
        if kept is None or kept.outlets != rules_behind(kept.cleaned, self._keys):
            return None
        return restored(kept, capture)

    def record(self, cleaned: Cleaned) -> Record | None:
        """Return a clipping with what indexing found in it, or None."""
        if self._cache is None:
            return None
        place = self._places.known(cleaned)
        found = self._known(place.found, Found) if place else None
        return filed(cleaned, found) if found else None

    @property
    def dictionary(self) -> bytes | None:
        """What results are packed by; None where none are kept."""
        return self._dictionaries.now if self._cache else None

    def keep(self, capture: Capture, cleaned: Cleaned | Failure) -> None:
        """Keep what extraction and cleaning made of a capture in this process, but for a failure that may pass."""
        if self._cache and (isinstance(cleaned, Cleaned) or not cleaned.passing):
            self._put(self._keys.cleaned(capture), pack(kept(cleaned, self._keys), self.dictionary))

    def file(self, cleaned: Cleaned, record: Record) -> None:
        """Keep what indexing found in a clipping in this process."""
        if self._cache:
            self._put_found(self._places.made(cleaned), pack(found_in(record), self.dictionary))

    def keep_cleaned(self, capture: Capture, key: bytes, packed: bytes) -> Cleaned | Failure:
        """Keep what a worker's extraction and cleaning made of a capture, under the key that it was made for."""
        self._put(key, packed)
        return restored(unpack(Kept, packed, self._dictionaries.behind(packed)), capture)

    def keep_found(self, cleaned: Cleaned, place: Place, packed: bytes) -> Record:
        """Keep what a worker's indexing found in a clipping, in the place that it was made for."""
        self._put_found(place, packed)
        return filed(cleaned, unpack(Found, packed, self._dictionaries.behind(packed)))

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._cache:
            self._cache.flush()

    def _known(self, key: bytes, form: type[Form]) -> Form | None:
        packed = self._cache and self._cache.get(key)
        try:
            return unpack(form, packed, self._dictionaries.behind(packed)) if packed else None
        except ValueError:  # sound bytes that are no result, or whose dictionary is lost: made anew
            return None

    def _put_found(self, place: Place, packed: bytes) -> None:
        if self._cache:
            self._put(place.found, packed)
            self._places.keep(place)

    def _put(self, key: bytes, packed: bytes) -> None:
        if self._cache:
            self._dictionaries.learn(packed)
            self._cache.put(key, packed)


def kept(outcome: Cleaned | Failure, keys: Keys) -> Kept:
    """Return an outcome without what belongs to its capture's place."""
    if isinstance(outcome, Failure):
        return Kept(rules_behind(None, keys), None, outcome.reason)
    clipping = replace(outcome.clipping, origin="", digest="", sidecar=UNSAID)
    return Kept(rules_behind(outcome, keys), replace(outcome, clipping=clipping))


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
    return Record(
        cleaned.clipping, cleaned.mask, cleaned.text, found.actors, found.quotes, found.topics, cleaned.warnings
    )
