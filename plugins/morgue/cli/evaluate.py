"""``morgue evaluate``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.corpus import corpus_argument, scored, scored_texts, texts_argument
from morgue.cli.shared import no_cache

if TYPE_CHECKING:
    from concurrent.futures import Executor


@click.group()
def evaluate() -> None:
    """Score the rooms on labelled pages (MORGUE_CORPORA)."""


_limit = click.option(
    "--limit", type=click.IntRange(min=1), help="Only about so many pages, spread evenly over the corpus."
)


@evaluate.command()
@corpus_argument
@_limit
@click.option("--baseline", type=click.Choice(["trafilatura"]), help="Score this too, on the same pages.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@no_cache
@click.pass_obj
def extraction(  # noqa: PLR0913  one parameter an option
    settings: Path | None,
    corpus: Path | None,
    limit: int | None,
    baseline: str | None,
    *,
    as_json: bool,
    no_cache: bool,
) -> None:
    """Score the extracted and cleaned text, what is removed of it, title, byline, date and speed.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA, or of that of snippet-pages.
    """
    from morgue import evaluation

    def table(found: Path, executor: "Executor") -> str:
        if evaluation.has_snippets(found):
            snippets = evaluation.evaluate_snippets(found, limit, executor, baseline)
            return evaluation.as_json(snippets) if as_json else evaluation.snippet_table(snippets)
        report = evaluation.evaluate_extraction(found, limit, executor, baseline)
        return evaluation.as_json(report) if as_json else evaluation.extraction_table(report)

    scored(settings, corpus, table, cached=not no_cache)


@evaluate.command()
@corpus_argument
@_limit
@no_cache
@click.pass_obj
def cleaning(settings: Path | None, corpus: Path | None, limit: int | None, *, no_cache: bool) -> None:
    """Score how doubled pages read, what still stands twice, and which sentences are lost.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA. Each of its pages is doubled
    in eight shapes, which takes nine times as long as extraction.
    """
    from morgue.evaluation import cleaning_table, evaluate_cleaning

    def table(found: Path, executor: "Executor") -> str:
        return cleaning_table(evaluate_cleaning(found, limit, executor))

    scored(settings, corpus, table, cached=not no_cache)


@evaluate.command()
@texts_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_obj
def quotes(settings: Path | None, corpus: Path | None, *, as_json: bool) -> None:
    """Score quotes and who says them.

    CORPUS is a file of the form of polnear-quotes/dev.jsonl, by default the one in MORGUE_CORPORA.
    """
    from morgue.evaluation import evaluate_quotes, quotes_json, quotes_table

    def table(found: Path) -> str:
        report = evaluate_quotes(found)
        return quotes_json(report) if as_json else quotes_table(report)

    scored_texts(settings, corpus, "polnear-quotes/dev.jsonl", table)


@evaluate.command()
@click.argument("corpus", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--authority", type=click.Choice(["own"]), help="Use authority files made from the corpus's own names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_obj
def actors(settings: Path | None, corpus: Path | None, authority: str | None, *, as_json: bool) -> None:
    """Score which persons, organisations and countries are found, and whether one person's mentions are one actor's.

    CORPUS is a file of the form of news-actors/dev.jsonl, by default the one in MORGUE_CORPORA. No authority file of
    an archive is used.
    """
    from morgue.evaluation import actors_json, actors_table, evaluate_actors

    def table(found: Path) -> str:
        report = evaluate_actors(found, own=authority == "own")
        return actors_json(report) if as_json else actors_table(report)

    scored_texts(settings, corpus, "news-actors", table)
