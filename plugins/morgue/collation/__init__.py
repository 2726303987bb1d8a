"""The collation room: the whole archive at once. Versions, stories, discovered actors."""

from morgue.collation.archive import collate
from morgue.collation.display import display_of
from morgue.collation.idle_rules import IdleRule, idle_rules

__all__ = ["IdleRule", "collate", "display_of", "idle_rules"]
