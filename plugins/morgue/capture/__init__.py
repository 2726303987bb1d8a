"""The capture room: a file of any supported format becomes Captures."""

from morgue.capture.errors import CaptureError
from morgue.capture.files import capture_of, find_captures, open_captures

__all__ = ["CaptureError", "capture_of", "find_captures", "open_captures"]
