"""The publication room: the only one that knows Pelican."""
