"""Captures of hostile shapes, a function each; ``size`` is how often the shape repeats."""

WORDS = "The harbour office opened the bridge near the old market and measured the storm. "
ARTICLE = "".join(f"<p>Part {number}. {WORDS * 3}</p>" for number in range(6))


def page(body: str, head: str = "<title>The harbour plan</title>") -> bytes:
    """Return a page with a short article of its own around a hostile part."""
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{ARTICLE}{body}</article></body></html>".encode(
        "utf-8", "surrogatepass"
    )


def deep_divs(size: int) -> bytes:
    return page("<div>" * size + WORDS)


def long_paragraph(size: int) -> bytes:
    return page("<p>" + WORDS * size)


def one_word(size: int) -> bytes:
    return page("<p>" + "a" * size)


def many_paragraphs(size: int) -> bytes:
    return page("".join(f"<p>Paragraph {number} of them. {WORDS}" for number in range(size)))


def list_items(size: int) -> bytes:
    return page("<ul>" + "".join(f"<li>Item {n} of the list" for n in range(size)) + "</ul>")


def table_cells(size: int) -> bytes:
    return page("<table><tr>" + "<td>cell" * size + "</table>")


def attributes(size: int) -> bytes:
    return page("<div " + " ".join(f"a{n}=x" for n in range(size)) + ">" + WORDS)


def unclosed_attributes(size: int) -> bytes:
    return page("<div x=y=' " + "a=b " * size)


def surnames(size: int) -> bytes:
    return page("<p>" + "President Ada Lovelace said so. Lovelace went. " * size)


def entities(size: int) -> bytes:
    return page("<p>" + "&amp;&#x41;&lt;script&gt;&bogus;&#0;&#x110000;&#xd800; " * size)


def said_quotes(size: int) -> bytes:
    return page("<p>" + "“We open the bridge,” the ministry said. " * size)


def json_array(size: int) -> bytes:
    return page(
        "",
        "<script type='application/ld+json'>["
        + ",".join(['{"@type":"NewsArticle","headline":"x"}'] * size)
        + "]</script>",
    )


def title_parts(size: int) -> bytes:
    return page("<h1>Plan</h1>", f"<title>{'Plan - ' * size}</title><meta name=author content='{'A, b (' * size}'>")


def byline_boxes(size: int) -> bytes:
    return page("<h1>Plan</h1>" + "<div class=author>" * 150 + "By <b>the desk</b>" + "<i></i>" * size)


def dates(size: int) -> bytes:
    return page("<h1>Plan</h1><h1>4 May 2024</h1>" + "<time datetime=x>4 May 2024 2024 </time>" * size)


def scripts(size: int) -> bytes:
    return page("<script>var a='</p>';</script><style>p{}</style><noscript><p>x</noscript>" * size)


def dump_marks(size: int) -> bytes:
    return b"Harbour plan\n\n" + b"- item\n" * size


def dump_blank(size: int) -> bytes:
    return b"Harbour plan" + b"\n" * size + WORDS.encode() * 5


SHAPES = {name: made for name, made in list(globals().items()) if callable(made) and name != "page"}
