"""What a page says of its own links: that they are paid for, or that it does not stand behind them."""

from lxml.html import HtmlElement

_DISOWNED = ("sponsored", "nofollow", "ugc")


def rels_of(tree: HtmlElement) -> dict[str, str]:
    """Return the addresses that a page disowns, each with the word that says so, wherever it links to them."""
    rels: dict[str, str] = {}
    for link in tree.iter("a"):
        address = link.get("href")
        if address:
            words = link.get("rel", "").lower().split()
            rel = next((word for word in _DISOWNED if word in words), "")
            rels[address] = rel if rels.get(address, rel) else ""
    return {address: rel for address, rel in rels.items() if rel}
