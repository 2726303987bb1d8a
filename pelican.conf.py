"""The settings of this archive: Pelican's own, then Morgue's (docs/settings.md, docs/publication.md)."""

import logging
import os

SITENAME = "Morgue: a sample archive"
SITESUBTITLE = "News pages on three public stories of 2025, filed by topic and by actor."

# Where the archive will stand: make SITEURL=https://example.org/archive. Without it every address is relative.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["morgue"]

# The language of the pages around the clippings; a clipping keeps its own.
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# Without SITEURL Morgue makes the addresses in feeds relative, so Pelican's warning about them is no use.
LOG_FILTER = [(logging.WARNING, "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid")]

# Shown on every page. Your own archive: delete the line.
MORGUE_NOTICE = "This archive is a sample: its outlets are invented, its texts were written for it."
