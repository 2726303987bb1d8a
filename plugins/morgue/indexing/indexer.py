"""One clipping under its mask becomes a record: who is named, who says what, what it is about."""

from morgue.authority.entries import Authority
from morgue.indexing.actors import ActorIndex
from morgue.indexing.page import Page, fold, primary
from morgue.indexing.quotes import find_quotes
from morgue.indexing.topics import TopicIndex
from morgue.model import Clipping, Mask, Record


class Indexer:
    """Indexes clippings against the authority files: built once a process, then a pure function of each clipping."""

    def __init__(self, authority: Authority, model: str = "") -> None:
        """Take what the archivists wrote, and the name of a user's own model that discovers actors."""
        self._actors = ActorIndex(authority.actors, authority.built_in, model)
        self._topics = TopicIndex(authority.topics)

    def index(self, clipping: Clipping, mask: Mask) -> Record:
        """Return the record of a clipping; every position in it is into what the mask leaves of the extraction."""
        text = mask.text(clipping.extracted)
        language = primary(clipping.language)
        page, title = Page(fold(text), language), Page(fold(clipping.title), language)
        actors = self._actors.find(page, title, clipping.sidecar.actors or (), clipping.published)
        quotes = find_quotes(page, text, actors, quotations(clipping, mask))
        topics = self._topics.find(page, title, clipping.sidecar.topics or ())
        return Record(clipping, mask, text, actors, quotes, topics)


def quotations(clipping: Clipping, mask: Mask) -> list[tuple[int, int]]:
    """Return where the block quotes of a clipping stand in what the mask leaves of it."""
    blocks = [block for block in clipping.blocks if block.kind == "quotation"]
    return [span for block in blocks if (span := mask.left_of(block.start, block.end, len(clipping.extracted)))]
