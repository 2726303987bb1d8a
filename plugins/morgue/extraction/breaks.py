"""Two line breaks in a row part paragraphs on old pages; trafilatura makes one break of them and forgets it."""

from lxml.html import HtmlElement

from morgue.extraction.charset import PARTING


def mark_partings(tree: HtmlElement) -> None:
    """Put a sign behind every second line break in a row, which trafilatura carries along like a letter."""
    for line_break in tree.iter("br"):
        before = line_break.getprevious()
        if before is not None and before.tag == "br" and not (before.tail or "").strip(f" \t\r\n\xa0{PARTING}"):
            line_break.tail = f" {PARTING} {line_break.tail or ''}"
