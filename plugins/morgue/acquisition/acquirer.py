"""Pages, files and lists are taken into an archive's folder of captures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from morgue.acquisition.answers import check_page
from morgue.acquisition.clock import Clock
from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.fetch import Fetcher, Manners
from morgue.acquisition.files import add_file, page_in
from morgue.acquisition.gathering import Gathering
from morgue.acquisition.robots import TOKEN
from morgue.acquisition.sidecars import sidecar_of, sidecar_of_page
from morgue.acquisition.storing import captured_in, numbered, stamped, stem_of, store
from morgue.acquisition.target import is_url, target_of
from morgue.acquisition.warc import warc_of
from morgue.authority.sidecar import SIDECAR_SUFFIX
from morgue.model import Failure
from morgue.workspace import Workspace


@dataclass(frozen=True)
class Acquirer:
    """What one run takes into an archive; it remembers what the sites said that it asked."""

    workspace: Workspace
    private: bool = False
    """Whether addresses of this machine and of private networks may be asked."""
    clock: Clock = field(default_factory=Clock)

    _captured: dict[Path, frozenset[str]] = field(default_factory=dict)
    """What each host's folder held when it was first asked for."""

    @cached_property
    def fetcher(self) -> Fetcher:
        """What asks sites, as the settings want them to be asked."""
        settings = self.workspace.settings
        who = f"+{settings.contact}" if settings.contact else "an archive of news pages"
        manners = Manners(
            user_agent=f"{_software()} ({who})",
            delay=settings.add_delay,
            max_bytes=settings.max_bytes,
            seconds=settings.add_seconds,
            private=self.private,
        )
        return Fetcher(manners, self.clock)

    @property
    def folder(self) -> Path:
        """Where captures are kept."""
        return self.workspace.content / "captures"

    def add_url(self, address: str) -> Path:
        """Capture an address and return the file, a new one each time; raise AcquisitionError or StorageError."""
        url = target_of(address).url
        hops = self.fetcher.fetch(address)
        check_page(hops[-1])
        at = hops[-1].at
        payload = warc_of(hops, _software(), self.fetcher.manners.user_agent, at)
        return self._stored(payload, stem_of(url), at, ".warc.gz", sidecar_of(url, at))

    def add_page(self, payload: bytes, url: str | None) -> Path:
        """Keep a page that came by itself and return the file; raise AcquisitionError or StorageError."""
        capture = page_in(payload, self.workspace)
        url = target_of(url).url if url else None
        at = self.clock.now()
        suffix = ".html" if capture.media_type == "text/html" else ".txt"
        return self._stored(payload, stem_of(url, capture.sha256), at, suffix, sidecar_of_page(url, at))

    def add_file(self, path: Path) -> tuple[Path, bool]:
        """Copy a capture and return where it stands and whether it is new; raise AcquisitionError or StorageError."""
        return add_file(path, self.folder, self.workspace)

    def has(self, address: str) -> bool:
        """Say whether an address was captured before under its own name."""
        try:
            stem = self.folder / stem_of(target_of(address).url)
        except AcquisitionError:
            return False
        if stem.parent not in self._captured:
            self._captured[stem.parent] = captured_in(stem.parent)
        return stem.name in self._captured[stem.parent]

    def listed(self, where: str, payload: bytes | None) -> Iterator[str | Failure]:
        """Yield the addresses of a list: of its bytes, or of what is at the address ``where``.

        Raise AcquisitionError where it is no list.
        """
        if payload is None:
            payload, where = self._list(where)
        base = where if is_url(where) else ""
        return Gathering(self._list, self.workspace.settings.max_bytes).addresses(payload, base)

    def _list(self, address: str) -> tuple[bytes, str]:
        last = self.fetcher.fetch(address)[-1]
        return last.content, last.target.url

    def _stored(self, payload: bytes, stem: Path, at: datetime, suffix: str, sidecar: bytes) -> Path:
        path = store(BytesIO(payload), numbered(stamped(self.folder / stem, at), suffix))
        store(BytesIO(sidecar), [path.with_name(path.name + SIDECAR_SUFFIX)])
        return path


def _software() -> str:
    return f"{TOKEN}/{version('pelican-morgue')}"
