"""What a page says of itself to machines: titles, links, meta elements and JSON-LD, wherever they stand."""

from lxml.html import HtmlElement

from morgue.extraction.metadata.jsonld import Graph

_NAMES = ("property", "name", "itemprop", "http-equiv")


class Head:
    """What the elements that no reader sees say, found in one look."""

    def __init__(self, tree: HtmlElement) -> None:
        self.metas: dict[str, list[str]] = {}
        self.canonical: list[str] = []
        self.window = ""
        self.tags = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
        scripts: list[str] = []
        for element in tree.iter("meta", "title", "link", "script"):
            if element.tag == "meta":
                self._read_meta(element)
            elif element.tag == "script":
                if "ld+json" in element.get("type", "").lower():
                    scripts.append(element.text or "")
            elif element.tag == "title":
                self.window = self.window or " ".join("".join(element.itertext()).split())
            elif "canonical" in element.get("rel", "").lower().split():
                self.canonical.append(element.get("href", ""))
        self.graph = Graph(scripts)
        self.article = self.graph.article((self.window, self.meta("og:title")))

    def _read_meta(self, element: HtmlElement) -> None:
        content = element.get("content", "").strip()
        for name in _NAMES if content else ():
            for each in element.get(name, "").lower().split():
                self.metas.setdefault(each, []).append(content)

    def meta(self, *names: str) -> str:
        """Return what the first of some meta elements says that says anything."""
        return next((text for name in names for text in self.metas.get(name, ())), "")
