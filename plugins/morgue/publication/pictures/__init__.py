"""The pictures of articles: those that a capture holds stand in the archive, the others become a link."""
