"""The per-capture rooms, furnished once a process: pure functions of a capture and the authority files."""

from msgspec.structs import replace

from morgue.authority.entries import Authority
from morgue.cleaning import clean, emptied, unmatched_keep
from morgue.extraction import ExtractionError, UnforeseenError, extract, with_outlet
from morgue.indexing import Indexer
from morgue.limits import STANDARD, Limits
from morgue.model import Capture, Clipping, Failure, Mask, Record, Value
from morgue.pipeline.collector import collector_at_rest
from morgue.pipeline.deadline import TookTooLong, deadline


class Cleaned(Value, frozen=True):
    """A clipping under its mask, half way: extracted and cleaned, not yet indexed.

    ``asked`` are the pairs of address and source by which its outlet was looked up.
    """

    clipping: Clipping
    mask: Mask
    asked: tuple[tuple[str | None, str | None], ...]
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is left of the extraction."""
        return self.mask.text(self.clipping.extracted)


class Rooms:
    """Extraction, cleaning and indexing, one after the other."""

    def __init__(self, authority: Authority, limits: Limits = STANDARD, model: str = "") -> None:
        """Take what the archivists wrote, how much of a page is read, and a user's own model of names (MORGUE_NER)."""
        self._limits = limits
        self._indexer = Indexer(authority, model)
        self._outlets = authority.outlets

    def clean(self, capture: Capture) -> Cleaned | Failure:
        """Return a capture extracted and cleaned, or why it cannot be."""
        try:
            with collector_at_rest(), deadline(self._limits.seconds):
                return self._clean(capture)
        except TookTooLong as error:
            return Failure(capture.origin, str(error), passing=True)
        except ExtractionError as error:
            return Failure(capture.origin, str(error), passing=isinstance(error, UnforeseenError))
        except Exception as error:  # noqa: BLE001  one page must stop no archive
            return _fault(capture.origin, "reading", error)

    def index(self, cleaned: Cleaned) -> Record | Failure:
        """Return the record of a clipping, or why there is none."""
        try:
            with collector_at_rest(), deadline(self._limits.seconds):
                record = self._indexer.index(cleaned.clipping, cleaned.mask)
        except TookTooLong as error:
            return Failure(cleaned.clipping.origin, str(error), passing=True)
        except Exception as error:  # noqa: BLE001  likewise
            return _fault(cleaned.clipping.origin, "indexing", error)
        return replace(record, warnings=cleaned.warnings)

    def record(self, capture: Capture) -> Record | Failure:
        """Return what becomes of a capture."""
        cleaned = self.clean(capture)
        return cleaned if isinstance(cleaned, Failure) else self.index(cleaned)

    def _clean(self, capture: Capture) -> Cleaned:
        extracted = extract(capture, self._outlets, self._limits)
        clipping = with_outlet(extracted, self._outlets)
        asked = ((extracted.url, extracted.source), (clipping.url, clipping.source))
        mask = clean(clipping, self._outlets)
        clipping = replace(clipping, refused=emptied(clipping, mask) or clipping.refused)
        stale = unmatched_keep(clipping, self._outlets)
        return Cleaned(clipping, mask, asked, tuple(f"keep: nothing was removed that is {entry!r}" for entry in stale))


def _fault(origin: str, step: str, error: Exception) -> Failure:
    reason = f"{step} the page failed ({type(error).__name__}: {error}); report the page"
    return Failure(origin, reason, passing=True)
