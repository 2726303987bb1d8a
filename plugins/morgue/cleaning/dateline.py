"""The dateline before the first sentence: its outlet and place are metadata."""

from collections.abc import Iterator

from morgue.extraction.dateline import find_dateline
from morgue.letters import ends_sentence
from morgue.model import Clipping, Removal


def dateline(clipping: Clipping) -> Iterator[Removal]:
    """Take the place and agency that stand before the first paragraph's first sentence."""
    for block in clipping.blocks:
        text = clipping.text_of(block)
        if block.kind != "paragraph" or not ends_sentence(text):
            continue
        found = find_dateline(text)
        if found and found.start == 0 and text[found.end :].strip():
            end = block.end - len(text[found.end :].lstrip())
            yield Removal(block.start, end, "dateline", _reason(found.outlet, found.place))
        return


def _reason(outlet: str | None, place: str | None) -> str:
    parts = [f"the agency {outlet}" if outlet else "", f"the place {place}" if place else ""]
    return "the dateline: " + " and ".join(part for part in parts if part)
