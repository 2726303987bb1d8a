"""A small archive made by hand: what collation would hand on."""

import hashlib
from pathlib import Path

from msgspec.structs import replace

from morgue.address import address_of
from morgue.authority.sidecar import Sidecar
from morgue.model import (
    ActorEntry,
    Archive,
    Block,
    Clipping,
    Failure,
    Mark,
    Mask,
    Mention,
    NamedActor,
    Quote,
    Record,
    Removal,
    Sighting,
    Story,
    TopicMatch,
    Version,
)

TEXT = (
    "The council of Rivermouth voted to open the old lock.\n\n"
    "“The lock is safe,” said Ada Lovelace, who chairs the harbour board.\n\n"
    "Read also: ten more locks\n\n"
    "A map of the harbour is here."
)
REMOVED = "Read also: ten more locks\n\n"


def record(path="lock", **changed):
    """Return a record of TEXT with a mention, a quote, a link, a topic and a removal; some fields changed."""
    text = changed.pop("extracted", TEXT)
    sidecar = Sidecar(**changed.pop("sidecar", {}))
    url = changed.pop("url", f"https://herald.example/{path}")
    clipping = Clipping(
        **{
            "origin": f"content/captures/{path}.html",
            "digest": hashlib.sha256(path.encode()).hexdigest(),
            "url": url,
            "captured": "2025-03-01",
            "title": "Old lock opens",
            "byline": ("Harbour desk",),
            "source": "The Sample Herald",
            "published": "2025-02-18",
            "updated": None,
            "language": "en",
            "extracted": text,
            "blocks": _blocks(text),
            "sidecar": sidecar,
            **changed,
        }
    )
    at = text.find(REMOVED)
    mask = Mask((Removal(at, at + len(REMOVED), "promotion", "a promoted headline"),) if at >= 0 else ())
    shown = mask.text(text)
    who, said = shown.find("Ada Lovelace"), shown.find("The lock is safe,")
    mention = Mention("ada-lovelace", who, who + len("Ada Lovelace"), "name", 1.0)
    return Record(
        clipping,
        mask,
        shown,
        (NamedActor("ada-lovelace", "Ada Lovelace", "person", known=True, mentions=(mention,) if who >= 0 else ()),),
        (Quote(said, said + 17, "direct", "Ada Lovelace", "ada-lovelace", "said", "cue", 0.9),) if said >= 0 else (),
        (TopicMatch("harbours", "Harbours", 1.0, ((0, 3),)),),
    )


def _blocks(text):
    blocks, start = [], 0
    for part in text.split("\n\n"):
        at = text.find("here", start, start + len(part))
        marks = (Mark(at, at + 4, "a", "https://herald.example/map?a=1&b=2"),) if at >= 0 else ()
        blocks.append(Block("paragraph", start, start + len(part), marks=marks))
        start += len(part) + 2
    return tuple(blocks)


def _versions(captures):
    return tuple(Version(each, (Sighting(each.clipping.captured, each.clipping.origin),)) for each in captures)


def archive(*records, stories=(), versions=(), actors=(), refused=(), failures=()):
    """Return an archive of records; stories name members by the last part of their URL's path."""
    at = {address_of(each.clipping.url, each.clipping.digest): each for each in records}
    by_name = {each.clipping.origin.rpartition("/")[2].partition(".")[0]: address for address, each in at.items()}
    copies = {by_name[name] for members in stories for name in members[1:]}
    shown = tuple(address for address in at if address not in copies)
    return Archive(
        records=at,
        versions={by_name[name]: _versions(captures) for name, captures in dict(versions).items()},
        stories=tuple(Story(tuple(by_name[name] for name in members)) for members in stories),
        actors={"ada-lovelace": ActorEntry("ada-lovelace", "Ada Lovelace", "person", known=True, clippings=shown)}
        | {entry.id: entry for entry in actors},
        refused=tuple(refused),
        failures=tuple(failures),
        withheld={},
    )


def sample():
    """Return an archive with one of each: a story with a copy, undated, versions, another language, a failure."""
    copy = record("lock-copy", source="Example Post", title="Lock opens", published="2025-02-19")
    old = record("old", published="1998-05", title="Harbour plan")
    undated = record("undated", published=None, title="A page without a date")
    hebrew = record("hebrew", language="he", published="2025-02-20", title="המנעול נפתח", source="Harbour Star")
    refused = record("list", title="Front page")
    return archive(
        record(),
        copy,
        old,
        undated,
        hebrew,
        stories=[("lock", "lock-copy")],
        versions={"old": (old, record("old", captured="2024-01-05"))},
        actors=[
            ActorEntry(
                "m-hand", "M. Hand", "person", known=False, clippings=(address_of("https://herald.example/lock", ""),)
            )
        ],
        refused=[_refused(refused)],
        failures=[Failure("content/captures/broken.html", "the file is empty")],
    )


def _refused(found):
    return replace(found, clipping=replace(found.clipping, refused="it holds no article"))


def write_content(root: Path) -> None:
    """Write the authority files and a page of the small archive."""
    files = {
        "actors/ada-lovelace.md": (
            "---\nname: Ada Lovelace\nkind: person\naliases:\n  any: [Countess of Lovelace]\n---\n"
            "Wrote the *first* program.\n"
        ),
        "topics/harbours.md": "---\nlabel: Harbours\nterms:\n  en: [harbour]\n---\nWhere ships **rest**.\n",
        "topics/empty.md": "---\nlabel: Empty\nterms:\n  en: [nothing]\n---\n",
        "pages/about.md": "---\ntitle: About\n---\nHow this archive is *made*. [Topics](../topics/)\n",
        "decisions.yml": "merge:\n  ada-lovelace: [a-lovelace]\n",
    }
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "content" / "captures").mkdir(exist_ok=True)
