"""An archive's pictures, from its captures to files for its site."""

from pathlib import Path

from morgue.capture import find_captures
from morgue.pipeline import Workers, cache_of
from morgue.pipeline.archive import Warn
from morgue.publication.catalogue import Catalogue
from morgue.publication.pictures.album import illustrated, unarchived
from morgue.publication.pictures.archiving import Archiving
from morgue.publication.pictures.shapes import Pictures
from morgue.workspace import Workspace


def archive_pictures(catalogue: Catalogue, workspace: Workspace, folder: Path, warn: Warn) -> Pictures:
    """Return the pictures of all pages, and lay the files of those that captures hold into a folder.

    ``warn`` is told what is wrong with the cache.
    """
    pages = illustrated(catalogue)
    if workspace.settings.images == "none" or not pages:
        return unarchived(pages)
    files = {workspace.origin(path): path for path in find_captures(workspace.capture_folders)}
    with cache_of(workspace, warn) as cache, Workers(workspace.settings.workers) as executor:
        many = executor if executor.count > 1 else None
        return Archiving(folder, cache, workspace.settings.limits, many).archived(pages, files)
