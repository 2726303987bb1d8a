"""What a command may say of a capture that is withheld: where it lies, its digest, its address, and why."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from morgue.address import address_of
from morgue.authority.sidecar import UNSAID, Sidecar
from morgue.model import Clipping, Failure, Record

Outcome = Record | Failure


def withholding(said: Iterable[Sidecar]) -> Callable[[Outcome], Outcome]:
    """Return a function that leaves nothing of a withheld record but its place and why, and others as they are.

    A record is withheld by its own sidecar, or because it stands at an address that ``said`` withholds.
    """
    at = {address_of(sidecar.url, ""): sidecar for sidecar in said}

    def shown(outcome: Outcome) -> Outcome:
        if isinstance(outcome, Failure):
            return outcome
        clipping = outcome.clipping
        own = clipping.sidecar if clipping.sidecar.withheld else None
        why = own or (at.get(address_of(clipping.url, clipping.digest)) if at else None)
        return Record(_blank(clipping, f"withheld on {why.date}: {why.reason}")) if why else outcome

    return shown


def _blank(clipping: Clipping, refused: str) -> Clipping:
    return replace(
        clipping,
        captured=None,
        title="",
        byline=(),
        source=None,
        published=None,
        updated=None,
        language=None,
        extracted="",
        blocks=(),
        pictures=(),
        refused=refused,
        incomplete="",
        sidecar=UNSAID,
        rules_met=(),
    )
