"""One build of the site: the archive on disk, what came of it, and the articles made of that."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

from morgue.publication.articles import ClippingArticle
from morgue.publication.catalogue import Catalogue
from morgue.workspace import Workspace


@dataclass
class Edition:
    """What Pelican's signals pass on to each other; ``articles`` are by address.

    ``made`` is where pictures wait until the site's folder is emptied; it goes with the edition at the latest.
    """

    workspace: Workspace
    catalogue: Catalogue = field(init=False)
    articles: dict[str, ClippingArticle] = field(default_factory=dict)
    made: Path = field(init=False)

    def make_room(self) -> Path:
        """Return an empty folder for what is made before the site's folder is emptied."""
        self.made = Path(mkdtemp(prefix="morgue-"))
        finalize(self, shutil.rmtree, self.made, ignore_errors=True)
        return self.made
