"""The scores of one page with reviewed truth: text, snippets, blocks and metadata."""

from dataclasses import dataclass
from pathlib import Path

from morgue.evaluation.bylines import names_in
from morgue.evaluation.corpora import LabelledPage, read_page
from morgue.evaluation.kinds import kind_of_error
from morgue.evaluation.readers import Reading, read
from morgue.evaluation.removals import LabelledBlock, labelled_blocks
from morgue.evaluation.titles import bare_title
from morgue.evaluation.word_f1 import Overlap, overlap, words

FIELDS = ("title", "byline", "date")


@dataclass(frozen=True, slots=True)
class Field:
    """A metadata field of one page: what was found and what is wanted, empty where there is none."""

    found: str
    wanted: str
    right: bool


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page. ``f1``, ``precision`` and ``recall`` are those of the words; ``kind`` says what is most wrong with it.

    ``had`` of ``wanted`` snippets and ``leaked`` of ``unwanted`` ones are in the text. ``removals`` counts the labelled
    blocks by label and rule, ``lost`` are those that should have stayed: the rule and the opening words.
    """

    id: str
    f1: float
    precision: float
    recall: float
    exact: bool
    kind: str
    had: int
    wanted: int
    leaked: int
    unwanted: int
    refused: str
    failed: str
    seconds: float | None
    text_seconds: float | None
    fields: dict[str, Field]
    blocks: tuple[LabelledBlock, ...]


def score_page(corpus: Path, task: tuple[str, str]) -> PageScore:
    """Return the scores of one reader on one page of a corpus."""
    reader, name = task
    page = read_page(corpus, name)
    reading = read(reader, page)
    score = Overlap(0.0, 0.0, 0.0) if reading.failed else overlap(reading.text, page.wanted)
    exact = not reading.failed and words(reading.text) == words(page.wanted)
    text = _flat(reading.text)
    wanted, unwanted = page.snippets("with"), page.snippets("without")
    return PageScore(
        id=page.id,
        f1=score.f1,
        precision=score.precision,
        recall=score.recall,
        exact=exact,
        kind="" if exact and not reading.refused else kind_of_error(reading, page.wanted, score),
        had=sum(_flat(snippet) in text for snippet in wanted),
        wanted=0 if reading.failed else len(wanted),
        leaked=sum(_flat(snippet) in text for snippet in unwanted),
        unwanted=0 if reading.failed else len(unwanted),
        refused=reading.refused,
        failed=reading.failed,
        seconds=reading.seconds,
        text_seconds=reading.text_seconds,
        fields={} if reading.failed else _fields(page, reading),
        blocks=tuple(labelled_blocks(*reading.cleaned, page.wanted)) if reading.cleaned and page.wanted else (),
    )


def _fields(page: LabelledPage, reading: Reading) -> dict[str, Field]:
    title, byline, date = (page.truth.get(name) or "" for name in ("title", "author", "publish_date"))
    day = date[:10]
    return {
        "title": Field(reading.title, title, bare_title(reading.title) == bare_title(title)),
        "byline": Field(reading.byline, byline, names_in(reading.byline) == names_in(byline)),
        "date": Field(reading.published[:10], day, reading.published[: len(day)] == day),
    }


def _flat(text: str) -> str:
    return " ".join(text.lower().split())
