"""Who wrote it: names, and none that the page only seems to give."""

from collections.abc import Iterable, Sequence

from morgue.extraction.metadata.days import is_year
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.leads import led
from morgue.extraction.metadata.names import is_account, is_body, is_person, names_in
from morgue.extraction.metadata.outlets import key_of
from morgue.extraction.metadata.shown import shown_authors
from morgue.letters import ends_sentence, fold, words_of

_METAS = (
    *("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"),
    *("cxenseparse:author", "article.author", "citation_author"),
)
_WRITTEN = frozenset(("written by", "author", "by"))
"""What a label of a preview says whose datum is the author."""

_MOST_WORDS = 8
"""Of a dump's line that says who wrote it, or when."""


def byline_of(evidence: Evidence, headline: int | None, outlets: Sequence[str]) -> tuple[str, ...]:
    """Return the names of those who wrote an article, in their order.

    What the page tells machines comes first, unless its readers are told of others, or shown more names. The outlet
    and an account are authors only where the page shows them as such; a person whose site bears their name always is.
    Who only took the pictures, edited or translated it is named where nobody else is.
    """
    stated, bodies = _stated(evidence)
    shown = shown_authors(evidence, headline)
    seen = _once(shown.authors)
    keys = {key for outlet in outlets for key in (key_of(outlet), *map(key_of, outlet.split(".")))} - {""}
    named, others = ([name for name in names if not _is_weak(name, keys)] for names in (stated, seen))
    if (others and shown.told and all(map(is_person, others))) or (named and _says_more(others, named)):
        return tuple(others)
    visible = {*map(key_of, (*shown.pieces, *seen))}
    persons = [name for name in stated if is_person(name) and not is_body(name) and key_of(name) not in bodies]
    weak = [name for name in stated if key_of(name) in visible]
    return tuple(named or others or persons or weak or seen or _once(shown.helpers))


def byline_of_dump(lines: Sequence[str]) -> tuple[str, ...]:
    """Return who wrote a dump's text: the first of two ``lines`` behind its title says so, if the other is a date."""
    if len(lines) < 2 or ends_sentence(lines[0]) or not any(map(is_year, words_of(lines[1]))):
        return ()
    short = max(len(line.split()) for line in lines) <= _MOST_WORDS
    return tuple(_once(names_in(lines[0]))) if short and led(lines[0])[0] == "by" else ()


def _is_weak(name: str, outlets: set[str]) -> bool:
    """Say whether a name is the outlet's, perhaps cut short by a template, or an account's."""
    key = key_of(name)
    cut = " " in name and any(outlet.startswith(key) or outlet.endswith(key) for outlet in outlets)
    return cut or key in outlets or is_account(name)


def _says_more(names: Sequence[str], than: Sequence[str]) -> bool:
    """Say whether names are others' and some more; forms of address aside."""
    return len(names) > len(than) and all(any(key_of(name).endswith(key_of(one)) for name in names) for one in than)


def _stated(evidence: Evidence) -> tuple[list[str], set[str]]:
    """Return the names that the page tells machines, and the keys of those that are said to be organisations'."""
    head = evidence.head
    for node in (evidence.article, head.graph.page()):
        told = [(name, body) for text, body in head.graph.named(node.get("author")) for name in names_in(text)]
        if told:
            return _once(name for name, _ in told), {key_of(name) for name, body in told if body}
    labels = (f"twitter:data{at}" for at in "12" if fold(head.meta(f"twitter:label{at}")) in _WRITTEN)
    for meta in (*_METAS, *labels):
        if found := _once(name for text in head.metas.get(meta, ()) for name in names_in(text)):
            return found, set()
    return [], set()


def _once(names: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        if key_of(name):
            kept.setdefault(key_of(name), name)
    return list(kept.values())
