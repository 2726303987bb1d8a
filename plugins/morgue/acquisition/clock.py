"""Time, which a capture is stamped with and politeness goes by; tests bring their own."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from morgue.acquisition.errors import AcquisitionError


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only grow, a way to let them pass, and the time of day (UTC)."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now


@dataclass(slots=True)
class Deadline:
    """The seconds that one page may take, its redirects included, without those in which we wait of our own will."""

    clock: Clock
    seconds: float
    end: float = field(init=False)

    def __post_init__(self) -> None:
        self.end = self.clock.monotonic() + self.seconds

    def left(self) -> float:
        """Return the seconds left; raise AcquisitionError where there are none."""
        left = self.end - self.clock.monotonic()
        if left <= 0:
            raise AcquisitionError(
                f"it takes more than {self.seconds:g} seconds; try again later, or raise MORGUE_ADD_SECONDS"
            )
        return left

    def waited(self, seconds: float) -> None:
        """Count seconds of our own waiting out."""
        self.end += seconds
