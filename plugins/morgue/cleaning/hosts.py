"""Whose a host is: the domain that somebody registered, and its name without the country."""

from functools import lru_cache

from courlan import extract_domain

from morgue.address import host_of

_REGISTRIES = frozenset({"co", "com", "net", "org", "ne", "or", "gov", "ac", "edu"})
"""What stands before a country's own ending where names are registered below it: "co" in co.uk."""


@lru_cache(maxsize=4096)
def domain_of(url: str) -> str:
    """Return the registered domain of an address, or nothing where there is no host."""
    host = host_of(url)
    return (extract_domain(url) or ".".join(host.split(".")[-2:])) if "." in host else ""


def name_of(host: str) -> str:
    """Return the name that a host's owner goes by in every country: "amazon" for www.amazon.co.uk."""
    labels = host.lower().split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _REGISTRIES:
        labels.pop()
    return labels[-1] if labels else ""
