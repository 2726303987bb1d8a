"""What can go wrong while the archive is made searchable."""


class SearchError(Exception):
    """The search bundle cannot be made; the message says why and what to do."""
