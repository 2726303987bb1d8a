"""The links of a text: what is unwrapped, stripped, unlinked, and what stays."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from morgue.cleaning import clean, unmatched_keep
from morgue.cleaning.meant import meant
from morgue.cleaning.redirects import unwrapped
from morgue.extraction.metadata.address import is_web_address
from morgue.model import Mark

FOLDER = Path(__file__).parent / "links"
LINK = re.compile(r"\[([^\]]+)\]\(([^\s)]+)(?: (\w+))?\)")


def read(name):
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


ADDRESSES = [pytest.param(*case, id=case[0]) for case in read("addresses")]
PAGES = [case for name in ("spam", "honest") for case in read(name)]


@pytest.mark.parametrize(("_what", "was", "rule", "now"), ADDRESSES)
def test_address(_what, was, rule, now):
    assert meant(was) == (was if now == "=" else now, rule)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["it"])
def test_page(case, make_clipping):
    """What is removed and what is unlinked is exactly what the case lists."""
    clipping = linked(make_clipping, case["blocks"], case)
    mask = clean(clipping, {})
    removed = [(each.rule, clipping.extracted[each.start : each.end].strip()) for each in mask.removals]
    wanted = case.get("removed", [])
    assert [rule for rule, _ in removed] == [rule for rule, _ in wanted], removed
    assert all(text.startswith(starts) for (_, text), (_, starts) in zip(removed, wanted, strict=True)), removed
    assert all(each.reason for each in mask.removals)
    unlinked = [each for each in mask.links if not each.now]
    assert [clipping.extracted[each.start : each.end] for each in unlinked] == case.get("unlinked", [])
    assert {each.rule for each in unlinked} <= {"spam-link"}
    assert mask.text(clipping.extracted) == case.get("text", mask.text(clipping.extracted))
    assert unmatched_keep(clipping, {}) == ()


BLOCKS = [entry for case in PAGES if "keep" not in case for entry in case["blocks"] if isinstance(entry, str)]
RELS = st.sampled_from(["", "", " nofollow", " sponsored"])
PARAGRAPHS = st.builds(
    lambda text, rel: LINK.sub(lambda link: f"[{link[1]}]({link[2]}{rel})", text), st.sampled_from(BLOCKS), RELS
)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=6, unique=True))
def test_cleaning_what_is_clean_changes_nothing(make_clipping, paragraphs):
    """A page without what was removed and with its links as they came out has nothing left to change."""
    clipping = linked(make_clipping, paragraphs)
    mask = clean(clipping, {})
    again = linked(make_clipping, cleaned(clipping, mask))
    assert mask.text(clipping.extracted) == again.extracted
    assert clean(again, {}).removals == ()
    assert clean(again, {}).links == ()


def linked(make_clipping, texts, case=None):
    """Return a clipping of blocks in whose texts ``[words](address rel)`` is a link."""
    case = case or {}
    entries, links = [], []
    for entry in texts:
        given = {"paragraph": entry} if isinstance(entry, str) else dict(entry)
        kind = next(key for key in given if key != "twin")
        written = "\n".join(given[kind]) if isinstance(given[kind], list) else given[kind]
        plain, own, position = "", [], 0
        for link in LINK.finditer(written):
            plain += written[position : link.start()]
            own.append(Mark(len(plain), len(plain) + len(link[1]), "a", link[2], link[3] or ""))
            plain += link[1]
            position = link.end()
        entries.append({**given, kind: plain + written[position:]})
        links.append(own)
    clipping = make_clipping(entries, case.get("title", ""), None, case.get("url"), tuple(case.get("keep", ())))
    blocks = [
        replace(block, marks=tuple(replace(m, start=block.start + m.start, end=block.start + m.end) for m in own))
        for block, own in zip(clipping.blocks, links, strict=True)
    ]
    return replace(clipping, blocks=tuple(blocks))


def cleaned(clipping, mask):
    """Return what a mask leaves of a clipping's blocks, as ``linked`` takes it."""
    now = {(each.start, each.end): each.now for each in mask.links}
    texts = []
    for block in clipping.blocks:
        ends = {mark.end: mark for mark in block.marks if now.get((mark.start, mark.end), mark.href)}
        starts = {mark.start for mark in ends.values()}
        text = ""
        for start, end in mask.kept(len(clipping.extracted)):
            for place in range(max(start, block.start), min(end, block.end)):
                text += "[" * (place in starts) + clipping.extracted[place]
                if mark := ends.get(place + 1):
                    address = now.get((mark.start, mark.end), mark.href)
                    text += f"]({address}{' ' * bool(mark.rel)}{mark.rel})"
        texts += [text] if text else []
    return texts


HOSTS = st.sampled_from(["port.example", "www.google.com", "l.facebook.com", "go.skimresources.com", "www.amazon.com"])
PATHS = st.sampled_from(["", "/", "/url", "/redirect", "/amp/s/port.example/a", "/l.php", "/out/https://port.example/"])
NAMES = st.sampled_from(["url", "q", "u", "to", "utm_source", "ref", "tag", "id", "amp;url", "redirect_url"])
ODD = ["javascript:alert(1)", "data:text/html,x", "//port.example/a", "aHR0cDovL3guZXhhbXBsZQ", "http://", "7", "rss"]


def wrapped(inner):
    addresses = st.builds("https://{}{}?{}={}".format, HOSTS, PATHS, NAMES, inner)
    return addresses | addresses.map(lambda address: quote(address, safe=""))


WRAPPED = st.recursive(st.sampled_from(ODD) | st.text(max_size=12), wrapped, max_leaves=6) | st.text(max_size=60)


@given(WRAPPED)
@example("https://www.google.com/url?q=https://www.google.com/url?q=https://www.google.com/url?q=javascript:x")
@example("http://[::1/redirect?url=https://port.example/")
def test_unwrapping_ends_at_an_address_of_the_web(address):
    """What comes out of a wrapper is shorter than it and an address of the web; all else is left alone."""
    found = unwrapped(address)
    assert found == address or (len(found) < len(address) and is_web_address(found))


@given(WRAPPED)
@example("https://a.example/?url=" * 9 + "https://port.example/")
def test_what_a_link_means_means_itself(address):
    now, rule = meant(address)
    assert (now == address) == (rule == "")
    assert meant(now) == (now, "")
