"""What keeps a page from being read at all, in a reader's words."""


class ExtractionError(Exception):
    """A capture of which no Clipping can be made: ``str(error)`` says why and what to do."""


class UnforeseenError(ExtractionError):
    """One that a fault of the code or of the machine may have caused, such as too little memory: it may not last."""
