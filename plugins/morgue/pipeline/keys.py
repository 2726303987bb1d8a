"""What results are kept under, in two layers: all that they depend on.

*Cleaned*: extraction and cleaning, by the capture's bytes and what is said of it, the code of those rooms, the limits,
and the rules of its outlet. *Found*: indexing, by the text and what else it reads, its own code, and what those entries
of the authority files say of which a name occurs in the text. Which these are is itself kept, for as long as none
changes.
"""

import hashlib

from morgue.authority.entries import Authority, Outlet
from morgue.authority.outlets import outlet_of
from morgue.cache import KEY_BYTES
from morgue.limits import Limits
from morgue.model import Capture
from morgue.pipeline.rooms import Cleaned
from morgue.pipeline.versions import version_of

CLEANED, FOUND, PLACE, STATE, PICTURES, DICTIONARY = b"c", b"f", b"p", b"s", b"i", b"d"
"""What keys of the layers begin with."""

LAYERS = {
    CLEANED: "extracted and cleaned",
    FOUND: "indexed",
    PLACE: "looked up",
    STATE: "authority files",
    PICTURES: "pictures",
    DICTIONARY: "dictionaries",
}
"""What each layer keeps, in a maintainer's words."""

_SAID_LATER = {"actors", "topics", "display", "rights", "licence", "note", "withheld", "reason", "date"}
"""What a sidecar says to the rooms behind cleaning."""


class Keys:
    """The keys of what is cleaned, under one set of authority files; ``places`` has those of what is found."""

    def __init__(self, authority: Authority, limits: Limits) -> None:
        """Take what the archivists wrote, and how much of a page is read."""
        self._limits = (limits.nodes, limits.depth)
        self._outlets = authority.outlets
        self._rules = {outlet.id: _rules(outlet) for outlet in authority.outlets.values()}

    def cleaned(self, capture: Capture) -> bytes:
        """Return the key under which a capture's extraction is kept."""
        said = capture.sidecar.model_dump_json(exclude=_SAID_LATER)
        version = version_of("indexing")
        seen = (capture.sha256, capture.media_type, capture.charset, capture.url, capture.captured)
        return key_of(CLEANED, version, self._limits, seen, said)

    def outlets(self, asked: tuple[tuple[str | None, str | None], ...]) -> str:
        """Return a digest of the rules of the outlets that are found under pairs of address and source."""
        found = (outlet_of(*pair, self._outlets) for pair in dict.fromkeys(asked))
        return key_of(b"", *(outlet and self._rules[outlet.id] for outlet in found)).hex()

    def all_outlets(self) -> str:
        """Return a digest of every outlet's rules."""
        return key_of(b"", *self._rules.values()).hex()


def rules_behind(cleaned: Cleaned | None, keys: Keys) -> str:
    """Return a digest of the rules that an outcome depends on; of a failure's nothing is known but that they stand."""
    return keys.outlets(cleaned.asked) if cleaned else keys.all_outlets()


def _rules(outlet: Outlet) -> str:
    """Return what an outlet says to extraction and cleaning, and where it is written, which removals tell."""
    said = outlet.model_dump_json(include={"name", "main", "remove", "keep"})
    return repr((said, [rule.place for rule in outlet.rules]))


def key_of(layer: bytes, *parts: object) -> bytes:
    """Return a key of plain values, each with its length, which keeps them apart; only a text goes without ``repr``."""
    digest = hashlib.blake2b(digest_size=KEY_BYTES - 1)
    for part in parts:
        plain = (part if isinstance(part, str) else repr(part)).encode("utf-8", "surrogatepass")
        digest.update(b"%s %d " % (type(part).__name__.encode(), len(plain)))
        digest.update(plain)
    return layer + digest.digest()
