"""What a site allows to robots (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from protego import Protego

from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.exchange import Exchange
from morgue.acquisition.target import Target, target_of

TOKEN = "Morgue"  # noqa: S105  the name by which a robots.txt speaks to us
MAX_BYTES = 512_000
"""Bytes of a robots.txt; RFC 9309 asks for no more than 500 KiB."""

_LONGEST_DELAY = 60.0
"""Seconds of a Crawl-delay that are kept; some sites name days to keep robots off, where Disallow is meant."""

Ask = Callable[[Target], Exchange]
"""Asks for a robots.txt, redirects followed as far as RFC 9309 wants it."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one robots.txt says to us; ``refusal`` where it could not be read."""

    rules: Protego | None = None
    refusal: str = ""


@dataclass(slots=True)
class Robots:
    """Every site's robots.txt, asked for once a run."""

    ask: Ask
    known: dict[str, _Rules] = field(default_factory=dict)

    def check(self, target: Target) -> float:
        """Return the seconds of pause that the site asks for; raise AcquisitionError where it does not allow a page."""
        if target.origin not in self.known:
            self.known[target.origin] = self._read(target.origin)
        found = self.known[target.origin]
        if found.refusal:
            raise AcquisitionError(found.refusal)
        if found.rules is None:
            return 0.0
        if not found.rules.can_fetch(target.url, TOKEN):
            raise AcquisitionError(
                f"{target.origin}/robots.txt does not allow it to robots; save the page with a browser and add the file"
            )
        return min(found.rules.crawl_delay(TOKEN) or 0.0, _LONGEST_DELAY)

    def close(self, origin: str, reason: str) -> None:
        """Take nothing more from a site in this run."""
        self.known[origin] = _Rules(refusal=reason)

    def _read(self, origin: str) -> _Rules:
        place = target_of(f"{origin}/robots.txt")
        try:
            answer = self.ask(place)
        except AcquisitionError as error:  # unreachable: what the page would have met too
            return _Rules(refusal=str(error))
        if 200 <= answer.status < 300:
            text = answer.content.decode("utf-8", "replace").removeprefix("\N{BYTE ORDER MARK}")
            return _Rules(Protego.parse(text))
        if answer.status >= 500 or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            return _Rules(refusal=f"{place.url} cannot be asked now ({answer.status}); try again later")
        return _Rules()  # there is none, or it leads nowhere: everything is allowed
