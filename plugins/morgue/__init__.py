"""Morgue: an archive of clippings from raw captured pages. A Pelican plugin, a theme and a command."""
