"""The cleaning room: one rule a file, each a mask over the extraction, which itself never changes."""
