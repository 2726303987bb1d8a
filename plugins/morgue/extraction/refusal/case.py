"""All that is known of a page when it is decided whether it holds an article, and the whole of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import urlsplit

from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.refusal.cards import Cards, headline_cards, picture_cards
from morgue.extraction.refusal.evidence import Evidence
from morgue.letters import ends_sentence, fold, words_of
from morgue.vocabulary import any_of, load

_PRICE = re.compile(
    r"[£$€₽¥₴₺₹]\s?\d|\d\s?(?:[€£$₽¥₴₺₹]|(?:eur|euros?|usd|gbp|chf|zł|kr|kč|ft|lei|tl|руб|грн|円|元|원)\b)",
    re.IGNORECASE,
)


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    return {group: re.compile(any_of(patterns)) for group, patterns in load("refusal").items()}


def says(text: str, group: str) -> bool:
    """Say whether folded words say one of a group of phrases anywhere."""
    return bool(_phrases()[group].search(text))


@dataclass(frozen=True)
class Case:
    """A page's text in blocks, what speaks for or against its being an article, and the page's elements, if it has any.

    What only some rules ask is worked out when the first one asks.
    """

    drafts: Sequence[Draft]
    title: str
    evidence: Evidence
    page: Page | None

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return sum(len(words_of(draft.text)) for draft in self.drafts)

    @property
    def told(self) -> str:
        """The titles and the text as lower-case words."""
        return f"{' '.join(self.evidence.titles)} {self.folded}"

    @cached_property
    def folded(self) -> str:
        """The title and the text as lower-case words."""
        return " ".join(fold(text) for text in (self.title, *(draft.text for draft in self.drafts)))

    @cached_property
    def sentences(self) -> float:
        """How much of the text stands in lines that end as sentences do."""
        lines = [line for draft in self.drafts for line in draft.text.split("\n")]
        return sum(len(words_of(line)) for line in lines if ends_sentence(line)) / max(1, self.words)

    @cached_property
    def prices(self) -> int:
        """How many prices the text tells."""
        return sum(len(_PRICE.findall(draft.text)) for draft in self.drafts)

    @cached_property
    def headlines(self) -> Cards:
        """Cards that each lead to another page."""
        return headline_cards(self.page, self.drafts, urlsplit(self.evidence.address).netloc) if self.page else Cards()

    @property
    def beside(self) -> int:
        """How many words stand outside such cards."""
        return self.headlines.outside if self.headlines.count else self.words

    @cached_property
    def pictures(self) -> Cards:
        """Cards that each show a picture."""
        return picture_cards(self.page, self.drafts) if self.page else Cards()

    def titled(self, group: str) -> bool:
        """Say whether a part of the titles is wholly one of a group of phrases."""
        return any(_phrases()[group].fullmatch(part) for part in self.evidence.titles)

    def says(self, group: str) -> bool:
        """Say whether the text says one of a group of phrases anywhere."""
        return says(self.folded, group)

    def share(self, question: Callable[[str], bool]) -> float:
        """Return how much of the text stands in blocks to which the answer is yes; it is asked of folded words."""
        saying = [draft.text for draft in self.drafts if question(fold(draft.text))]
        return sum(len(words_of(text)) for text in saying) / max(1, self.words)

    def has_button(self, group: str) -> bool:
        """Say whether a button's label is one of a group of phrases."""
        return any(_phrases()[group].fullmatch(label) for label in self.evidence.buttons)

    @property
    def is_asked(self) -> bool:
        """Say whether a search field is filled in, and not with its own name."""
        asked = self.evidence.asked
        return bool(asked) and not _phrases()["search_titles"].fullmatch(asked) and asked in self.told
