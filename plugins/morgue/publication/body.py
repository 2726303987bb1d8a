"""A clipping's text as HTML: escaped by markup, with its mentions and quotes laid over it, and sanitised once more."""

from collections.abc import Iterator, Mapping, Sequence

import nh3
from markupsafe import Markup
from msgspec.structs import replace

from morgue.markup import INLINE_TAGS, STRUCTURE_TAGS, Overlay, render_blocks
from morgue.model import Mask, Record
from morgue.publication.mentions import mention_overlays
from morgue.publication.pictures.figures import placed, with_figures
from morgue.publication.pictures.shapes import ShownPicture
from morgue.publication.plain import printable
from morgue.publication.rule_words import words_of

_BLOCK_TAGS = {"h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre", "br", "del", "span"}
_FIGURE_TAGS = {"figure", "figcaption", "img"}
_TAGS = _BLOCK_TAGS | _FIGURE_TAGS | INLINE_TAGS | STRUCTURE_TAGS
_ATTRIBUTES = {
    "*": {"class", "id", "hidden", "data-rule", "data-pagefind-ignore", "dir"},
    "a": {"href", "rel"},
    "img": {"src", "width", "height", "alt", "loading", "decoding"},
}
_SCHEMES = {"http", "https", "mailto"}

_QUOTE_MARKS = frozenset("“”„«»‹›‚‘’\"'")

_PROSE_TAGS = (_TAGS - {"del", "span"}) | {"h1", "hr", "thead", "tbody", "s", "img"}
_PROSE_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}


def whole(
    record: Record,
    pages: Mapping[str, str],
    direction: str = "ltr",
    pictures: Sequence[ShownPicture] = (),
    root: str = "",
) -> Markup:
    """Return the text with what was removed, hidden in its place, and its pictures; ``pages`` are links by actors' ids.

    ``direction`` is the article's: a block that does not run so says which way it does. ``root`` leads from the page
    to the site's root.
    """
    overlays = [*mention_overlays(record, pages), *_quotes(record)]
    mask = _in_readers_words(record.mask)
    blocks = render_blocks(record.clipping, mask, overlays, show_removed=True, direction=direction)
    return in_place(_sanitised(_woven(record, blocks, pictures, direction)), root)


def clean(record: Record, pictures: Sequence[ShownPicture] = ()) -> Markup:
    """Return the text alone, as a feed gives it, where no article around it says which way it runs.

    Addresses of pictures are from the site's root on.
    """
    blocks = render_blocks(record.clipping, record.mask, direction="ltr")
    return _sanitised(_woven(record, blocks, pictures, "ltr"))


def in_place(html: Markup, root: str) -> Markup:
    """Return a text whose pictures are found from elsewhere than the site's root."""
    return Markup(placed(str(html), root))  # noqa: S704  an address of our own, escaped


def _woven(record: Record, blocks: Sequence[str], pictures: Sequence[ShownPicture], direction: str) -> str:
    return "\n".join(filter(None, with_figures(record.clipping.blocks, blocks, pictures, direction)))


def beginning(text: str) -> Markup:
    """Return an excerpt as a paragraph."""
    return Markup("<p>{}</p>").format(text) if text else Markup()


def prose(html: str) -> Markup:
    """Return the HTML of an archivist's Markdown, sanitised too: bodies may be pasted from anywhere."""
    found = nh3.clean(
        printable(html), tags=_PROSE_TAGS, attributes=_PROSE_ATTRIBUTES, link_rel=None, url_schemes=_SCHEMES
    )
    return Markup(found)  # noqa: S704  sanitised


def anchor(number: int) -> str:
    """Return the id of a clipping's quote, counted from 1."""
    return f"q-{number}"


def _in_readers_words(mask: Mask) -> Mask:
    """Return a mask whose rules are named for a reader: the page shows the name beside what was removed."""
    return replace(
        mask, removals=tuple(replace(removal, rule=words_of(removal.rule).label) for removal in mask.removals)
    )


def _sanitised(html: str) -> Markup:
    found = nh3.clean(printable(html), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes=_SCHEMES)
    return Markup(found)  # noqa: S704  sanitised


def _quotes(record: Record) -> Iterator[Overlay]:
    """Yield each quote with the marks around it: an element that began behind one would part it from its word."""
    text = record.text
    for number, quote in enumerate(record.quotes, start=1):
        start = quote.start - (text[quote.start - 1 : quote.start] in _QUOTE_MARKS)
        end = quote.end + (text[quote.end : quote.end + 1] in _QUOTE_MARKS)
        attributes: tuple[tuple[str, str], ...] = (("class", "quote"), ("id", anchor(number)))
        for low, high in record.mask.spans(start, end, len(record.clipping.extracted)):
            yield Overlay(low, high, "span", attributes)
            attributes = (("class", "quote"),)  # an id stands once
