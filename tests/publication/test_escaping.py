"""Nothing that a captured page says becomes markup: in no page, no feed, no JSON-LD."""

import json
from pathlib import Path

import lxml.etree
import lxml.html
import pytest
import yaml
from msgspec.structs import replace

from morgue.address import address_of
from morgue.authority.entries import Actor, Authority, Outlet, Role, Topic
from morgue.model import ActorEntry, Failure, Mention, NamedActor, Record, Sighting, Version, Withheld
from morgue.publication.plain import printable

ATTACKS = yaml.safe_load((Path(__file__).parent / "attacks.yml").read_text(encoding="utf-8"))
OURS = (
    "https://archive.example/small/",
    "https://herald.example/",
    "https://evil.example",
    "#",
    "../../../actors/",
    "../topics/",
)
ELEMENTS_OF_NO_PAGE = "//iframe|//object|//embed|//math|//base|//style|//template|//img|//video|//marquee"
DRAWN = {"svg", "g", "a", "title", "rect", "line", "path", "text"}
"""What our own drawings are made of; they have the class ``chart``, which no sanitised text may give to one."""


def _unsafe(tree):
    """Yield what in a parsed document could run, load or lead astray."""
    yield from (f"element {element.tag}" for element in tree.xpath(ELEMENTS_OF_NO_PAGE))
    yield from (f"drawing {element.attrib}" for element in tree.iter("svg") if element.get("class") != "chart")
    yield from (f"drawn {element.tag}" for element in tree.xpath("//svg//*") if element.tag not in DRAWN)
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "autofocus"}:
                yield f"attribute {name}={value}"
            if name in {"href", "src", "action"} and not value.startswith(OURS):
                yield f"address {value}"


def _hostile_archive(small, attack, number):
    """Return an archive and its authority files with an attack in every field that holds text."""
    name = f"a{number}"
    written = attack.encode("utf-8", "ignore").decode()  # what a file of ours can hold: no lone surrogates
    record = small.record(
        name,
        title=attack,
        byline=(attack,),
        source=attack,
        origin=attack,
        language=attack,
        updated=attack,
        captured=attack,
        extracted=small.TEXT.replace("Rivermouth", attack).replace("a=1", attack),
        sidecar={"rights": written, "licence": written, "note": written},
    )
    found = NamedActor("found", attack, "organisation", known=False, mentions=(Mention("found", 4, 11, "name", 1.0),))
    nobody = replace(record.quotes[0], actor=None, speaker=attack)
    record = replace(record, actors=(*record.actors, found), quotes=(*record.quotes, nobody))
    hostile_link = small.record(f"{name}-link", url=attack, title="Hostile address")
    refused = Record(replace(hostile_link.clipping, refused=attack))
    others = [small.record(f"{name}-{day}", title=attack, published=f"2025-03-{day}") for day in ("01", "09")]
    records = [record, hostile_link, *others]
    named = [address_of(each.clipping.url, each.clipping.digest) for each in records]
    archive = small.archive(
        *records,
        refused=[refused],
        failures=[Failure(attack, attack)],
        actors=[
            ActorEntry(identity, attack, kind, known=False, clippings=tuple(named))
            for identity, kind in (("found", "organisation"), ("found-too", "person"))
        ],
    )
    sighting = Sighting(attack, attack)
    archive.versions[next(iter(archive.records))] = (Version(record, (sighting, sighting)),)
    archive.withheld["clippings/herald.example/withheld/"] = Withheld(attack, attack, (attack,))
    actor = Actor(
        id="ada-lovelace",
        name=written,
        kind="person",
        aliases={"any": (written,)},
        roles=(Role(title=written, organisation=written),),
        biography=written,
    )
    topic = Topic(id="harbours", label=written, labels={"en": written}, introduction=written)
    outlet = Outlet(id="herald", name=written, hosts=("herald.example",), rights=written, licence=written)
    return archive, Authority(actors={actor.id: actor}, topics={topic.id: topic}, outlets={outlet.id: outlet})


@pytest.mark.parametrize(("number", "attack"), list(enumerate(ATTACKS)), ids=[ascii(attack)[:40] for attack in ATTACKS])
def test_an_attack_in_every_field_comes_through_as_text(build, small, number, attack):
    archive, authority = _hostile_archive(small, attack, number)
    output = build(archive, authority, MORGUE_NOTICE=printable(attack))
    drawn = [
        path.parent.relative_to(output).as_posix() for path in output.rglob("*.html") if b"<svg" in path.read_bytes()
    ]
    assert sorted(drawn) == [
        *(f"actors/{actor}" for actor in ("ada-lovelace", "found", "found-too")),
        "named-together",
        "named-together/harbours",
    ]
    for path in output.rglob("*.html"):
        tree = lxml.html.parse(str(path)).getroot()
        assert not list(_unsafe(tree)), path
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text)
            else:
                assert not script.text
                assert script.get("src", "").startswith("https://archive.example/small/theme/js/")
    for path in output.rglob("*.xml"):
        for element in lxml.etree.parse(str(path)).iter("{*}content", "{*}summary"):
            assert not list(_unsafe(lxml.html.fromstring(f"<div>{element.text}</div>"))), path
    assert not (output.parent.parent / "tmp").exists()
    json.loads((output / "build.json").read_text(encoding="utf-8"))


def test_a_hostile_title_is_shown_as_it_is_written(build, small):
    """On the page, in JSON-LD and in the feed: escaped, not cut."""
    output = build(small.archive(*(small.record(f"a{number}", title=attack) for number, attack in enumerate(ATTACKS))))
    shown = [" ".join(printable(attack).split()) for attack in ATTACKS]
    for number, title in enumerate(shown):
        (file,) = output.glob(f"clippings/herald.example/a{number}-*/index.html")
        tree = lxml.html.parse(str(file)).getroot()
        assert " ".join(tree.xpath("string(//h1)").split()) == title
        (script,) = tree.xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(script)["headline"] == title
    feed = lxml.etree.parse(str(output / "feeds" / "all.atom.xml"))
    assert sorted(feed.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")) == sorted(shown)
