"""The collation room: the whole archive at once. Versions, stories, discovered actors."""

from morgue.collation.archive import collate
from morgue.collation.display import display_of

__all__ = ["collate", "display_of"]
