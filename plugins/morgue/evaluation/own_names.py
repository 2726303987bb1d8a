"""Authority files made from a corpus's own names, as an archivist would write them who knew everyone in it."""

from collections import defaultdict
from collections.abc import Iterable

from morgue.authority.builtin import with_built_in
from morgue.authority.entries import Actor, Authority
from morgue.evaluation.labelled_actors import LabelledText

_KINDS = ("person", "organisation")


def own_authority(texts: Iterable[LabelledText]) -> Authority:
    """Return a file for each person and organisation that texts name: Wikidata's label, and every name in the texts."""
    labels: dict[str, tuple[str, str]] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for kind in _KINDS:
            for label in text.names(kind):
                if label.wikidata:
                    labels.setdefault(label.wikidata, (label.name, kind))
                    names[label.wikidata].add(text.text[label.start : label.end])
    actors = {
        item.lower(): Actor.model_validate(
            {
                "id": item.lower(),
                "name": name,
                "kind": kind,
                "wikidata": item,
                "aliases": {"any": sorted(names[item] - {name})} if names[item] - {name} else {},
            }
        )
        for item, (name, kind) in sorted(labels.items())
    }
    known, built_in = with_built_in(actors)
    return Authority(actors=known, built_in=built_in, unfiled=built_in - actors.keys())
