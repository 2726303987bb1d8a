"""When two titles are one, however a page sets them.

Both are normalised alike: entities are resolved, NFKC, quotation marks and dashes made straight, case folded, spaces
made one; and the last of several parts ("Headline | Outlet", "Headline - Outlet") is taken for the site's suffix and
dropped. A separator has a space on both sides, or is an upright stroke: so neither a hyphen nor a colon parts a title.
"""

import re
import unicodedata
from html import unescape

_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛ʼ`´", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
_SEPARATOR = re.compile(r" (?:[-•·»:]|::) | ?\| ?")


def bare_title(title: str) -> str:
    """Return a title without what two settings of it may differ in."""
    straight = unicodedata.normalize("NFKC", unescape(title)).translate(_STRAIGHT)
    flat = " ".join(straight.casefold().split())
    separators = [found.start() for found in _SEPARATOR.finditer(flat) if found.start()]
    return flat[: separators[-1]] if separators else flat
