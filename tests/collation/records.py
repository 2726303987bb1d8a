"""Records and what archivists wrote, for the tests of collation."""

import hashlib

from morgue.address import address_of
from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.collation import collate
from morgue.model import Clipping, Mention, NamedActor, Record
from morgue.settings import Settings

WORDS = [f"word{number}" for number in range(400)]
LONG = " ".join(WORDS[:120])
OTHER = " ".join(WORDS[200:320])
URL = "https://{}.example/news/{}"


def record(url="https://a.example/1", text=LONG, actors=(), quotes=(), **fields):
    """Return a record of a clipping; its digest follows from what is said of it unless it is given."""
    digest = hashlib.sha256(repr((url, text, sorted(fields.items()), actors)).encode()).hexdigest()
    clipping = {
        "origin": f"captures/{digest[:6]}.html",
        "digest": digest,
        "url": url,
        "captured": None,
        "title": "A title",
        "byline": (),
        "source": None,
        "published": None,
        "updated": None,
        "language": "en",
        "extracted": text,
        "blocks": (),
        **fields,
    }
    return Record(Clipping(**clipping), text=text, actors=tuple(actors), quotes=tuple(quotes))


def actor(identity, name="", kind="person", *, known=False):
    return NamedActor(
        identity, name or identity.replace("-", " ").title(), kind, known, (Mention(identity, 0, 4, "name", 1.0),)
    )


def archive(*records, authority=None, failures=(), **settings):
    return collate(records, failures, authority or Authority(), Settings(**settings))


def shown(collated):
    """Return the texts of an archive, in order."""
    return [entry.text for entry in collated.records.values()]


def at(*urls):
    return tuple(address_of(url, "") for url in urls)


def withheld(reason="At the outlet's request", date="2026-01-05", **fields):
    return Sidecar(withheld=True, reason=reason, date=date, **fields)
