"""What inside running text a style attribute keeps from a reader's eyes: links for machines hide so."""

import re
from itertools import chain, islice

from lxml.html import HtmlElement

_INLINE = frozenset({"a", "span", "font", "b", "i", "em", "strong", "small", "u", "ins", "mark", "sub", "sup", "abbr"})
_BOXES = frozenset({"div", "p", "ul", "li"})

_LENGTH = r"\s*:\s*0*[01]?(?:\.\d+)?\s*(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?(?:;|$)"
_NIL = r"\s*:\s*0*(?:\.0+)?\s*(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?(?:;|$)"

_HINT = re.compile(r"none|hidden|clip|color|opacity|-\d{3}|:\s*0?[01.]", re.IGNORECASE)
"""What a style has that hides: most have none of it."""

_OFF = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AWAY = re.compile(
    r"(?<![\w-])(?:left|top|right|bottom|text-indent|margin(?:-left|-top)?)\s*:\s*"
    r"-(?:(?:[5-9]\d\d|\d{4,})(?:\.\d+)?(?:px|pt)|\d{3,}(?:em|rem|%|vw|vh))"
    r"|(?<![\w-])clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|(?<![\w-])clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_FLAT = re.compile(rf"(?<![\w-])(?:max-)?(?:width|height){_LENGTH}", re.IGNORECASE)
_CUT = re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE)
_TINY = re.compile(
    r"font-size\s*:\s*(?:0(?![.\d])|(?:0*[012](?:\.\d+)?(?:px|pt)|0?\.?\d%|0?\.[01]\d*r?em)\s*(?:!|;|$))", re.IGNORECASE
)
_CLEAR = re.compile(rf"(?<![\w-])opacity{_NIL}", re.IGNORECASE)
_SIZED = re.compile(r"font(?:-size)?\s*:", re.IGNORECASE)

_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_AROUND = 40
"""Elements around one in which its background is looked for; an article's paragraph stands in some twenty."""

_NAMED = {"white": "ffffff", "black": "000000"}
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*1(?:\.0+)?\s*)?\)$")


def is_unseen(element: HtmlElement) -> bool:
    """Say whether an element of running text is hidden by its style: off, of no size, beside the screen.

    A box is, if it has links and stands beside the screen: others are opened by a program. What is merely transparent
    or of the background's colour is, if it has links: programs let other words appear so.
    """
    style = element.get("style") or ""
    hidden = element.get("hidden") is not None
    if not (hidden or (_HINT.search(style) if style else element.tag == "font")):
        return False
    if element.tag not in _INLINE:
        return element.tag in _BOXES and bool(_AWAY.search(style)) and _is_linked(element)
    if hidden or _OFF.search(style) or _AWAY.search(style) or (_FLAT.search(style) and _CUT.search(style)):
        return True
    if _TINY.search(style):
        return not any(_SIZED.search(inner.get("style", "")) for inner in element.iterdescendants("*"))
    return (bool(_CLEAR.search(style)) or _is_of_the_ground(element, style)) and _is_linked(element)


def _is_linked(element: HtmlElement) -> bool:
    return element.tag == "a" or element.find(".//a[@href]") is not None


def _is_of_the_ground(element: HtmlElement, style: str) -> bool:
    """Say whether an element's words have the colour of what the page says is behind them."""
    found = _COLOUR.search(style)
    stated = found[1] if found else element.get("color", "") if element.tag == "font" else ""
    if stated.strip().lower() == "transparent":
        return "background-clip" not in style.lower()  # then the background is seen through the letters
    colour = _spelt(stated)
    for around in islice(chain([element], element.iterancestors()), _AROUND) if colour else ():
        ground = _GROUND.search(around.get("style", ""))
        if behind := _spelt(ground[1] if ground else around.get("bgcolor", "")):
            return behind == colour
    return False


def _spelt(colour: str) -> str:
    """Return a colour as six hexadecimal digits, or nothing where it is written otherwise."""
    colour = colour.strip().lower()
    if colour in _NAMED:
        return _NAMED[colour]
    if found := _HEX.match(colour):
        return found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    if found := _RGB.match(colour):
        return "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return ""
