"""Known names: the authority file's, in every case of a language, and surnames that stand alone."""
