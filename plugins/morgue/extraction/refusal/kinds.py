"""The kinds of pages that hold no article: each a question about the page, asked in this order."""

from collections.abc import Callable

from morgue.extraction.refusal.case import Case, says
from morgue.extraction.refusal.evidence import GALLERIES, INNER_LISTS, LISTS

_SHORT = 80
"""Words up to which a text with a telling phrase is a notice and nothing else; a report may quote it."""

_PAGE = 200
"""Words up to which a text may be all that a page without an article has to say, beside its lists."""

_INTRODUCTION = 100
"""Words of prose before a list of articles or pictures that is an introduction to it."""

_MOST = 0.7
"""Of a text: so much in the cards of a list leaves a heading and a line or two."""


_MANY = 6
"""Pictures of a gallery that is not called one."""

_GALLERY = "the page is a gallery of pictures or videos"
_GOODS = frozenset({"product", "productgroup", "product.item", "product.group", "og:product"})


def _asks_for_scripts(case: Case) -> bool:
    return case.words <= _SHORT and case.says("scripts")


def _is_error(case: Case) -> bool:
    if case.words <= _SHORT and case.says("errors"):
        return True
    if case.evidence.article:
        return False
    if case.words <= _SHORT and case.titled("status_titles"):
        return True
    return case.titled("error_titles") and case.beside <= _PAGE


def _asks_for_a_human(case: Case) -> bool:
    return case.words <= _SHORT and case.says("robots")


def _asks_for_consent(case: Case) -> bool:
    if case.words > 2 * _PAGE or not (case.words <= _SHORT or case.has_button("agreeing")):
        return False
    return case.share(_consents) >= 0.5


def _consents(text: str) -> bool:
    topics = sum(says(text, group) for group in ("storing", "agreement", "choices", "data", "partners"))
    return topics >= 2 and says(text, "readers")


def _asks_for_login(case: Case) -> bool:
    if case.evidence.article or case.words > _PAGE:
        return False
    short = case.words <= _SHORT
    if case.titled("login_titles"):
        return short or case.evidence.password
    return short and case.evidence.password and case.says("logins")


def _answers_a_search(case: Case) -> bool:
    evidence = case.evidence
    if "searchresultspage" in evidence.kinds:
        return True
    if evidence.article:
        return False
    if case.words <= _SHORT and any(says(title, "nothing_found") for title in evidence.titles):
        return True
    if not case.titled("search_titles"):
        return False
    if evidence.searched or case.is_asked or case.headlines.hold(0.5):
        return True
    return case.words <= _SHORT and case.says("nothing_found")


def _sells(case: Case) -> bool:
    evidence = case.evidence
    if evidence.article:
        return False
    bought, ordered = case.has_button("carts"), case.has_button("orders")
    if evidence.kinds & _GOODS:
        return bought or ((ordered or evidence.priced) and case.words <= 2 * _PAGE)
    if case.words > _PAGE or not (case.prices or evidence.priced):
        return False
    ordered = ordered or case.has_button("subscriptions")
    subscribed = case.prices > 1 and ordered and case.titled("subscription_titles")
    return (bought and "article" not in evidence.kinds) or subscribed or case.titled("basket_titles")


def _is_called_a_gallery(case: Case) -> bool:
    evidence = case.evidence
    called = bool(evidence.kinds & GALLERIES) or (case.titled("gallery_titles") and not evidence.article)
    return called and case.pictures.hold(0.5)


def _lists_articles(case: Case) -> bool:
    evidence = case.evidence
    if evidence.article or not case.headlines.count:
        return False
    inner = evidence.kinds & INNER_LISTS and "article" not in evidence.kinds
    if evidence.kinds & LISTS or inner or evidence.front:
        return case.headlines.brief and case.headlines.prose <= _INTRODUCTION
    return case.headlines.hold(_MOST)


def _shows_pictures_only(case: Case) -> bool:
    if case.evidence.article or case.sentences > 0.2:
        return False
    return case.pictures.count >= _MANY and case.pictures.hold(_MOST)


KINDS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("the page only asks for JavaScript to be switched on", _asks_for_scripts),
    ("the page is an error message", _is_error),
    ("the page only asks whether a human is reading", _asks_for_a_human),
    ("the page only asks its readers to sign in", _asks_for_login),
    ("the page only asks for consent to cookies", _asks_for_consent),
    ("the page is the answer to a search", _answers_a_search),
    ("the page offers something for sale", _sells),
    (_GALLERY, _is_called_a_gallery),
    ("the page is a list of articles", _lists_articles),
    (_GALLERY, _shows_pictures_only),
)
