"""A text dump: the words of a page as some other program took them out."""

SUFFIXES = (".txt",)
MEDIA_TYPE = "text/plain"


def address_in(payload: bytes) -> None:
    """Return None: a dump does not say where it comes from; its sidecar may."""
