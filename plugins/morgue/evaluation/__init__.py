"""The evaluation room: scores the others on labelled data."""
