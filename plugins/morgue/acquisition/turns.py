"""A host is asked a page at a time, with a pause between."""

from dataclasses import dataclass, field

from morgue.acquisition.clock import Clock


@dataclass(slots=True)
class Turns:
    """When each host may be asked again."""

    clock: Clock
    free: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str) -> float:
        """Wait until it is a host's turn and return the seconds that it took."""
        seconds = max(0.0, self.free.get(host, 0.0) - self.clock.monotonic())
        if seconds:
            self.clock.sleep(seconds)
        return seconds

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so many seconds from now, or longer where that was said before."""
        self.free[host] = max(self.free.get(host, 0.0), self.clock.monotonic() + seconds)
