"""What travels from room to room: frozen values, made of plain types, so that any process can send them to another.

All positions are in Unicode code points, half open: ``[start, end)``.
"""

from morgue.model.archive import ActorEntry, Archive, Sighting, StaleLine, Story, Version, Withheld
from morgue.model.capture import Capture
from morgue.model.clipping import SEPARATOR, Block, BlockKind, Clipping, Mark, Picture
from morgue.model.mask import LinkChange, Mask, Removal, in_order
from morgue.model.record import CERTAIN, ActorKind, Failure, Mention, NamedActor, Quote, QuoteKind, Record, TopicMatch
from morgue.model.value import Value

__all__ = [
    "CERTAIN",
    "SEPARATOR",
    "ActorEntry",
    "ActorKind",
    "Archive",
    "Block",
    "BlockKind",
    "Capture",
    "Clipping",
    "Failure",
    "LinkChange",
    "Mark",
    "Mask",
    "Mention",
    "NamedActor",
    "Picture",
    "Quote",
    "QuoteKind",
    "Record",
    "Removal",
    "Sighting",
    "StaleLine",
    "Story",
    "TopicMatch",
    "Value",
    "Version",
    "Withheld",
    "in_order",
]
