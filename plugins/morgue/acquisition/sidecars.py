"""The sidecar that a new capture gets: what is known of it, and lines that an archivist completes."""

from datetime import datetime

_TO_COMPLETE = """\
# What the page does not say, or says wrongly; take the # away to say it (docs/authority.md):
# published: {year}
# source: The Evening Post
# byline: Foreign desk
# topics: []
# rights: © The Evening Post
# note: A sentence to readers.
"""


def sidecar_of(url: str, captured: datetime) -> bytes:
    """Return the sidecar of an address that was captured.

    It does not give the address: the page itself knows a better one where this led on, or carries tracking.
    """
    return (
        f"# Captured with morgue add from {url}\n"
        f"captured: {captured:%Y-%m-%dT%H:%M:%SZ}\n{_TO_COMPLETE.format(year=captured.year)}"
    ).encode()


def sidecar_of_page(url: str | None, added: datetime) -> bytes:
    """Return the sidecar of a page that came from standard input; when it was captured is not known."""
    place = f'url: "{url}"\n' if url else "# url: https://…\n"
    return (
        "# Added with morgue add from standard input\n"
        f"{place}# captured: {added:%Y-%m-%dT%H:%M:%SZ}\n{_TO_COMPLETE.format(year=added.year)}"
    ).encode()
