"""The capture room: a file of any supported format becomes Captures."""
