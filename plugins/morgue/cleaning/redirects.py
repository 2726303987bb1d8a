"""Addresses that only lead on: the ones they lead to, as far as they say so themselves."""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import SplitResult, quote, unquote, urlsplit

from morgue.address import host_of
from morgue.cleaning.hosts import name_of
from morgue.extraction.metadata.address import is_web_address
from morgue.vocabulary import load

_LISTS = load("addresses")

_REDIRECTORS: dict[str, list[tuple[str, frozenset[str]]]] = {}
for _host, _path, *_names in map(str.split, _LISTS["redirectors"]):
    _REDIRECTORS.setdefault(_host, []).append((_path, frozenset(_names)))

_PATHS = frozenset(_LISTS["paths"])
_SURE = frozenset(_LISTS["surely redirecting parameters"])
_PLAIN = frozenset({"url", "u", "target", "goto", "redirect"}) | _SURE
"""Names that are enough where the address has no path: others may ask or choose."""

_NAMES = frozenset(_LISTS["redirecting parameters"]) | _SURE
_LEADING = frozenset(_LISTS["redirecting words"])
_STAYING = frozenset(_LISTS["no redirectors"])

_STEPS = 5
"""Wrappers inside each other: a link out of a mail on a forum has three."""

_AMP_CACHES = ("cdn.ampproject.org", "amp.cloudflare.com", "bing-amp.com")
_AMP = re.compile(r"/(?:c|v|wp|amp)/(s/)?(?=[^/]+\.[^/]+)")
"""The path of a copy that a cache keeps for telephones, up to the host it was taken from; ``s`` tells of HTTPS."""

_IN_PATH = re.compile(r"https?(?::|%3a)(?:/|%2f){2}[^;]*", re.IGNORECASE)
_AFTER = re.compile(r"/R[KS]=.*")
"""What one of the hosts that lead on by their path puts behind the address."""

_WRITTEN = re.compile(r"https?://", re.IGNORECASE)
_BASE64 = re.compile(r"(?:a1)?(aHR0c(?:Dov|HM6)[\w-]+)={0,2}")
"""An address that is spelt so as not to be one: "http" in Base64, Bing's mark before it."""

_UNSCHEMED = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[\[(.*)\]\]")
"""What a network for affiliates puts around the address."""

_UNQUOTED = re.compile(r"[\s\"<>\\^`{|}]")
_IMPACT = re.compile(r"/c/\d+/\d+/\d+/?")
"""The path of a network for affiliates that works from hundreds of hosts."""

_WORD = re.compile(r"[a-z0-9]+")


def unwrapped(url: str) -> str:
    """Return where an address leads in the end: to a shorter address of the web, or, where it names none, to itself."""
    target = url
    for _ in range(_STEPS):
        wrapper = target
        found = _targets(wrapper) if is_web_address(wrapper) else ()
        target = next((each for each in found if len(each) < len(wrapper) and _is_target(each)), wrapper)
        if target == wrapper:
            return target
    return url  # nothing honest is wrapped so often


def is_redirector(url: str) -> bool:
    """Say whether an address is of a host that is known to lead on: every parameter of it may say where to."""
    parts = urlsplit(url)
    hosts = list(_names_of(parts.hostname or ""))
    return not _PATHS.isdisjoint(hosts) or any(_known(parts, hosts))


def _targets(url: str) -> Iterator[str]:
    """Yield what may be the address that an address leads to."""
    parts = urlsplit(url)
    hosts = list(_names_of(parts.hostname or ""))
    if (parts.hostname or "").endswith(_AMP_CACHES) or "google" in hosts:
        yield from _out_of_cache(parts)
    for names in _known(parts, hosts):
        for value in _values(parts, names, known=True):
            yield value
            if _UNSCHEMED.fullmatch(value):
                yield f"https://{value}"
    if not _PATHS.isdisjoint(hosts):
        found = _IN_PATH.search(url, len(parts.scheme) + 3)
        yield from map(_readable, [_AFTER.sub("", found[0])] if found else [])
    yield from _of_unknown(parts)


def _known(parts: SplitResult, hosts: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield the names of the parameters in which a host that is known to lead on says where to."""
    for host in hosts:
        for path, names in _REDIRECTORS.get(host, ()):
            if (parts.path or "/").startswith(path):
                yield names


def _of_unknown(parts: SplitResult) -> Iterator[str]:
    """Yield the same of a host that nobody knows: its name or path says that it leads on, or it has nothing else."""
    path = _WORD.findall(parts.path.lower())
    host = (parts.hostname or "").split(".")[:-2]
    if not _STAYING.isdisjoint(chain(path, host)):
        return
    leading = not _LEADING.isdisjoint(chain(path[-2:], host)) or bool(_IMPACT.fullmatch(parts.path))
    if (leading or not path) and _WRITTEN.match(parts.query):
        yield _readable(_with_fragment(parts.query, parts))
    yield from _values(parts, _NAMES if leading else _SURE if path else _PLAIN)


def _is_target(found: str) -> bool:
    return is_web_address(found) and "." in host_of(found) and "\ufffd" not in found


def _names_of(host: str) -> Iterator[str]:
    """Yield a host, the domains that it belongs to, and the name of its owner."""
    labels = host.lower().split(".")
    yield from (".".join(labels[at:]) for at in range(len(labels) - 1))
    yield name_of(host)


def _out_of_cache(parts: SplitResult) -> Iterator[str]:
    found = _AMP.match(parts.path)
    if found:
        query = f"?{parts.query}" if parts.query else ""
        yield f"http{'s' if found[1] else ''}://{parts.path[found.end() :]}{query}"


def _values(parts: SplitResult, names: frozenset[str], *, known: bool = False) -> Iterator[str]:
    """Yield what the parameters of these names hold; of an unknown host, what nobody quoted goes on to the end."""
    position = 0
    for pair in parts.query.split("&"):
        name, _, value = pair.partition("=")
        start = position + len(name) + 1
        position += len(pair) + 1
        if unquote(name).lower() not in names:
            continue
        if _WRITTEN.match(value) and "?" in value and not known:
            yield _readable(_with_fragment(parts.query[start:], parts))
        elif value:
            yield _readable(_with_fragment(value, parts) if _WRITTEN.match(value) else value)


def _with_fragment(text: str, parts: SplitResult) -> str:
    return f"{text}#{parts.fragment}" if parts.fragment else text


def _readable(value: str) -> str:
    """Return a value as an address: a quoted one unquoted, once or twice, and one in Base64 spelt out."""
    for _ in range(2):
        if _WRITTEN.match(value):
            break
        value = _BRACKETED.sub(r"\1", unquote(value))
    spelt = _BASE64.fullmatch(value)
    if spelt:
        try:
            value = urlsafe_b64decode(spelt[1] + "=" * (-len(spelt[1]) % 4)).decode("utf-8", "strict")
        except (Error, UnicodeDecodeError):
            return ""
    if value.startswith("//"):
        value = f"https:{value}"
    return _UNQUOTED.sub(lambda sign: quote(sign[0]), value.strip())
