"""The collation room: the whole archive at once. Versions, stories, discovered actors, who meets and who says what."""

from morgue.collation.archive import collate
from morgue.collation.co_mentions import CoMention, CoMentions, co_mentions, named_at
from morgue.collation.display import display_of
from morgue.collation.idle_rules import IdleRule, idle_rules
from morgue.collation.said import SaidOnce, said_once

__all__ = [
    "CoMention",
    "CoMentions",
    "IdleRule",
    "SaidOnce",
    "co_mentions",
    "collate",
    "display_of",
    "idle_rules",
    "named_at",
    "said_once",
]
