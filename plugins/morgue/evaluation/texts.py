"""Labelled texts as the rooms take them."""

import hashlib

from morgue.model import Clipping


def clipping_of(identity: str, text: str) -> Clipping:
    """Return a text in English as if it were captured and extracted whole; nothing else is known of it."""
    return Clipping(
        origin=identity,
        digest=hashlib.sha256(identity.encode()).hexdigest(),
        url=None,
        captured=None,
        title="",
        byline=(),
        source=None,
        published=None,
        updated=None,
        language="en",
        extracted=text,
        blocks=(),
    )
