"""A stranger's picture comes out small, upright, in colour and alone, or with a reason why it does not."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from PIL import Image, ImageCms

from morgue.publication.pictures.encoding import SIDE, PictureError, encode

RED, BLUE = (200, 30, 30), (20, 40, 220)


def picture(mode="RGB", size=(80, 40)):
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image if mode == "RGB" else image.convert(mode)


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def decoded(payload):
    found = encode(payload)
    image = Image.open(io.BytesIO(found.payload))
    assert (image.format, image.size) == ("WEBP", (found.width, found.height))
    assert not {"exif", "icc_profile", "xmp"} & image.info.keys()
    return image.convert("RGBA" if image.mode == "RGBA" else "RGB")


def near(one, other, most=40):
    return all(abs(first - second) <= most for first, second in zip(one, other, strict=False))


MODES = [
    *((kind, mode) for kind in ("PNG", "WEBP") for mode in ("RGB", "RGBA", "L")),
    *(("PNG", mode) for mode in ("1", "LA", "P")),
    *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    *(("GIF", "P"), ("BMP", "RGB"), ("AVIF", "RGB")),
]


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_every_kind_that_browsers_show(kind, mode):
    image = decoded(saved(picture(mode), kind))
    assert image.size == (80, 40)
    if mode in ("RGB", "RGBA", "P", "CMYK"):
        assert near(image.getpixel((10, 20)), RED)
        assert near(image.getpixel((70, 20)), BLUE)


def test_a_large_one_is_made_smaller_in_its_proportion():
    assert decoded(saved(picture(size=(4000, 1000)), "JPEG")).size == (SIDE, SIDE // 4)
    assert decoded(saved(picture(size=(400, 3200)), "PNG")).size == (SIDE // 8, SIDE)


def test_one_taken_with_the_camera_turned_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the top is at the right
    image = decoded(saved(picture(), "JPEG", exif=exif))
    assert image.size == (40, 80)
    assert near(image.getpixel((20, 10)), RED)


def test_its_colours_are_those_of_its_profile():
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    image = decoded(saved(picture(), "PNG", icc_profile=swapped))  # a profile that cannot be its own
    assert near(image.getpixel((10, 20)), RED)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert near(decoded(saved(picture("RGBA"), "PNG", icc_profile=srgb)).getpixel((10, 20)), (*RED, 255))


def test_a_sixteen_bit_one_keeps_its_shades():
    shades = Image.new("I;16", (64, 64), 0x4000)
    assert near(decoded(saved(shades, "PNG")).getpixel((5, 5)), (64, 64, 64), 2)


def test_what_is_transparent_stays_so():
    image = Image.new("P", (64, 64), 0)
    image.putpalette([0, 0, 0, 255, 255, 255])
    image.paste(1, (0, 0, 32, 64))
    shown = decoded(saved(image, "GIF", transparency=0))
    assert [shown.getpixel((x, 9))[3] for x in (9, 50)] == [255, 0]


def test_of_a_moving_one_the_first_picture_stays():
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, BLUE)]
    assert near(decoded(saved(frames[0], "GIF", save_all=True, append_images=frames[1:])).getpixel((9, 9)), RED)


def test_a_drawing_keeps_every_line():
    image = picture(size=(64, 64))
    assert decoded(saved(image, "PNG")).tobytes() == image.tobytes()


def test_what_a_camera_noted_does_not_come_along():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    assert b"taken at home" not in encode(saved(picture(), "JPEG", exif=exif)).payload


def bomb(width, height):
    """Return a PNG that claims a size which nobody could decode."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    content = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = b"".join(
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each))
        for each in (header, content, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


WHOLE = {kind: saved(picture(size=(300, 200)), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP", "BMP")}

BAD = {
    "nothing": (b"", "empty"),
    "a text": (b"not a picture at all", "no known format"),
    "a page": (b"<!DOCTYPE html><html></html>", "no known format"),
    "a drawing in SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
    "PostScript, which a program would run": (
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n",
        "no known format",
    ),
    "a tracker": (saved(Image.new("RGB", (1, 1)), "GIF"), "too few"),
    "a line": (saved(Image.new("RGB", (600, 2)), "PNG"), "too few"),
    "a bomb": (bomb(30_000, 30_000), "too many|decoded"),
    "a bomb of a few kilobytes": (bomb(5_100, 5_100), "too many"),
    "a bomb of one line": (bomb(2_000_000_000, 40), "too many|decoded"),
    "a short file that claims to be large": (bomb(5000, 5000), "decoded"),
    **{
        f"half a {kind}": (payload[: len(payload) // 2], "decoded|damaged")
        for kind, payload in WHOLE.items()
        if kind != "GIF"
    },
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_archived_has_a_reason(name):
    payload, reason = BAD[name]
    with pytest.raises(PictureError, match=reason):
        encode(payload)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_file_is_shown_or_has_a_reason(kind):
    """Whatever is changed in it, no other error comes out."""
    payload = bytearray(WHOLE[kind])
    for place in range(0, min(len(payload), 400), 7):
        payload[place] ^= 0xFF
        with suppress(PictureError):
            assert encode(bytes(payload)).payload


def test_the_same_bytes_make_the_same_bytes():
    for payload in WHOLE.values():
        assert encode(payload) == encode(bytes(payload))
