"""The theme's colours can be read (WCAG 2.2 AA), light and dark."""

import re

import pytest

GROUNDS = ("paper", "sheet", "manila")
TINTS = ("tint1", "tint2", "tint3", "tint4")


def luminance(colour):
    """Return the relative luminance of ``#rrggbb`` as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("colour", "grounds", "least"),
    [
        ("ink", GROUNDS, 4.5),
        ("faded", GROUNDS, 4.5),
        ("red", GROUNDS, 4.5),
        ("ink", TINTS, 4.5),  # the numbers of a matrix
        ("blue", GROUNDS, 3),  # the focus ring
        ("edge", ("paper", "sheet"), 3),  # what outlines a field, and the bars of a timeline
    ],
)
def test_colours_stand_out_from_what_lies_under_them(root, mode, colour, grounds, least):
    """Text has a contrast of 4.5 : 1, what outlines a control 3 : 1."""
    style = (root / "theme" / "static" / "css" / "base.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    palette = {name: {"light": light, "dark": dark} for name, light, dark in pairs}
    for ground in grounds:
        assert contrast(palette[colour][mode], palette[ground][mode]) >= least, f"{colour} on {ground}"
