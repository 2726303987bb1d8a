"""CSS selectors as archivists write them, parsed by cssselect into steps that a walk over a tree can follow.

cssselect's own XPath takes quadratic time on a hostile page (19 s for ``p:first-child`` over 50,000 siblings), so the
extraction room matches the steps itself, each element once.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from cssselect import SelectorError, parser

_PLACES = {
    f"{side}-{kind}": (side.endswith("last"), kind == "of-type")
    for side in ("first", "last", "nth", "nth-last")
    for kind in ("child", "of-type")
}
"""Pseudo-classes that say which of its siblings an element is: whether they count from the end, and its likes alone."""

_KNOWN = f":not() and {', '.join(f':{name}' for name in _PLACES)}"
_MOST_STEPS = 100
"""Steps of one selector: more are no archivist's, and each is tried on every element."""

Place = tuple[bool, bool, int, int]
"""From the end, of its likes, and a and b of ``an+b``."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A condition on an attribute; ``operator`` as CSS writes it, or ``exists``."""

    name: str
    operator: str
    value: str
    any_case: bool


@dataclass(frozen=True, slots=True)
class Compound:
    """What must be true of one element; ``tag`` is empty where any will do."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    places: tuple[Place, ...] = ()
    barred: tuple["Compound", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A compound and how its element stands to that of the step before: `` ``, ``>``, ``+``, ``~``, or nothing."""

    combinator: str
    compound: Compound


Selector = tuple[tuple[Step, ...], ...]
"""The alternatives between commas, each a chain of steps."""


@lru_cache(maxsize=1024)
def compile_selector(text: str) -> Selector:
    """Return a selector's steps. Raise ValueError, in a reader's words, for what is no selector or not known here."""
    try:
        parsed = parser.parse(text)
        if any(each.pseudo_element for each in parsed):
            raise ValueError("names a pseudo-element (::), which is no element of a page")
        chains = tuple(tuple(_chain(each.parsed_tree)) for each in parsed)
    except SelectorError as error:
        raise ValueError(f"is no CSS selector: {error}") from None
    except RecursionError:
        raise ValueError("is nested too deep") from None
    if sum(map(len, chains)) > _MOST_STEPS:
        raise ValueError(f"has more than {_MOST_STEPS} steps; make several rules of it")
    return chains


def _chain(tree: parser.Tree) -> list[Step]:
    steps: list[Step] = []
    while isinstance(tree, parser.CombinedSelector):
        steps.append(Step(tree.combinator, _compound(tree.subselector)))
        tree = tree.selector
    steps.append(Step("", _compound(tree)))
    return steps[::-1]


def _compound(tree: parser.Tree) -> Compound:
    """Return the conditions that cssselect has wrapped around each other."""
    if isinstance(tree, parser.Element):
        return Compound(tag=(tree.element or "").lower())
    if isinstance(tree, parser.CombinedSelector):
        raise ValueError("has more than one element inside :not(); write what the element itself is")  # noqa: TRY004
    if isinstance(tree, parser.Relation | parser.Matching | parser.SpecificityAdjustment):
        raise ValueError(f"has :has(), :is() or :where(), which are not known here; there are {_KNOWN}")  # noqa: TRY004
    inner = _compound(tree.selector)
    if isinstance(tree, parser.Class):
        return replace(inner, classes=inner.classes | {tree.class_name})
    if isinstance(tree, parser.Hash):
        return replace(inner, ids=(*inner.ids, tree.id))
    if isinstance(tree, parser.Attrib):
        value = (tree.value.value or "") if tree.value else ""
        condition = Attribute(tree.attrib.lower(), tree.operator, value, tree.flag == "i")
        return replace(inner, attributes=(*inner.attributes, condition))
    if isinstance(tree, parser.Negation):
        return replace(inner, barred=(*inner.barred, _compound(tree.subselector)))
    return replace(inner, places=(*inner.places, _place(tree)))


def _place(tree: parser.Pseudo | parser.Function) -> Place:
    name = tree.ident if isinstance(tree, parser.Pseudo) else tree.name
    counted = isinstance(tree, parser.Function)
    if name not in _PLACES or counted != name.startswith("nth"):
        raise ValueError(f"has :{name}{'()' if counted else ''}, which is not known here; there are {_KNOWN}")
    if isinstance(tree, parser.Pseudo):
        return (*_PLACES[name], 0, 1)
    try:
        return (*_PLACES[name], *parser.parse_series(tree.arguments))
    except ValueError:
        raise ValueError(f"does not say which in :{name}(); write a number, odd, even or 2n+1") from None
