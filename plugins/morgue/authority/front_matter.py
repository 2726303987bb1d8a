"""A file of front matter and Markdown: YAML between two lines of ``---``, then the body."""

from morgue.authority.yaml_source import Source, SourceError, read_yaml

_FENCE = "---"


def read_front_matter(text: str) -> tuple[Source, str]:
    """Return the front matter and the body, without the blank around it. Raise SourceError."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise SourceError(1, "has no front matter; the first line must be ---")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return read_yaml("\n".join(lines[1:number]), first_line=2), "\n".join(lines[number + 1 :]).strip()
    raise SourceError(1, "front matter has no end; close it with a line ---")
