"""The authority room: what archivists wrote, checked."""
