"""The capture room: a file of any supported format becomes Captures."""

from morgue.capture.errors import CaptureError
from morgue.capture.find import find_captures
from morgue.capture.opening import open_captures, open_stream
from morgue.capture.page import capture_of
from morgue.capture.pictures import open_pictures

__all__ = ["CaptureError", "capture_of", "find_captures", "open_captures", "open_pictures", "open_stream"]
