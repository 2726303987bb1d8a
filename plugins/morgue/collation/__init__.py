"""The collation room: the whole archive at once. Versions, stories, discovered actors."""
