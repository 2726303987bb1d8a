"""An expression of trafilatura's that asks what stands in an element's attributes, answered in one walk of a tree.

lxml calls Python for each ``re:test`` of each element, and makes lists and strings for it. Here what an expression asks
of an attribute is one regular expression, whose answer to a value is remembered: on most pages a few names come again
and again. The expressions stay trafilatura's: they are read, not copied, and one that is written otherwise is an error.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import prune_unwanted_nodes
from trafilatura.xpaths import REGEXP_NS

from morgue.remembering import Answers

Expression = Callable[[HtmlElement], list[HtmlElement]]
"""Gives the elements in a tree that it asks for, in their order."""

_EXPRESSION = re.compile(
    r"\s*\(?\.//\*(?:\[(?P<tags>self::[^\]]*)\]\s*)?\[(?P<tests>.*?)\s*\]\s*(?P<also>\[(?!1\]).*\])?"
    r"\s*\)?(?P<first>\[1\])?\s*",
    re.DOTALL,
)
_TEST = re.compile(
    r"""\s*
    (?:(?P<how>contains|starts-with|re:test)\()?
    (?P<case>translate\()? (?P<names>@[\w-]+(?:\|@[\w-]+)*) (?(case),\s*'\w+',\s*'(?P<translated>\w+)'\))
    (?:\s*[=,]\s*'(?P<value>[^']*)')?
    (?:,\s*'(?P<flags>i)')?
    \)?\s*(?:\bor\b|\Z)""",
    re.VERBOSE,
)

_MOST = 4096
"""Values of an attribute whose answers are remembered."""

_Names = frozenset[str]
"""Attributes of which XPath reads the one that stands first in an element: ``@id|@class``."""

_Tests = dict[str, Answers[str, tuple[_Names, ...]]]
"""What is asked for, by an attribute's name and its value: if it stands before the other names of one of these."""


def in_one_walk(expression: XPath) -> Expression:
    """Return what gives the same elements of any tree; of an expression that ends in ``[1]`` the first alone.

    What it asks besides, in brackets of its own, is asked of the elements alone of which all else holds.
    Raise ValueError for an expression of another form.
    """
    form = _EXPRESSION.fullmatch(expression.path)
    if not form:
        raise ValueError(f"this expression is of no form that is known: {expression.path}")
    tags = [tag.removeprefix("self::") for tag in (form["tags"] or "*").split(" or ")]
    tests = _tests_of(form["tests"])
    also = XPath(f"boolean(self::*{form['also'] or ''})", namespaces={"re": REGEXP_NS})
    most = 1 if form["first"] else None

    def found(tree: HtmlElement) -> list[HtmlElement]:
        named = _named(tree.iterdescendants(*tags), tests)
        return list(islice(filter(also, named) if form["also"] else named, most))

    return found


def pruned(tree: HtmlElement, expressions: Sequence[Expression], *, with_backup: bool = False) -> HtmlElement:
    """Return the tree without the elements that are found, as trafilatura takes them out of it."""
    return prune_unwanted_nodes(tree, cast("list[XPath]", expressions), with_backup)  # it calls them, no more


def _named(elements: Iterable[HtmlElement], tests: _Tests) -> Iterator[HtmlElement]:
    for element in elements:
        for name, value in element.items():
            if name in tests and (asked := tests[name][value]) and any(_is_read(element, name, of) for of in asked):
                yield element
                break


def _is_read(element: HtmlElement, name: str, names: _Names) -> bool:
    return name == next(each for each in element.attrib if each in names)


def _tests_of(text: str) -> _Tests:
    """Return what is asked of each attribute."""
    patterns: dict[_Names, list[str]] = defaultdict(list)
    at = 0
    while at < len(text):
        test = _TEST.match(text, at)
        if not test:
            raise ValueError(f"this test is of no form that is known: {text[at:]}")
        at = test.end()
        patterns[frozenset(test["names"].replace("@", "").split("|"))].append(_pattern_of(test))
    compiled = [(names, re.compile("|".join(alternatives))) for names, alternatives in patterns.items()]
    return {name: _answers([each for each in compiled if name in each[0]]) for name in frozenset().union(*patterns)}


def _answers(patterns: Sequence[tuple[_Names, re.Pattern[str]]]) -> Answers[str, tuple[_Names, ...]]:
    return Answers(lambda value: tuple(names for names, pattern in patterns if pattern.search(value)), _MOST)


def _pattern_of(test: re.Match[str]) -> str:
    """Return the regular expression of a test of an attribute's value."""
    value, how = test["value"], test["how"]
    if value is None:
        return ""  # it is there
    if how == "re:test":
        return f"(?i:{value})" if test["flags"] else f"(?:{value})"
    either = test["translated"] or ""  # of these a capital will do
    literal = "".join(f"[{each}{each.upper()}]" if each in either else re.escape(each) for each in value)
    return {"contains": literal, "starts-with": f"^{literal}"}.get(how, rf"^{literal}\Z")
