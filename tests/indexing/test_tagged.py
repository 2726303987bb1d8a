"""What the tagger sees becomes names, whatever it was trained on: tags made by hand."""

import pytest

from morgue.indexing.discovery.tagged import sightings
from morgue.indexing.discovery.tagger import Tagged
from morgue.indexing.page import Page

KINDS = {"P": "person", "O": "organisation", "L": "place", "M": "other"}


def seen(text):
    """Return what becomes of a text in which names are marked: ``[P .95 Marie Curie]``; the chance may be left out."""
    plain, marks = "", []
    for piece in text.replace("]", "[").split("["):
        kind, _, name = piece.partition(" ")
        if kind in KINDS:
            chance, _, rest = name.partition(" ")
            chance, name = (float(chance), rest) if chance.startswith(".") else (0.99, name)
            marks.append((len(plain), len(plain) + len(name), KINDS[kind], chance))
            plain += name
        else:
            plain += piece
    page = Page(plain, "en")
    tags = [Tagged(page.index_at(start), page.index_at(end), kind, chance) for start, end, kind, chance in marks]
    found = [(plain[each.start : each.end], each.found.name) for each in sightings(page, tags)]
    return [name if name == spelled else f"{spelled} = {name}" for spelled, name in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # parts of names
        ("[P Marie Curie] wrote. [P Curie] taught.", ["Marie Curie", "Curie = Marie Curie"]),
        ("[P Marie Curie] wrote. Then [P .6 Marie] taught.", ["Marie Curie", "Marie = Marie Curie"]),
        ("[P Curie] taught. [P Marie Curie] and [P Pierre Curie] wrote.", ["Marie Curie", "Pierre Curie"]),
        ("[P Marie Curie] and [P Marie Lavoisier] wrote. [P Marie] taught.", ["Marie Curie", "Marie Lavoisier"]),
        ("[P Gerald Ford] came. Once [O Ford] spoke.", ["Gerald Ford", "Ford = Gerald Ford"]),
        ("Ms [P Wells] wrote. [O HG Wells] read.", ["Wells = HG Wells", "HG Wells"]),
        ("[P Nouri al-Maliki] spoke. [P Maliki] left.", ["Nouri al-Maliki", "Maliki = Nouri al-Maliki"]),
        # what is in doubt
        ("[P .8 Curie] taught.", []),
        ("in Pierre, [P S.D].", []),
        ("the [P Russell] index fell", []),
        ("[P Lake Burton] is deep", []),
        ("[O .6 Harbour Trust] met", []),
        ("[O Customer Service] helps, as customer service does", []),
        ("[O BRADFORD] (Wire) — It rained.", []),
        ("The [P James Hooker] Space Telescope saw it. [P James Hooker] and [P Hooker] did not.", []),
        ("The [O Machine Readable Catalogue] ([O MRC]) is old.", []),
        ("[O After-Party] began", []),
        # where a name ends
        ("He told [O The Courier] so.", ["The Courier = Courier"]),
        ("He told The [O Courier] so.", ["The Courier = Courier"]),
        ("[O The Courier] said so.", ["Courier"]),
        ("He sold [O Lumière Brothers Inc]. to them.", ["Lumière Brothers Inc. = Lumière Brothers"]),
        ("It was President [P President Raymond Poincaré] again", ["Raymond Poincaré"]),
        ("[P Kate Duchess] of Cambridge came", ["Kate"]),
        # parts that are one
        ("the [O Supreme Court] of [L Canada] ruled", ["Supreme Court of Canada"]),
        ("the [O Harbour Giants] of [L Canada] won", ["Harbour Giants"]),
        ("the [L U.S]. [O Congress] met", ["U.S. Congress"]),
        ("the [M Indian] army and the [L .5 Iraqi] army met", ["Indian army"]),
        ("[O Royal Wharf Union] met. [O RWU] voted.", ["Royal Wharf Union", "RWU = Royal Wharf Union"]),
    ],
)  # fmt: skip
def test_tags_become_names(text, found):
    assert seen(text) == found
