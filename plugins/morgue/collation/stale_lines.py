"""Decisions that meet nothing: their clippings left the archive, or the machine finds their actors no more."""

from collections.abc import Container, Iterator, Mapping

from morgue.address import address_of
from morgue.authority.decisions import REST, Decisions
from morgue.authority.entries import Authority
from morgue.authority.near import did_you_mean
from morgue.model import StaleLine

_SHOWN = 5
"""Clippings that are listed in one line."""

_Missing = tuple[tuple[str | int, ...], str]
"""Where in the file, and what is missing."""


def stale_lines(authority: Authority, named: Mapping[str, set[str]], withheld: Container[str]) -> Iterator[StaleLine]:
    """Yield the lines that name actors or clippings that there are not, in the order of the file.

    ``named`` are the ids that the machine found at each address, as it found them. Of what is withheld nothing is said.
    """
    decisions = authority.decisions
    ids = set().union(*named.values()) if named else set()
    there = ids | authority.actors.keys()
    for keys, missing in (*_merges(decisions, there), *_parts(decisions, ids, named, withheld)):
        yield StaleLine(decisions.place(*keys), missing)
    made = there | decisions.merge.keys() | {part for parts in decisions.split.values() for part in parts}
    for actor in decisions.rename:
        if actor not in made:
            yield StaleLine(decisions.place("rename", actor), f"rename: {_nobody(actor, there)}")
    for at, actor in enumerate(decisions.reject):
        if actor not in there:
            yield StaleLine(decisions.place("reject", at), f"reject: {_nobody(actor, there)}")
    for field in ("same", "different"):
        for at, group in enumerate(getattr(decisions, field)):
            for place, url in enumerate(group):
                if _is_gone(url, named, withheld):
                    yield StaleLine(decisions.place(field, at, place), f"{field}: {_no_clipping(url)}")


def _merges(decisions: Decisions, there: set[str]) -> Iterator[_Missing]:
    made = there | {part for parts in decisions.split.values() for part in parts}
    for stays, several in decisions.merge.items():
        if stays not in made:
            yield ("merge", stays), f"merge: {_nobody(stays, there)}"
        for at, gone in enumerate(several):
            if gone not in there:
                yield ("merge", stays, at), f"merge: {_nobody(gone, there)}; its old address leads on all the same"


def _parts(
    decisions: Decisions, ids: set[str], named: Mapping[str, set[str]], withheld: Container[str]
) -> Iterator[_Missing]:
    for whole, parts in decisions.split.items():
        if whole not in ids:
            yield ("split", whole), f"split: {_nobody(whole, ids)}; its old address leads on all the same"
            continue
        said: set[str] = set()
        for part, clippings in parts.items():
            for at, clipping in enumerate(clippings):
                address = clipping if clipping == REST else address_of(clipping, "")
                said.add(address)
                if clipping == REST or address in withheld:
                    continue
                if address not in named:
                    yield ("split", whole, part, at), f"split: {_no_clipping(clipping)}"
                elif whole not in named[address]:
                    yield ("split", whole, part, at), f"split: {clipping} does not name {whole}"
        left = sorted(address for address, actors in named.items() if whole in actors and address not in said)
        if left and REST not in said:
            yield ("split", whole), f"split: {whole} is nobody in clippings that no part has: {_some(left)}"


def _some(addresses: list[str]) -> str:
    more = f" and {len(addresses) - _SHOWN} more" if len(addresses) > _SHOWN else ""
    return ", ".join(addresses[:_SHOWN]) + more


def _is_gone(url: str, named: Container[str], withheld: Container[str]) -> bool:
    address = address_of(url, "")
    return address not in named and address not in withheld


def _nobody(actor: str, near: set[str]) -> str:
    return f"no clipping names {actor}{did_you_mean(actor, near)}"


def _no_clipping(url: str) -> str:
    return f"the archive has no clipping of {url}"
