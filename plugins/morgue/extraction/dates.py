"""When a page was published and updated: only what it states as its date, and never the clock."""

import re
from copy import copy
from datetime import date
from typing import Any

from htmldate import find_date
from lxml.etree import SubElement
from lxml.html import Element, HtmlElement

from morgue.extraction import jsonld

LATEST = "2100-01-01"
"""htmldate's bound is today unless it is given one; a result must not depend on the day it was made."""

_DAY = re.compile(r"^(?:19\d\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")

_DATED = re.compile(r"date|time|publi|posted|byline|meta|dek|info|stamp|created", re.IGNORECASE)
_LONGEST = 200
"""Characters of an element that states a date and says little else."""

_MOST_PARTS = 20
"""Elements that such an element may have."""

_STATED = re.compile(
    r"(?:^|[.|·,–—-]\s*)(?:first\s+)?(?:published|posted|veröffentlicht|erschienen|stand|publié|mis en ligne|publicado|"
    r"pubblicato|gepubliceerd|publicerad)\b[^.!?]{0,20}\d[^!?]{0,20}\b(?:19|20)\d\d\b\W*(?:[\d:.]{4,8}\s*\w{0,4})?\W*$",
    re.IGNORECASE,
)
"""A line that says of the page that it was published and when; old pages set it in an element without a name."""

_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified", "datemodified")


def published(tree: HtmlElement, article: dict[str, Any], url: str | None) -> str | None:
    """Return the day of publication, ``YYYY-MM-DD``, or None.

    What the page tells machines comes first, then its address, then what stands in elements made for dates. Dates in
    the prose, a copyright line and a picture's address are no evidence.
    """
    stated = _day(jsonld.first_text(article.get("datePublished")))
    if stated:
        return stated
    try:
        return find_date(_evidence(tree), extensive_search=False, original_date=True, url=url or "", max_date=LATEST)
    except (ValueError, OverflowError):  # what htmldate raises over an hour or an offset that there is not
        return None


def updated(tree: HtmlElement, article: dict[str, Any], since: str | None) -> str | None:
    """Return the day of the last update where the page states one that is later than its publication."""
    stated = [_day(jsonld.first_text(article.get("dateModified")))]
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if name.lower() in _MODIFIED:
            stated.append(_day(meta.get("content", "")))
    day = next(filter(None, stated), None)
    return day if day and since and day > since else None


def _day(text: str) -> str | None:
    match = _DAY.match(text.strip())
    try:
        return date.fromisoformat(match[0]).isoformat() if match else None
    except ValueError:  # no month has so many days
        return None


def _evidence(tree: HtmlElement) -> HtmlElement:
    """Return a page of nothing but what may state the date: the head and the short elements that are made for it."""
    page = Element("html")
    head, body = SubElement(page, "head"), SubElement(page, "body")
    for element in tree.iter("meta", "title", "link", "script"):
        if element.tag == "script" and "ld+json" not in element.get("type", ""):
            continue
        if not (element.get("property") or element.get("name") or "").lower().startswith(("og:image", "twitter:image")):
            head.append(_copied(element))
    for element in tree.iter("time", "abbr", "h1", "span", "div", "p", "small", "li", "font", "i", "em", "b", "td"):
        if len(element) >= _MOST_PARTS or len(text := "".join(element.itertext())) > _LONGEST:
            continue
        names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
        if element.tag in {"time", "abbr", "h1"} or _DATED.search(names):
            body.append(_copied(element))
        elif _STATED.search(text.strip()):
            SubElement(body, "p", {"class": "date-published"}).text = text
    return page


def _copied(element: HtmlElement) -> HtmlElement:
    copied = copy(element)
    copied.tail = None
    return copied
