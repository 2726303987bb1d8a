"""What the tests of formats share."""

import pytest

from morgue.authority import Authority
from morgue.authority.described import Described
from morgue.limits import STANDARD
from morgue.model import Capture, Failure
from morgue.pipeline.reading import CaptureFile, Reading

PAGE = b"<!DOCTYPE html><html><head><title>Harbour</title></head><body><p>The council met.</p></body></html>"


@pytest.fixture
def page():
    return PAGE


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a file of that name: the captures by origin, and the failures' reasons likewise.

    What is no declared error fails the test.
    """

    def read(name, payload=None, limits=STANDARD, described=None):
        path = tmp_path / name
        if payload is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(payload)
        file = CaptureFile(path, name, described or Described())
        outcomes = list(Reading([file], Authority(), limits).captures())
        assert not [each for each in outcomes if isinstance(each, Failure) and each.passing]
        captures = {each.origin: each for each in outcomes if isinstance(each, Capture)}
        failures = {each.origin: each.reason for each in outcomes if isinstance(each, Failure)}
        return captures, failures

    return read
