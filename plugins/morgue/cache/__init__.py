"""Where results are kept from run to run: bytes under keys, which say all that they depend on."""

from morgue.cache.store import FOLDER, KEY_BYTES, Cache, CacheStats, remove

__all__ = ["FOLDER", "KEY_BYTES", "Cache", "CacheStats", "remove"]
