"""Pictures in a clipping's text, as HTML: a local copy with its caption, or a line that says where the picture is."""

from collections.abc import Iterator, Sequence
from html import escape

from morgue.address import host_of
from morgue.letters import direction_of, fold
from morgue.markup import safe_href
from morgue.model import Block, Picture
from morgue.publication.pictures.shapes import FOLDER, Archived, ShownPicture

_BEGINS = f'<img src="{FOLDER}/'
"""How each picture begins. No text of a page can say this, for its signs are escaped."""


def with_figures(
    blocks: Sequence[Block], rendered: Sequence[str], pictures: Sequence[ShownPicture], direction: str
) -> Iterator[str]:
    """Yield a clipping's rendered blocks with its pictures where they stand; blocks of which nothing is left are empty.

    Addresses of pictures are from the site's root on. ``direction`` is the article's.
    """
    at = 0
    for picture, copy in sorted(pictures, key=lambda shown: shown[0].at):
        while at < len(blocks) and blocks[at].start < picture.at:
            yield rendered[at]
            at += 1
        if copy is None:
            yield _line(picture, direction)
            continue
        said: list[str] = []
        while at < len(blocks) and blocks[at].start < picture.until:
            said.append(rendered[at])
            at += 1
        yield _figure(picture, copy, "".join(said) or _words(picture.caption, "caption", direction), direction)
    yield from rendered[at:]


def placed(html: str, root: str) -> str:
    """Return HTML with a place put before the addresses of the site's pictures: from a page, or from a feed."""
    return html.replace(_BEGINS, f'<img src="{escape(root)}{FOLDER}/')


def _figure(picture: Picture, copy: Archived, caption: str, direction: str) -> str:
    alt = "" if fold(picture.alt) == fold(picture.caption) else picture.alt
    size = f'width="{copy.width}" height="{copy.height}"'
    shown = 'loading="lazy" decoding="async" data-pagefind-ignore="all"'
    image = f'<img src="{copy.url}" {size} alt="{escape(alt)}" {shown}>'
    credit = "" if escape(picture.credit, quote=False) in caption else _words(picture.credit, "credit", direction)
    words = f"<figcaption>{caption}{credit}</figcaption>" if caption or credit else ""
    return f"<figure>{image}{words}</figure>"


def _words(text: str, name: str, direction: str) -> str:
    runs = direction_of(text)
    turned = f' dir="{runs}"' if runs not in ("", direction) else ""
    return f'<p class="{name}"{turned}>{escape(text, quote=False)}</p>' if text else ""


def _line(picture: Picture, direction: str) -> str:
    """Return what is said of a picture that the archive does not hold, in the interface's words and the page's."""
    said = " ".join(filter(None, (picture.caption or picture.alt, picture.credit)))
    runs = direction_of(said) or direction
    name = f': <span dir="{runs}">{escape(said, quote=False)}</span>' if said else ""
    href, host = safe_href(picture.address), host_of(picture.address)
    where = f'; at <a href="{escape(href)}" rel="nofollow noopener">{escape(host)}</a>' if href and host else ""
    return f'<p class="away" dir="ltr" data-pagefind-ignore="all">Picture{name} (not archived{where})</p>'
