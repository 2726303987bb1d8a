"""Promoted links: a heading that is known to head them, and the list or run of headlines beneath it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from morgue.cleaning.buttons import each_leads_within
from morgue.cleaning.headings import HEADLINE_WORDS, is_announced_so, is_bare_heading, is_headline, is_promo_heading
from morgue.cleaning.prose import article_end, is_link, is_prose
from morgue.letters import count_words, ends_sentence, fold
from morgue.model import Block, Clipping, Removal

_LABEL_WORDS = 6
"""More words than the name of a section has, such as stands between the heading and its list."""


@dataclass(slots=True)
class _Section:
    """Headings and what they promote, as positions in the clipping's blocks; of each item how many headlines."""

    headings: list[int]
    items: dict[int, int] = field(default_factory=dict)
    linked: bool = True

    @property
    def count(self) -> int:
        return sum(self.items.values())

    @property
    def after(self) -> int:
        return [*self.headings, *self.items][-1] + 1


def promo(clipping: Clipping) -> Iterator[Removal]:
    """Take headed lists of promoted links: after the article's end, or anywhere where every item is a link."""
    end = article_end(clipping)
    index = 0
    while index < len(clipping.blocks):
        block = clipping.blocks[index]
        past = 0 < end <= index
        if is_promo_heading(clipping.text_of(block)) and not _is_articles(clipping, block, past=past):
            section = _section(clipping, index, past=past)
            if _is_promoted(clipping, section, past=past):
                yield from _removals(clipping, section)
                index = section.after
                continue
            index = section.headings[-1]  # what fails under two headings fails under the second alone
        elif block.kind == "heading" and is_bare_heading(clipping.text_of(block)) and _is_over_nothing(clipping, index):
            yield Removal(block.start, block.end, "promo", "a heading of what was left out, nothing beneath")
        index += 1


def _is_over_nothing(clipping: Clipping, index: int) -> bool:
    following = clipping.blocks[index + 1 : index + 2]
    return not following or following[0].kind == "heading"


def _is_articles(clipping: Clipping, heading: Block, *, past: bool) -> bool:
    """Say whether it is the article that speaks of a list: in its title, or in a line of its text that leads on to it.

    A box between paragraphs has a set name, "Related", or a heading; "Read more in our guides below:" is a sentence.
    """
    text = clipping.text_of(heading)
    told = not past and heading.kind == "paragraph" and is_announced_so(text)
    return told or f" {fold(text)} " in f" {fold(clipping.title)} "


def _section(clipping: Clipping, first: int, *, past: bool) -> _Section:
    """Return what stands under a heading, and any further heading between it and its list.

    Under a label that is none, a button such as "Read more" of what stands above, a heading is the article's.
    """
    blocks = clipping.blocks
    section = _Section([first])
    index = first + 1
    while index < len(blocks) and is_promo_heading(clipping.text_of(blocks[index])):
        section.headings.append(index)
        index += 1
    headed = index + 1 < len(blocks) and (blocks[index].kind != "heading" or blocks[index - 1].kind == "heading")
    if headed and _is_label(clipping, blocks[index], blocks[index + 1]):
        section.headings.append(index)
        index += 1
    while index < len(blocks) and not is_promo_heading(clipping.text_of(blocks[index])):
        lines, linked = _headlines(clipping, blocks[index], past=past)
        if not lines or not (linked or past) or _goes_on(clipping, blocks[section.headings[-1]], index):
            break
        section.items[index] = lines
        section.linked = section.linked and linked
        index += 1
    if not section.items:
        section.headings = [
            position for position in section.headings if is_promo_heading(clipping.text_of(blocks[position]))
        ]
    return section


def _goes_on(clipping: Clipping, label: Block, index: int) -> bool:
    """Say whether the article goes on with a heading, though it may be a link.

    One does under a label that is none, a button such as "Read more" of what stands above; and one over sentences.
    """
    pair = clipping.blocks[index : index + 2]
    return pair[0].kind == "heading" and (label.kind != "heading" or (len(pair) == 2 and is_prose(clipping, pair[1])))


def _is_label(clipping: Clipping, block: Block, below: Block) -> bool:
    text = clipping.text_of(block)
    over_list = below.kind == "list" or block.kind == "heading"
    short = block.kind in ("heading", "paragraph") and count_words(text) <= _LABEL_WORDS and not ends_sentence(text)
    return over_list and short and not is_link(clipping, block)


def _headlines(clipping: Clipping, block: Block, *, past: bool) -> tuple[int, bool]:
    """Return how many headlines a block holds, none where it is something else, and whether they are links.

    Past the article they may be sentences, of which each has its link in it.
    """
    text = clipping.text_of(block)
    if block.kind not in ("list", "paragraph", "heading", "caption"):
        return 0, False
    lines = [line for line in text.split("\n") if line.strip()]
    if block.kind != "list" and len(lines) > 1:
        return 0, False
    linked = is_link(clipping, block)
    short = all(count_words(line) <= HEADLINE_WORDS for line in lines)
    led = past and block.kind == "list" and not linked and each_leads_within(clipping, block)
    return (len(lines), linked or led) if short and (linked or led or all(map(is_headline, lines))) else (0, False)


def _is_promoted(clipping: Clipping, section: _Section, *, past: bool) -> bool:
    following = clipping.blocks[section.after : section.after + 1]
    if section.count == 0 and following and following[0].kind == "heading":
        return True  # extraction dropped its list, and the article goes on under the next heading
    if not past:
        return section.linked and section.count > 0
    bare = section.count == 0 and section.after == len(clipping.blocks)
    return bare or section.count >= 2 or (section.count == 1 and section.linked)


def _removals(clipping: Clipping, section: _Section) -> Iterator[Removal]:
    name = clipping.text_of(clipping.blocks[section.headings[0]]).strip()
    headlines = "promoted headline" if section.count == 1 else "promoted headlines"
    for index in section.headings:
        block = clipping.blocks[index]
        reason = (
            f"it heads {section.count} {headlines}" if section.count else "a heading of promoted links, nothing beneath"
        )
        yield Removal(block.start, block.end, "promo", reason)
    for index, lines in section.items.items():
        block = clipping.blocks[index]
        what = f"a list of {lines} promoted headlines" if lines > 1 else f"one of {section.count} {headlines}"
        yield Removal(block.start, block.end, "promo", f"{what} under “{name}”")
