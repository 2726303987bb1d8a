"""Morgue: an archive of clippings from raw captured pages. A Pelican plugin, a theme and a command."""

from typing import Any


def register() -> None:
    """Wait for Pelican to be ready: what goes wrong in here Pelican only logs, and then builds an empty site."""
    from pelican.plugins import signals  # noqa: PLC0415  the command and the workers do without Pelican

    signals.initialized.connect(_initialized)


def _initialized(pelican: Any) -> None:
    """Check everything that a build rests on, before it writes anything."""
    try:
        from morgue.publication.receivers import open_edition  # noqa: PLC0415  a missing dependency has to show here
    except ImportError as error:
        raise SystemExit(
            f"Morgue cannot start: {error}. Install what it needs: make, or pip install pelican-morgue"
        ) from error
    open_edition(pelican)
