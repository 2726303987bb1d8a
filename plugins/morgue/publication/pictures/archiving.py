"""Takes the pictures that pages show out of their captures, encodes each once, and lays the files down for the site."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from pathlib import Path

from morgue.cache import Cache
from morgue.capture import open_pictures
from morgue.limits import Limits
from morgue.publication.pictures.album import Page, located
from morgue.publication.pictures.encoding import PictureError, encode
from morgue.publication.pictures.keeping import Result, keep, kept, name_of
from morgue.publication.pictures.shapes import FOLDER, Archived, Pictures, ShownPicture

_HELD = "data:"
_ALONE = 4
"""Pictures that are encoded before workers are worth their start."""

_UNDER_WAY = 16
_MOST_BYTES = 64_000_000
"""Of pictures that wait for workers."""

_DEATH = "the process that decoded it died, for want of memory or by a fault in a library"


class Archiving:
    """One build's work on pictures; files go into a folder, named by content."""

    def __init__(self, folder: Path, cache: Cache | None, limits: Limits, executor: Executor | None) -> None:
        self._folder = folder
        self._cache = cache
        self._limits = limits
        self._executor = executor
        self._results: dict[str, Archived | str | None] = {}
        """What became of a picture, by the SHA-256 of its bytes; None while it is under way."""
        self._waiting: deque[tuple[str, int, Future[Result]]] = deque()
        self._held: dict[tuple[str, int], list[tuple[int, str]]] = {}
        """Of each picture of a page, by address and place: the ranks and digests of what its capture holds."""

    def archived(self, pages: Sequence[Page], files: Mapping[str, Path]) -> Pictures:
        """Return the pictures of all pages; ``files`` are those of all captures by origin.

        What a page's own capture lacks is looked for in the others that hold the same page, byte by byte: one may have
        been saved with its pictures and one without.
        """
        self._look_through(pages, files)
        lacking = [page for page in pages if not all(self._copy(page, place) for place in range(len(page.pictures)))]
        self._look_through([replace(page, origin=other) for page in lacking for other in page.equal], files)
        shown = {page.address: tuple(self._shown(page)) for page in pages}
        used = {copy.url.rpartition("/")[2] for pictures in shown.values() for _, copy in pictures if copy}
        for file in self._folder.iterdir():
            if file.name not in used:
                file.unlink()
        return Pictures(shown, tuple(self._broken(pages)))

    def _look_through(self, pages: Iterable[Page], files: Mapping[str, Path]) -> None:
        for path, members in located(pages, files).items():
            self._look(path, dict(members))
        while self._waiting:
            self._take()

    def _look(self, path: Path, pages: dict[str, Page]) -> None:
        """Take what a file holds of its pages' pictures; those that the page itself holds may be known already."""
        wanted: dict[str, set[str]] = {}
        for member, page in pages.items():
            for place, picture in enumerate(page.pictures):
                if self._copy(page, place):
                    continue
                known = next((each for each in picture.sources if self._is_known(each)), "")
                if known:
                    self._hold(page, place, known, digest_in(known))
                else:
                    wanted.setdefault(member, set()).update(picture.sources)
        for held in open_pictures(path, wanted, self._limits) if wanted else ():
            page = pages[held.member]
            digest = hashlib.sha256(held.payload).hexdigest()
            places = [at for at, picture in enumerate(page.pictures) if held.source in picture.sources]
            best = [place for place in places if self._hold(page, place, held.source, digest)]
            if best:
                self._begin(digest, held.payload)

    def _is_known(self, source: str) -> bool:
        digest = digest_in(source)
        if not digest or digest in self._results:
            return bool(digest)
        result = kept(self._cache, digest)
        if result is not None:
            self._place(digest, result)
        return result is not None

    def _hold(self, page: Page, place: int, source: str, digest: str) -> bool:
        """Note that a page's picture is held under one of its names; say whether nothing as good is known of it."""
        ranks = self._held.setdefault((page.address, place), [])
        rank = page.pictures[place].sources.index(source)
        best = not any(other <= rank and self._is_sound(known) for other, known in ranks)
        ranks.append((rank, digest))
        return best

    def _is_sound(self, digest: str) -> bool:
        """Say whether a picture that was begun can be shown; wait for it, so that no chance decides."""
        while self._results.get(digest) is None and self._waiting:
            self._take()
        return isinstance(self._results.get(digest), Archived)

    def _begin(self, digest: str, payload: bytes) -> None:
        if digest in self._results:
            return
        result = kept(self._cache, digest)
        if result is not None:
            self._place(digest, result)
        elif self._executor is None or len(self._results) < _ALONE:
            self._end(digest, result_of(payload))
        else:
            self._results[digest] = None
            self._waiting.append((digest, len(payload), self._executor.submit(result_of, payload)))
            while sum(size for _, size, _ in self._waiting) > _MOST_BYTES or len(self._waiting) > _UNDER_WAY:
                self._take()

    def _take(self) -> None:
        digest, _, future = self._waiting.popleft()
        try:
            self._end(digest, future.result())
        except BrokenExecutor:  # another build may have more memory: not kept
            self._results[digest] = _DEATH

    def _end(self, digest: str, result: Result) -> None:
        keep(self._cache, digest, result)
        self._place(digest, result)

    def _place(self, digest: str, result: Result) -> None:
        """Lay a picture's file down, once."""
        if isinstance(result, str):
            self._results[digest] = result
            return
        name = name_of(digest)
        (self._folder / name).write_bytes(result.payload)
        self._results[digest] = Archived(f"{FOLDER}/{name}", result.width, result.height)

    def _shown(self, page: Page) -> Iterator[ShownPicture]:
        for place, picture in enumerate(page.pictures):
            yield picture, self._copy(page, place)

    def _copy(self, page: Page, place: int) -> Archived | None:
        results = (self._results.get(digest) for _, digest in sorted(self._held.get((page.address, place), ())))
        return next((each for each in results if isinstance(each, Archived)), None)

    def _broken(self, pages: Iterable[Page]) -> Iterator[tuple[str, str, str]]:
        """Yield the pictures that are held and cannot be shown, with the reason of the best copy."""
        for page in pages:
            for place, picture in enumerate(page.pictures):
                held = sorted(self._held.get((page.address, place), ()))
                results = [self._results.get(digest) for _, digest in held]
                if held and not any(isinstance(each, Archived) for each in results):
                    yield page.origin, picture.address or picture.sources[0], str(results[0])


def result_of(payload: bytes) -> Result:
    """Return a picture encoded anew, or why there is none."""
    try:
        return encode(payload)
    except PictureError as error:
        return str(error)


def digest_in(source: str) -> str:
    """Return the SHA-256 of a picture by its name, where the page itself holds it."""
    return source.removeprefix(_HELD) if source.startswith(_HELD) else ""
