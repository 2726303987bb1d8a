"""trafilatura's steps on one page, in its order and with its limits, each of them taken once.

``bare_extraction`` takes them all anew for each answer that is asked of it, though its answers differ in the last ones
alone. So its own functions are called here one by one. The tests hold each answer to the one that it gives.
"""

from contextlib import suppress
from copy import copy
from functools import cached_property
from itertools import islice

from lxml.etree import Element, _Element
from lxml.html import HtmlElement
from trafilatura.baseline import baseline, html2txt
from trafilatura.core import (
    ESCALATION_ACCEPT_RATIO,
    ESCALATION_JUSTEXT_RATIO,
    ESCALATION_MAX_LENGTH,
    ESCALATION_PAGE_SHARE,
)
from trafilatura.external import compare_extraction, justext_rescue
from trafilatura.htmlprocessing import convert_tags, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import Extractor
from trafilatura.xpaths import TEASER_DISCARD_XPATH

from morgue.extraction.expressions import Expression, pruned
from morgue.extraction.extractor import options_of
from morgue.extraction.main_content import main_content
from morgue.extraction.unwanted import unwanted_in

_LARGE = 10_000
"""Elements, twice those of the largest of 793 article pages: above it trafilatura asks no second extractor, of which
justext takes quadratic time (18,000 short paragraphs: 8 s)."""

Choice = tuple[_Element, str]
"""A body, and its text as trafilatura measures it."""

_NOTHING: Choice = (Element("body"), "")


class Cascade:
    """A page as trafilatura reads it. The tree that it is given stays as it is."""

    def __init__(self, tree: HtmlElement) -> None:
        self._given = tree

    def quick(self) -> _Element | None:
        """Return what trafilatura takes for the article without asking others, or None."""
        return self._body(options_of(fast=True))

    def careful(self) -> _Element | None:
        """Return what it takes for the article after it asked others, or None."""
        return self._body(options_of(fast=self._is_large))

    def generous(self) -> _Element | None:
        """Return what it takes for the article, more where it is unsure, after it asked others, or None."""
        return self._body(options_of(recall=True, fast=self._is_large))

    def _body(self, options: Extractor) -> _Element | None:
        with suppress(TypeError, ValueError):  # as trafilatura does, which then answers nothing
            chosen = self._rescued(self._compared(options), options)
            body, text = chosen if options.focus == "recall" else self._escalated(chosen, options)
            return body if text else None
        return None

    @cached_property
    def _is_large(self) -> bool:
        return next(islice(self._given.iter(), _LARGE, None), None) is not None

    @cached_property
    def _unwanted(self) -> list[Expression]:
        return unwanted_in(self._given)

    def _pruned(self) -> HtmlElement:
        """Return a copy of the page without what is taken out before all else."""
        return pruned(copy(self._given), self._unwanted)

    @cached_property
    def _tree(self) -> HtmlElement:
        """One that stays as it is: most pages never need it."""
        return self._pruned()

    def _cleaned(self, options: Extractor) -> HtmlElement:
        return tree_cleaning(self._pruned(), options)

    def _converted(self, options: Extractor) -> HtmlElement:
        return convert_tags(self._cleaned(options), options)

    def _own(self, options: Extractor, tree: HtmlElement | None = None) -> Choice:
        """Return what trafilatura itself chooses in the page, of which a converted tree may be at hand."""
        found = main_content(self._converted(options) if tree is None else tree, options)
        return found or extract_content(self._converted(options), options)

    @cached_property
    def _quick(self) -> Choice:
        return self._own(options_of(fast=True))

    @cached_property
    def _careful(self) -> Choice:
        """What it chooses before it asks others: the quick choice, unless teasers may be in that."""
        options = options_of()
        converted = self._converted(options)
        same = not any(teasers(converted) for teasers in TEASER_DISCARD_XPATH)
        return self._quick if same else self._own(options, converted)

    @cached_property
    def _generous(self) -> Choice:
        return self._own(options_of(recall=True))

    @cached_property
    def _generous_compared(self) -> Choice:
        options = options_of(recall=True)
        return compare_extraction(self._cleaned(options), copy(self._tree), *self._generous, options)

    def _compared(self, options: Extractor) -> Choice:
        """Return what it chooses, or what others do where that is better."""
        if options.focus == "recall":
            return self._generous if options.fast else self._generous_compared
        if options.fast:
            return self._quick
        return compare_extraction(self._cleaned(options), copy(self._tree), *self._careful, options)

    @cached_property
    def _baseline(self) -> Choice:
        body, text, _ = baseline(self._tree)
        return body, text

    def _rescued(self, chosen: Choice, options: Extractor) -> Choice:
        """Return what was chosen, or if that is too short what the page says in plain paragraphs, if that is more."""
        if len(chosen[1]) >= options.min_extracted_size:
            return chosen
        return max(chosen, self._baseline, key=lambda each: len(each[1]))

    @cached_property
    def _shown(self) -> int:
        """How many characters the whole page shows."""
        return len(html2txt(self._tree))

    def _escalated(self, chosen: Choice, options: Extractor) -> Choice:
        """Return what was chosen, or if that is little of the page a more generous choice, if that is clearly more."""
        length = len(chosen[1])
        if not 0 < length < ESCALATION_MAX_LENGTH or length >= ESCALATION_PAGE_SHARE * self._shown:
            return chosen
        generous, loose = self._retried(options), self._loose(options)
        if len(loose[1]) > max(len(generous[1]), ESCALATION_JUSTEXT_RATIO * length):
            return loose
        clearly = len(generous[1]) > ESCALATION_ACCEPT_RATIO * length
        return generous if clearly and len(generous[1]) >= options.min_extracted_size else chosen

    def _retried(self, options: Extractor) -> Choice:
        with suppress(Exception):  # whatever stops a second attempt, the first one stands
            return self._compared(options_of(recall=True, fast=options.fast))
        return _NOTHING

    def _loose(self, options: Extractor) -> Choice:
        """Return what justext finds anywhere on the page, where others are asked."""
        with suppress(Exception):
            return _NOTHING if options.fast else justext_rescue(copy(self._tree), options)
        return _NOTHING
