"""What can be wrong with a capture, in a reader's words."""


class CaptureError(Exception):
    """A capture that cannot be read: ``str(error)`` says why and what to do; the origin goes with it elsewhere."""
