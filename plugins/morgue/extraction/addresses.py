"""Where a page's links lead, and what it says of them: that they are paid for, or that it does not stand by them."""

from urllib.parse import urljoin

from lxml.html import HtmlElement

from morgue.model import Mark

_DISOWNED = ("sponsored", "nofollow", "ugc")


class Addresses:
    """What a page's links start from, and which of them it disowns."""

    def __init__(self, tree: HtmlElement, url: str | None) -> None:
        stated = next((address for element in tree.iter("base") if (address := element.get("href"))), "")
        self._base = _absolute(url or "", stated)
        self._rels = _rels_of(tree)

    def whole(self, address: str) -> str:
        """Return an address from the page's as a whole one, as far as that is known."""
        return _absolute(self._base, address)

    def resolved(self, link: Mark) -> Mark:
        """Return a link with its whole address, and with the page's own word on it."""
        return Mark(link.start, link.end, link.tag, self.whole(link.href), self._rels.get(link.href, ""))


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # a hostile one is no address, and shown as it stands
        return address


def _rels_of(tree: HtmlElement) -> dict[str, str]:
    """Return the addresses that a page disowns, each with the word that says so, wherever it links to them."""
    rels: dict[str, str] = {}
    for link in tree.iter("a"):
        address = link.get("href")
        if address:
            words = link.get("rel", "").lower().split()
            rel = next((word for word in _DISOWNED if word in words), "")
            rels[address] = rel if rels.get(address, rel) else ""
    return {address: rel for address, rel in rels.items() if rel}
