"""What an archive's results have in common, learned from the first of them: the others take an eighth less room.

Outlets, addresses, turns of phrase come again and again, each time in another result. A dictionary of zstd's holds
them once, and is kept in the cache beside what was packed by it; where it is lost, so is that, and is made anew.
"""

from morgue.cache import KEY_BYTES, Cache
from morgue.pipeline.keys import DICTIONARY
from morgue.zstandard import zstd

_SAMPLES = 128
"""Results, of both kinds, that a dictionary is made of; from twice as many it saves half a per cent more."""
_BYTES = 112_640
"""Of a dictionary: what zstd's own command makes. Half as many save a per cent and a half less."""


class Dictionaries:
    """Those of one cache; without a cache there are none."""

    def __init__(self, cache: Cache | None) -> None:
        """Take the cache."""
        self._cache = cache
        self._known: dict[int, bytes] = {0: b""}
        self._samples: list[bytes] = []
        self._now: int | None = None

    @property
    def now(self) -> bytes:
        """The dictionary that results are packed by; empty where there is none yet."""
        if self._now is None:
            self._now = self._first()
        return self._of(self._now)

    def behind(self, packed: bytes) -> bytes:
        """Return the dictionary that a result was packed by, empty for none; ValueError where it is no result."""
        try:
            return self._of(zstd.get_frame_info(packed).dictionary_id)
        except zstd.ZstdError as error:
            raise ValueError(str(error)) from error

    def learn(self, packed: bytes) -> None:
        """Take one more result; once there are enough of them, make a dictionary of them."""
        if self._cache is None or self.now or len(self._samples) == _SAMPLES:
            return
        self._samples.append(zstd.decompress(packed))
        if len(self._samples) < _SAMPLES:
            return
        self._now = self._first() or self._made()

    def _made(self) -> int:
        """Make a dictionary of the samples, and keep it; return its number, 0 where they are too few words for one."""
        try:
            made = zstd.train_dict(self._samples, _BYTES)
        except zstd.ZstdError:
            return 0
        self._known[made.dict_id] = made.dict_content
        if self._cache:
            self._cache.put(_key(made.dict_id), made.dict_content)
            self._cache.put(_FIRST, made.dict_id.to_bytes(4))
        return made.dict_id

    def _first(self) -> int:
        """Return the number of the one that was made first, which packs what comes after it; 0 for none."""
        return int.from_bytes(self._kept(_FIRST))

    def _of(self, number: int) -> bytes:
        if number not in self._known:
            self._known[number] = self._kept(_key(number))
        return self._known[number]

    def _kept(self, key: bytes) -> bytes:
        return (self._cache and self._cache.get(key)) or b""


def _key(number: int) -> bytes:
    return DICTIONARY + number.to_bytes(KEY_BYTES - 1)


_FIRST = _key(0)
"""Where the number of the first stands: zstd gives none the number 0."""
