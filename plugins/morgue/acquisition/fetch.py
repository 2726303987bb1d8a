"""Addresses are fetched politely: as robots.txt allows, a host at a time, redirects followed."""

from dataclasses import dataclass, field

from morgue.acquisition.answers import BUSY, check_success, location, retry_after
from morgue.acquisition.clock import Clock, Deadline
from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.exchange import Exchange, exchange
from morgue.acquisition.robots import MAX_BYTES, Robots
from morgue.acquisition.target import Target, target_of
from morgue.acquisition.turns import Turns
from morgue.acquisition.wire import Bounds
from morgue.capture.errors import plain

_MOST_HOPS = 10
_MOST_ROBOTS_HOPS = 5  # RFC 9309

_LONGEST_REST = 120.0
"""Seconds for which a busy site is waited for before it is asked once more."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How sites are asked: who asks, the pause on one host, and what an answer may take (bytes, seconds)."""

    user_agent: str
    delay: float
    max_bytes: int
    seconds: float
    private: bool = False
    """Whether addresses of this machine and of private networks may be asked."""


@dataclass(slots=True)
class Fetcher:
    """One run's memory of the sites that it asks."""

    manners: Manners
    clock: Clock = field(default_factory=Clock)
    robots: Robots = field(init=False)
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self.robots = Robots(self._robots_txt)
        self.turns = Turns(self.clock)

    def fetch(self, address: str) -> list[Exchange]:
        """Return what was answered: redirects in their order, and last what they led to, which is a success (2xx).

        Raise AcquisitionError.
        """
        deadline = Deadline(self.clock, self.manners.seconds)
        hops = [self._in_turn(target_of(address), deadline)]
        while (following := location(hops[-1])) is not None:
            if len(hops) > _MOST_HOPS:
                raise AcquisitionError(f"it leads on more than {_MOST_HOPS} times; look at it in a browser")
            try:
                hops.append(self._in_turn(target_of(following), deadline, after=hops[-1].target.host))
            except AcquisitionError as error:
                raise AcquisitionError(f"it leads to {plain(following)}: {error}") from error
        check_success(hops[-1])
        return hops

    def _in_turn(self, target: Target, deadline: Deadline, after: str = "") -> Exchange:
        """Ask a site that allows it when it is its turn; a redirect ``after`` the host itself does not wait."""
        before = self.clock.monotonic()
        pause = max(self.manners.delay, self.robots.check(target))
        if after != target.host:
            self.turns.wait(target.host)
        deadline.waited(self.clock.monotonic() - before)
        answer = self._asked(target, self.manners.max_bytes, deadline)
        if answer.status in BUSY:
            answer = self._once_more(answer, deadline)
        self.turns.rest(target.host, pause)
        return answer

    def _once_more(self, answer: Exchange, deadline: Deadline) -> Exchange:
        """Ask a busy site again when it says that it may be asked; where that is too far off, not in this run."""
        target = answer.target
        rest = retry_after(answer, self.clock.now())
        if rest is None:
            return answer
        if rest > _LONGEST_REST:
            reason = f"the site asks to be left alone for {rest:.0f} seconds ({answer.status}); try again after that"
            self.robots.close(target.origin, reason)
            raise AcquisitionError(reason)
        self.turns.rest(target.host, rest)
        deadline.waited(self.turns.wait(target.host))
        return self._asked(target, self.manners.max_bytes, deadline)

    def _robots_txt(self, target: Target) -> Exchange:
        deadline = Deadline(self.clock, self.manners.seconds)
        answer = self._asked(target, MAX_BYTES, deadline)
        for _ in range(_MOST_ROBOTS_HOPS):
            following = location(answer)
            if following is None:
                break
            answer = self._asked(target_of(following), MAX_BYTES, deadline)
        return answer

    def _asked(self, target: Target, max_bytes: int, deadline: Deadline) -> Exchange:
        manners = self.manners
        return exchange(target, manners.user_agent, Bounds(max_bytes, deadline), self.clock, private=manners.private)
