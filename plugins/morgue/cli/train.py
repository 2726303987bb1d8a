"""``morgue train``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.corpus import corpus_argument, scored, scored_texts
from morgue.cli.shared import Problem

if TYPE_CHECKING:
    from concurrent.futures import Executor


@click.group()
def train() -> None:
    """Grow the models of the rooms anew on labelled pages."""


@train.command("extraction")
@corpus_argument
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else in place of its own model."
)
@click.pass_obj
def train_extraction(settings: Path | None, corpus: Path | None, out: Path | None) -> None:
    """Grow the trees that correct which passages of a page are its article.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA. Needs LightGBM.
    """
    from morgue.evaluation import TrainingError, train_extraction
    from morgue.extraction.correction import MODEL

    def write(found: Path, executor: "Executor") -> str:
        text = train_extraction(found, executor)
        (out or MODEL).write_text(text, encoding="utf-8")
        return f"{out or MODEL}: {len(text):,} characters"

    try:
        scored(settings, corpus, write)
    except TrainingError as error:
        raise Problem(str(error)) from error


@train.command("actors")
@corpus_argument
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else in place of its own weights."
)
@click.pass_obj
def train_actors(settings: Path | None, corpus: Path | None, out: Path | None) -> None:
    """Train the tagger that finds persons and organisations which no authority file knows.

    CORPUS is a folder of the form of ner, by default the one in MORGUE_CORPORA. Needs python-crfsuite.
    """
    import hashlib

    from morgue.evaluation import TrainingError, train_actors
    from morgue.indexing.discovery.tagger.model import MODEL

    def write(found: Path) -> str:
        packed = train_actors(found)
        (out or MODEL).write_bytes(packed)
        return f"{out or MODEL}: {len(packed):,} bytes, SHA-256 {hashlib.sha256(packed).hexdigest()}"

    try:
        scored_texts(settings, corpus, "ner", write)
    except TrainingError as error:
        raise Problem(str(error)) from error
