"""A stranger's picture, decoded within limits and encoded anew: WebP, no larger than a page shows it.

A pure function of the bytes: no clock, and one thread.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, features

SIDE = 1600
"""Pixels of width and of height at the most: what a page shows, twice as fine."""

MOST_PIXELS = 50_000_000
"""Pixels of a JPEG that is decoded: a large camera's; ten times a screen's."""

MOST_WHOLE = 25_000_000
"""Of any other, which is in memory whole, several times over: a few bytes may ask for that."""

_LEAST = 32
"""Pixels: what is lower or narrower counts readers, keeps a space, or is a blur shown before the picture."""

_QUALITY = 80
_EFFORT = 4
"""libwebp's own choice: above it time grows and files hardly shrink."""

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")
"""Those that browsers show; each more is a decoder more that a stranger can reach."""

_DRAWN = frozenset({"PNG", "GIF", "BMP"})
_COLOURS = 4096
"""Of a picture in one of these formats: with so few it is a drawing, of which no line shall blur."""

_SIXTEEN_BITS = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})


class PictureError(Exception):
    """A picture that cannot be archived: ``str(error)`` says why, in a reader's words."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as WebP, and its size in pixels."""

    payload: bytes
    width: int
    height: int


@cache
def version() -> str:
    """Return a digest of all that has a say in the bytes of an encoded picture, but for the picture."""
    parts = (Path(__file__).read_bytes(), PIL.__version__, features.version_module("webp"))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def encode(payload: bytes) -> Encoded:
    """Return a picture's bytes encoded anew: the first frame, upright, in sRGB. Raise PictureError alone."""
    if not payload:
        raise PictureError("it is empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is wrong with a file that can be shown all the same
            return _encoded(payload)
    except PictureError:
        raise
    except UnidentifiedImageError:
        svg = b"<svg" in payload[:1000]
        raise PictureError("it is a drawing in SVG" if svg else "it is of no known format, or damaged") from None
    except (Exception, MemoryError) as error:  # whatever a decoder trips over
        raise PictureError(f"it cannot be decoded ({type(error).__name__}: {error})") from error


def _encoded(payload: bytes) -> Encoded:
    with Image.open(io.BytesIO(payload), formats=_FORMATS) as picture:
        kind = picture.format
        if picture.width * picture.height > (MOST_PIXELS if kind == "JPEG" else MOST_WHOLE):
            raise PictureError(f"it has {picture.width} by {picture.height} pixels, too many to decode")
        if min(picture.size) < _LEAST:
            raise PictureError(f"it has {picture.width} by {picture.height} pixels, too few to show anything")
        picture.draft(None, (SIDE, SIDE))  # a JPEG is decoded no larger than needed
        picture.load()
        profile = picture.info.get("icc_profile")
        shown = _in_colour(ImageOps.exif_transpose(picture), profile)
    shown.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    shown.info.clear()
    lossless = kind in _DRAWN and shown.getcolors(_COLOURS) is not None
    written = io.BytesIO()
    shown.save(written, "WEBP", lossless=lossless, quality=_QUALITY, method=_EFFORT)
    return Encoded(written.getvalue(), *shown.size)


def _in_colour(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in RGB, with its transparency."""
    if picture.mode in _SIXTEEN_BITS:
        picture = picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        picture = _in_srgb(picture, profile)
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile of another colour space, or none at all
        return picture
    return converted or picture
