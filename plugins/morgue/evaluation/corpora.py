"""Where the labelled data is, in ``MORGUE_CORPORA`` or beside the archive, and how a labelled page is read."""

import gzip
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from morgue.capture import capture_of
from morgue.model import Capture

DEFAULT = "../shared/corpora"
"""Relative to the archive's folder."""


class CorpusError(Exception):
    """A corpus that was asked for and is not there."""


_SNIPPETS = "truth.jsonl"


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page of a corpus: its bytes, and the labels that a reviewer gave it."""

    id: str
    payload: bytes
    truth: dict[str, Any]

    @property
    def wanted(self) -> str:
        """Return the text that the page should give."""
        return self.truth.get("main_content") or ""

    def snippets(self, kind: Literal["with", "without"]) -> list[str]:
        """Return the snippets that the text must have, or must not have, case and spaces as they are."""
        return [snippet for snippet in self.truth.get(kind) or [] if snippet.strip()]

    def capture(self, payload: bytes | None = None) -> Capture:
        """Return the page, or another payload in its stead, as a capture; raise CaptureError for a hopeless one."""
        return capture_of(self.payload if payload is None else payload, f"{self.id}.html.gz", media_type="text/html")


def find_corpus(name: str, archive: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return a corpus's folder or file, or None where there is none and ``MORGUE_CORPORA`` does not ask for it.

    Raise CorpusError when the variable is set and the corpus is missing.
    """
    asked = environment.get("MORGUE_CORPORA", "")
    corpus = (Path(asked) if asked else archive / DEFAULT) / name
    if corpus.exists():
        return corpus
    if asked:
        raise CorpusError(
            f"MORGUE_CORPORA={asked}: there is no corpus {name} in it; unset the variable to skip the check"
        )
    return None


def has_snippets(corpus: Path) -> bool:
    """Say whether a corpus is of the form of ``snippet-pages``, not of that of ``wcxb-articles``."""
    return (corpus / _SNIPPETS).is_file()


def page_ids(corpus: Path, limit: int | None) -> list[str]:
    """Return the ids of a corpus's pages in order; a limit spreads evenly over them.

    Raise CorpusError where none is labelled.
    """
    ids = sorted(path.stem for path in (corpus / "truth").glob("*.json"))
    if not ids:
        raise CorpusError(f"{corpus}: it has no labels (truth/*.json)")
    return _spread(ids, limit)


def snippet_labels(corpus: Path, limit: int | None) -> dict[str, dict[str, Any]]:
    """Return the labels of the pages of a corpus of the form of ``snippet-pages``, by id; a limit spreads over them."""
    lines = (corpus / _SNIPPETS).read_text("utf-8").splitlines()
    labels = {label["id"]: label for label in map(json.loads, filter(str.strip, lines))}
    return {page: labels[page] for page in _spread(sorted(labels), limit)}


def read_page(corpus: Path, page: str, truth: dict[str, Any] | None = None) -> LabelledPage:
    """Return a page of a corpus by its id, with these labels or, without any, those in its own file."""
    if truth is None:
        truth = json.loads((corpus / "truth" / f"{page}.json").read_text("utf-8"))["ground_truth"]
    payload = gzip.decompress((corpus / "html" / f"{page}.html.gz").read_bytes())
    return LabelledPage(page, payload, truth)


def _spread(ids: list[str], limit: int | None) -> list[str]:
    return ids[:: -(-len(ids) // limit)] if limit else ids
