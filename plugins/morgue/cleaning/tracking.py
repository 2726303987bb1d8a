"""Parameters in the addresses of links that tell who clicked where or who is paid for it, not what is linked."""

import re
from collections.abc import Iterable
from typing import Literal
from urllib.parse import unquote_plus, urlsplit, urlunsplit

from courlan.clean import TRACKERS_RE

from morgue.cleaning.hosts import name_of
from morgue.vocabulary import load

Burden = Literal["", "tracking", "affiliate"]
"""What a parameter is there for, if not for what is shown."""

_LISTS = load("addresses")


def _table(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole names, of which one that ends in an asterisk stands for all that begin so."""
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names))


_SURE: dict[str, list[tuple[Burden, re.Pattern[str]]]] = {}
"""The names that say enough, under nothing for those that do so anywhere, and under the host's name."""
for _burden in ("affiliate", "tracking"):
    for _key, _names in _LISTS.items():
        if _key == _burden or _key.startswith(f"{_burden} at "):
            _SURE.setdefault(_key.partition(" at ")[2], []).append((_burden, _table(_names)))

_CONTENT = frozenset(_LISTS["content"])
_TOLD = frozenset(_LISTS["told by value"])
_REFERRING = frozenset(_LISTS["referring"])
_CHANNELS = frozenset(_LISTS["channels"])
_BRANCHES = frozenset(_LISTS["branches"])

_HOST_NAME = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/.*)?")
_LABEL = re.compile(r"[\w -]{1,60}")
_WORD = re.compile(r"[a-z]+")


def unburdened(url: str) -> tuple[str, Burden]:
    """Return an address without parameters that track or pay, everything else to the letter, and which it had."""
    try:
        parts = urlsplit(url)
        owner = name_of(parts.hostname or "")
    except ValueError:
        return url, ""
    if parts.scheme not in ("http", "https") or not (parts.query or "=" in parts.fragment):
        return url, ""
    query, in_query = _kept(parts.query, owner)
    fragment, in_fragment = _kept(parts.fragment, owner) if "=" in parts.fragment else (parts.fragment, set())
    burdens = in_query | in_fragment
    if not burdens:
        return url, ""
    now = urlunsplit(parts._replace(query=query, fragment=fragment))
    return now, "affiliate" if "affiliate" in burdens else "tracking"


def _kept(query: str, owner: str) -> tuple[str, set[Burden]]:
    """Return what stays of a query, and what the parameters that go are there for."""
    pairs = query.split("&")
    sure = [_burden_of(_name(pair), owner) for pair in pairs]
    beside = any(sure)
    found: list[Burden] = [
        burden or ("tracking" if owner not in _BRANCHES and _is_told(pair, beside=beside) else "")
        for pair, burden in zip(pairs, sure, strict=True)
    ]
    kept = [pair for pair, burden in zip(pairs, found, strict=True) if not burden]
    return "&".join(kept), {burden for burden in found if burden}


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).lower().removeprefix("amp;")  # escaped twice


def _burden_of(name: str, owner: str) -> Burden:
    """Return what a parameter surely is there for, whatever its value."""
    for burden, names in _SURE.get(owner, ()):
        if names.fullmatch(name):
            return burden
    if name in _CONTENT or name in _TOLD:
        return ""
    for burden, names in _SURE[""]:
        if names.fullmatch(name):
            return burden
    # The list searches anywhere and names beginnings: "ref" finds "refresh", "uid" the guide of a "tour_uid".
    found = TRACKERS_RE.match(name)
    return "tracking" if found and (found.end() == len(name) or found[0].endswith("_")) else ""


def _is_told(pair: str, *, beside: bool) -> bool:
    """Say whether a parameter that may track or show tracks, by its value or by what stands beside it."""
    name = _name(pair)
    if name not in _TOLD:
        return False
    value = unquote_plus(pair.partition("=")[2]).strip().lower()
    if name in _REFERRING and (_HOST_NAME.fullmatch(value) or (beside and not any(map(str.isdigit, value)))):
        return True
    return not value or bool(_LABEL.fullmatch(value) and not _CHANNELS.isdisjoint(_WORD.findall(value)))
