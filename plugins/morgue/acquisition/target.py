"""An address that may be asked: http or https, no credentials, one spelling."""

from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from morgue.acquisition.errors import AcquisitionError

_PORTS = {"http": 80, "https": 443}

_LONGEST = 8000
"""Characters of an address; servers take no more (RFC 9110 asks for 8,000)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address in ASCII, without its fragment, and the parts of it that a request is made of."""

    url: str
    secure: bool
    host: str
    """As it is looked up: punycode; an IPv6 address in brackets."""
    port: int
    path: str
    """Path and query."""
    origin: str
    """Scheme, host and port: what a robots.txt speaks for."""


def is_url(what: str) -> bool:
    """Say whether what someone names is an address, right or wrong, and no file."""
    return "://" in what


def target_of(address: str) -> Target:
    """Return an address as what may be asked; raise AcquisitionError where it may not."""
    if len(address) > _LONGEST:
        raise AcquisitionError(f"the address is longer than {_LONGEST} characters; no site has such pages")
    if any(not character.isprintable() for character in address):
        raise AcquisitionError("the address has a line break or another control character in it; correct it")
    parts = _parsed(address.strip())
    if parts.scheme not in _PORTS:
        known = f"{parts.scheme}: is not" if parts.scheme else "it has neither"
        raise AcquisitionError(f"only addresses with http:// and https:// can be captured, and {known}")
    if not parts.host:
        raise AcquisitionError("the address names no host; correct it")
    if parts.auth is not None:
        raise AcquisitionError("the address carries a name or password, which a capture would keep; take it out")
    if len(parts.host) > 253:  # what a name may have at most in the DNS
        raise AcquisitionError("its host's name is longer than a host's name can be; correct the address")
    port = parts.port or _PORTS[parts.scheme]
    authority = parts.host if port == _PORTS[parts.scheme] else f"{parts.host}:{port}"
    origin = f"{parts.scheme}://{authority}"
    path = parts.request_uri
    return Target(origin + path, parts.scheme == "https", parts.host, port, path, origin)


def _parsed(address: str) -> Url:
    try:
        return parse_url(address)
    except (LocationParseError, UnicodeError, ValueError):
        raise AcquisitionError("it is no address of a page; correct it") from None
