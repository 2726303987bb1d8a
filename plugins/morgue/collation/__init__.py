"""The collation room: the whole archive at once. Versions, stories, discovered actors."""

from morgue.collation.archive import collate
from morgue.collation.display import display_of
from morgue.collation.idle_rules import IdleRule, idle_rules
from morgue.collation.said import SaidOnce, said_once

__all__ = ["IdleRule", "SaidOnce", "collate", "display_of", "idle_rules", "said_once"]
