"""Where the labelled data is: in ``MORGUE_CORPORA``, or beside the archive."""

import os
from collections.abc import Mapping
from pathlib import Path

DEFAULT = "../shared/corpora"
"""Relative to the archive's folder."""


class CorpusError(Exception):
    """A corpus that was asked for and is not there."""


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
