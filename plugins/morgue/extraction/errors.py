"""What keeps a page from being read at all, in a reader's words."""


class ExtractionError(Exception):
    """A capture of which no Clipping can be made: ``str(error)`` says why and what to do."""
