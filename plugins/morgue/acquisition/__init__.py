"""The acquisition room: pages, files and lists are taken into an archive. Nothing else of Morgue asks the network."""

from morgue.acquisition.acquirer import Acquirer
from morgue.acquisition.clock import Clock
from morgue.acquisition.errors import AcquisitionError, StorageError
from morgue.acquisition.journal import Journal
from morgue.acquisition.run import Added, run
from morgue.acquisition.target import is_url
from morgue.capture.errors import plain

__all__ = ["Acquirer", "AcquisitionError", "Added", "Clock", "Journal", "StorageError", "is_url", "plain", "run"]
