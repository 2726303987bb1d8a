"""What reads a page in an evaluation, Morgue or what it is compared with, and the processor time that it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from time import thread_time

import trafilatura
from trafilatura.settings import Document

from morgue.capture import CaptureError
from morgue.evaluation import desk
from morgue.evaluation.corpora import LabelledPage
from morgue.model import Clipping, Failure, Mask


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a page.

    ``seconds`` are for text and metadata, ``text_seconds`` for text alone; None where it was in the cache.
    """

    seconds: float | None
    text_seconds: float | None
    text: str = ""
    title: str = ""
    byline: str = ""
    published: str = ""
    refused: str = ""
    failed: str = ""
    cleaned: tuple[Clipping, Mask] | None = None


def _morgue(page: LabelledPage) -> Reading:
    try:
        cleaned, seconds = desk.cleaned(page.capture())
    except CaptureError as error:
        return Reading(0.0, 0.0, failed=str(error))
    if isinstance(cleaned, Failure):
        return Reading(seconds, seconds, failed=cleaned.reason)
    clipping, mask = cleaned.clipping, cleaned.mask
    text = mask.text(clipping.extracted)
    return Reading(
        seconds,
        seconds,
        text,
        clipping.title,
        "; ".join(clipping.byline),
        clipping.published or "",
        clipping.refused,
        cleaned=(clipping, mask),
    )


def _trafilatura(page: LabelledPage) -> Reading:
    start = thread_time()
    text = trafilatura.extract(page.payload, include_comments=False)
    text_seconds = thread_time() - start
    start = thread_time()
    document = trafilatura.bare_extraction(page.payload, include_comments=False, with_metadata=True)
    seconds = thread_time() - start
    if not isinstance(document, Document):
        return Reading(seconds, text_seconds, text or "")
    return Reading(seconds, text_seconds, text or "", document.title or "", document.author or "", document.date or "")


READERS: dict[str, Callable[[LabelledPage], Reading]] = {"morgue": _morgue, "trafilatura": _trafilatura}
MORGUE = "morgue"

_SAMPLE = f"<html><title>Locks</title><p>{'The lock is shut, the water board said on 4 May 1998. ' * 9}</p></html>"


def read(reader: str, page: LabelledPage) -> Reading:
    """Return what a reader makes of a page; what it loads once a process is not in the time."""
    _load(reader)
    return READERS[reader](page)


@cache
def _load(reader: str) -> None:
    READERS[reader](LabelledPage("", _SAMPLE.encode(), {}))
