"""An actor's offices: as dated lines, and which of them was held on a day."""

from morgue.authority.entries import Actor, Role
from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import line
from morgue.publication.views_of_actors import RoleView


def roles_of(catalogue: Catalogue, actor: Actor) -> tuple[RoleView, ...]:
    """Return an actor's roles, the latest first, those without a beginning last."""
    latest_first = sorted(actor.roles, key=lambda role: role.since or "", reverse=True)
    return tuple(_role(catalogue, role) for role in latest_first)


def role_on(catalogue: Catalogue, actor: Actor, day: str | None) -> str:
    """Return the office that an actor held on a day, or nothing; of several the one that began last.

    Where either is known by month or year alone, it is enough that they may have met.
    """
    for role in sorted(actor.roles, key=lambda role: role.since or "", reverse=True):
        begun = not role.since or not _before(day or "", role.since)
        if day and begun and not (role.until and _before(role.until, day)):
            shown = _role(catalogue, role)
            return ", ".join(filter(None, (shown.title, shown.organisation)))
    return ""


def _role(catalogue: Catalogue, role: Role) -> RoleView:
    page = catalogue.actor_links.get(role.organisation or "")
    return RoleView(
        line(role.title),
        page.name if page else line(role.organisation),
        page.url if page else "",
        catalogue.date(role.since),
        catalogue.date(role.until),
    )


def _before(one: str, other: str) -> bool:
    """Say whether a date lies before another, as far as both are known."""
    known = min(len(one[:10]), len(other[:10]))
    return one[:known] < other[:known]
