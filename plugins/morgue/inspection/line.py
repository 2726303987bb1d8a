"""One JSON object a capture: its shape is documented in docs/inspect.md and versioned."""

import json
from typing import Any

from morgue.cleaning import standing_pictures
from morgue.markup import render_blocks
from morgue.model import Failure, Record

SCHEMA = 1
"""Raised when a field changes its meaning or goes; a new field does not raise it."""


def json_line(outcome: Record | Failure) -> str:
    """Return one capture as a line of JSON. Positions are code points, half open."""
    return json.dumps(_fields(outcome), ensure_ascii=False)


def _fields(outcome: Record | Failure) -> dict[str, Any]:
    if isinstance(outcome, Failure):
        return {"schema": SCHEMA, "origin": outcome.origin, "error": outcome.reason}
    clipping, text = outcome.clipping, outcome.text
    return {
        "schema": SCHEMA,
        "origin": clipping.origin,
        "sha256": clipping.digest,
        "url": clipping.url,
        "source": clipping.source,
        "title": clipping.title,
        "byline": list(clipping.byline),
        "published": clipping.published,
        "updated": clipping.updated,
        "captured": clipping.captured,
        "language": clipping.language,
        "text": text,
        "extracted": clipping.extracted,
        "blocks": [
            {"kind": block.kind, "start": block.start, "end": block.end, "html": html}
            for block, html in zip(clipping.blocks, render_blocks(clipping), strict=True)
        ],
        "pictures": [
            {
                "at": picture.at,
                "address": picture.address or None,
                "alt": picture.alt,
                "caption": clipping.caption_of(picture),
                "credit": picture.credit,
                "width": picture.width or None,
                "height": picture.height or None,
            }
            for picture in standing_pictures(clipping, outcome.mask)
        ],
        "removed": [
            {
                "rule": removal.rule,
                "reason": removal.reason,
                "start": removal.start,
                "end": removal.end,
                "text": clipping.extracted[removal.start : removal.end],
            }
            for removal in outcome.mask.removals
        ],
        "links_changed": [
            {"start": link.start, "end": link.end, "was": link.was, "now": link.now, "rule": link.rule}
            for link in outcome.mask.links
        ],
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "known": actor.known,
                "mentions": [[mention.start, mention.end] for mention in actor.mentions],
            }
            for actor in outcome.actors
        ],
        "quotes": [
            {
                "speaker": quote.speaker,
                "actor": quote.actor,
                "text": text[quote.start : quote.end],
                "start": quote.start,
                "end": quote.end,
                "cue": quote.cue,
                "kind": quote.kind,
                "rule": quote.rule,
                "confidence": quote.confidence,
                "read_from": list(quote.read_from) if quote.read_from else None,
            }
            for quote in outcome.quotes
        ],
        "topics": [
            {
                "id": topic.id,
                "label": topic.label,
                "score": topic.score,
                "evidence": [text[start:end] for start, end in topic.evidence],
            }
            for topic in outcome.topics
        ],
        "refused": clipping.refused or None,
        "incomplete": clipping.incomplete or None,
        "error": None,
    }
