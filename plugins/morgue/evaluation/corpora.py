"""Where the labelled data is, in ``MORGUE_CORPORA`` or beside the archive, and how a labelled page is read."""

import gzip
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from morgue.capture import capture_of
from morgue.model import Capture

DEFAULT = "../shared/corpora"
"""Relative to the archive's folder."""


class CorpusError(Exception):
    """A corpus that was asked for and is not there."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page of a corpus of the form of ``wcxb-articles``: its bytes, and the labels that a reviewer gave it."""

    id: str
    payload: bytes
    truth: dict[str, Any]

    @property
    def wanted(self) -> str:
        """Return the text that the page should give."""
        return self.truth.get("main_content") or ""

    def capture(self, payload: bytes | None = None) -> Capture:
        """Return the page, or another payload in its stead, as a capture; raise CaptureError for a hopeless one."""
        return capture_of(self.payload if payload is None else payload, f"{self.id}.html.gz", media_type="text/html")


def find_corpus(name: str, archive: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return a corpus's folder, or None where there is none and ``MORGUE_CORPORA`` does not ask for it.

    Raise CorpusError when the variable is set and the corpus is missing.
    """
    asked = environment.get("MORGUE_CORPORA", "")
    corpus = (Path(asked) if asked else archive / DEFAULT) / name
    if corpus.is_dir():
        return corpus
    if asked:
        raise CorpusError(
            f"MORGUE_CORPORA={asked}: there is no corpus {name} in it; unset the variable to skip the check"
        )
    return None


def page_ids(corpus: Path, limit: int | None) -> list[str]:
    """Return the ids of a corpus's pages in order; a limit spreads evenly over them.

    Raise CorpusError where none is labelled.
    """
    ids = sorted(path.stem for path in (corpus / "truth").glob("*.json"))
    if not ids:
        raise CorpusError(f"{corpus}: it has no labels (truth/*.json)")
    return ids[:: -(-len(ids) // limit)] if limit else ids


def read_page(corpus: Path, page: str) -> LabelledPage:
    """Return a page of a corpus by its id."""
    labels = json.loads((corpus / "truth" / f"{page}.json").read_text("utf-8"))
    payload = gzip.decompress((corpus / "html" / f"{page}.html.gz").read_bytes())
    return LabelledPage(page, payload, labels["ground_truth"])
