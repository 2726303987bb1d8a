"""An actor's offices: as dated lines, and which of them was held on a day."""

from morgue.authority.entries import Actor, Role
from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import line
from morgue.publication.views_of_actors import RoleView


def roles_of(catalogue: Catalogue, actor: Actor) -> tuple[RoleView, ...]:
    """Return an actor's roles, the latest first, those without a beginning last."""
    return tuple(_role(catalogue, role) for role in _latest_first(actor))


def role_on(catalogue: Catalogue, actor: Actor, day: str | None) -> str:
    """Return the office that an actor held on a day, or nothing; of several the one that began last."""
    for role in _latest_first(actor):
        if day and role.may_be_held_on(day):
            shown = _role(catalogue, role)
            return ", ".join(filter(None, (shown.title, shown.organisation)))
    return ""


def _latest_first(actor: Actor) -> list[Role]:
    return sorted(actor.roles, key=lambda role: role.since or "", reverse=True)


def _role(catalogue: Catalogue, role: Role) -> RoleView:
    page = catalogue.actor_links.get(role.organisation or "")
    return RoleView(
        line(role.title),
        page.name if page else line(role.organisation),
        page.url if page else "",
        catalogue.date(role.since),
        catalogue.date(role.until),
    )
