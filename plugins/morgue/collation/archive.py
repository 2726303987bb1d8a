"""All records become one archive; nothing in it depends on the order in which they came."""

from collections import defaultdict
from collections.abc import Iterable

from morgue.address import address_of
from morgue.authority.entries import Authority
from morgue.collation.actors import actor_entries
from morgue.collation.dates import newest_first
from morgue.collation.display import display_of
from morgue.collation.identities import Identities
from morgue.collation.same_persons import same_persons
from morgue.collation.stale_lines import stale_lines
from morgue.collation.stories import find_stories
from morgue.collation.versions import versions_of
from morgue.collation.withholding import withhold
from morgue.model import Archive, Failure, Record, Story
from morgue.settings import Settings


def collate(
    records: Iterable[Record], failures: Iterable[Failure], authority: Authority, settings: Settings
) -> Archive:
    """Return the archive: the newest version of each clipping, stories, actors; refused records and failures apart.

    Of what is withheld there is nothing in it but that it is.
    A refused capture of a clipping hides no other: only if all are refused is the clipping not in the archive.
    """
    shown, withheld = withhold(list(records), authority.withheld)
    published = (record for record in shown if not record.clipping.refused)
    identities = Identities(authority, same_persons(published, authority.actors))
    captures: dict[str, list[Record]] = defaultdict(list)
    refused: list[Record] = []
    named: dict[str, set[str]] = defaultdict(set)
    for record in shown:
        if record.clipping.refused:
            refused.append(record)
        else:
            clipping = record.clipping
            address = address_of(clipping.url, clipping.digest)
            captures[address].append(identities.applied(record))
            named[address].update(actor.id for actor in record.actors)
    versions = {address: versions_of(several) for address, several in captures.items()}
    newest = newest_first({address: several[0].record for address, several in versions.items()})
    displays = {address: display_of(record.clipping, authority.outlets, settings) for address, record in newest.items()}
    stories = find_stories(newest, displays, authority.decisions)
    return Archive(
        records=newest,
        versions={address: versions[address] for address in newest if len(captures[address]) > 1},
        stories=_in_order(stories, newest),
        actors=actor_entries(newest, stories, authority, settings.actor_min_clippings, identities),
        refused=tuple(sorted(refused, key=lambda record: (record.clipping.origin, record.clipping.digest))),
        failures=tuple(sorted(failures, key=lambda failure: (failure.origin, failure.reason))),
        withheld=withheld,
        stale=tuple(stale_lines(authority, named, withheld)),
    )


def _in_order(stories: Iterable[Story], records: dict[str, Record]) -> tuple[Story, ...]:
    """Return stories in the order of their representatives."""
    places = {address: place for place, address in enumerate(records)}
    return tuple(sorted(stories, key=lambda story: places[story.members[0]]))
