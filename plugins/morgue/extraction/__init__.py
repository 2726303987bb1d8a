"""The extraction room: a Capture becomes a Clipping, its metadata and its blocks, or is refused with a reason."""
