"""The indexes that need no script: topics and actors from A to Z, outlets, months."""

from collections.abc import Iterable
from operator import itemgetter

from unidecode import unidecode

from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import counted
from morgue.publication.together_view import together_url
from morgue.publication.views import Group, IndexView, Link

UNDATED_URL = "undated/"


def topics_index(catalogue: Catalogue) -> IndexView:
    """Return all topics from A to Z."""
    links = catalogue.topic_links.values()
    lead = f"{counted(len(links), 'topic', 'topics')}, each with its stories."
    return IndexView("Topics", "topics/", lead, _by_letter(links))


def actors_index(catalogue: Catalogue) -> IndexView:
    """Return all actors with a page from A to Z, each with its kind."""
    links = catalogue.actor_links.values()
    lead = "Persons, organisations, countries and blocs that act or speak in the stories."
    together = together_url(catalogue)
    ways = (Link("Who is named together with whom", together),) if together else ()
    return IndexView("Actors", "actors/", lead, _by_letter(links), ways)


def sources_index(catalogue: Catalogue) -> IndexView:
    """Return all outlets from A to Z."""
    links = catalogue.source_links.values()
    lead = f"{counted(len(links), 'outlet', 'outlets')} whose pages are filed here."
    return IndexView("Sources", "sources/", lead, _by_letter(links))


def months_index(catalogue: Catalogue) -> IndexView:
    """Return the months by year, newest first, and what has no date."""
    years: dict[str, list[Link]] = {}
    for period, addresses in catalogue.months.items():
        years.setdefault(period[:4], []).append(
            Link(period_name(catalogue, period), period_url(period), len(addresses))
        )
    groups = [Group(year, f"y{year}", tuple(links)) for year, links in years.items()]
    if catalogue.undated:
        groups.append(Group("Undated", "undated", (Link("Undated stories", UNDATED_URL, len(catalogue.undated)),)))
    return IndexView("Months", "months/", "Stories by the month in which they were published.", tuple(groups))


def period_url(period: str) -> str:
    """Return the address of a year's (``2025``) or a month's (``2025-02``) page."""
    return f"months/{period.replace('-', '/')}/"


def period_name(catalogue: Catalogue, period: str) -> str:
    """Return a year or a month in the interface's words."""
    date = catalogue.date(period)
    if date is None:
        raise ValueError(f"{period} is no period")
    return date.shown if "-" in period else f"All of {date.shown}"


def _by_letter(links: Iterable[Link]) -> tuple[Group, ...]:
    letters: dict[str, list[Link]] = {}
    for key, _, link in sorted(
        ((unidecode(link.name).casefold(), link.url, link) for link in links), key=itemgetter(0, 1)
    ):
        letter = key[:1].upper() if key[:1].isalpha() else "#"
        letters.setdefault(letter, []).append(link)
    return tuple(Group(letter, _anchor(letter), tuple(found)) for letter, found in sorted(letters.items()))


def _anchor(letter: str) -> str:
    return "other" if letter == "#" else f"letter-{letter.lower()}"
