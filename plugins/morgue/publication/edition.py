"""One build of the site: the archive on disk, what came of it, and the articles made of that."""

from dataclasses import dataclass, field

from morgue.publication.articles import ClippingArticle
from morgue.publication.catalogue import Catalogue
from morgue.workspace import Workspace


@dataclass
class Edition:
    """What Pelican's signals pass on to each other; ``articles`` are by address."""

    workspace: Workspace
    catalogue: Catalogue = field(init=False)
    articles: dict[str, ClippingArticle] = field(default_factory=dict)
