"""Digests of captures are made ahead, on another core, while those before them are looked up."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from morgue.model import Capture, Failure

_Batch = list[Capture | Failure]

_MOST = 8
"""Captures whose digests are one task: to hand one over to a thread takes about as long as to make it."""
_MOST_BYTES = 4_000_000
"""Of a batch that may take another capture; two are in memory."""


def with_digests(captures: Iterable[Capture | Failure]) -> Iterator[Capture | Failure]:
    """Yield captures whose digests are made, in order; some further ones have been read by then."""
    with ThreadPoolExecutor(1) as thread:
        before: Future[_Batch] | None = None
        for batch in _batches(captures):
            made = thread.submit(_with_digests, batch)
            if before:
                yield from before.result()
            before = made
        if before:
            yield from before.result()


def _with_digests(batch: _Batch) -> _Batch:
    for capture in batch:
        if isinstance(capture, Capture):
            _ = capture.sha256  # from now on it is known
    return batch


def _batches(captures: Iterable[Capture | Failure]) -> Iterator[_Batch]:
    batch: _Batch = []
    size = 0
    for capture in captures:
        batch.append(capture)
        size += len(capture.payload) if isinstance(capture, Capture) else 0
        if len(batch) >= _MOST or size > _MOST_BYTES:
            yield batch
            batch, size = [], 0
    yield batch
