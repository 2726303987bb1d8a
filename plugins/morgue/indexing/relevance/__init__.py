"""Which entries of the authority files can have a say in what is found on a page: those of which a name occurs.

It errs on the safe side: an entry that is not relevant has no effect on the page, whatever it says. So a change to it
need not be read again.
"""

from morgue.indexing.relevance.changes import Changes, traces_of
from morgue.indexing.relevance.entries import Entry
from morgue.indexing.relevance.relevance import Relevance

__all__ = ["Changes", "Entry", "Relevance", "traces_of"]
