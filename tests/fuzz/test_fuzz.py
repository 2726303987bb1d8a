"""Damaged files of every kind: whatever they hold, what comes out are captures and named failures, in good time.

``make nightly`` gives each of them FUZZ_INPUTS inputs; a plain test run only a few.
"""

import io
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.mutations import damaged
from tests.fuzz.seeds import KINDS, PAGES

from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, capture_of, open_stream
from morgue.limits import Limits
from morgue.model import Capture, Failure
from morgue.pipeline import Rooms

INPUTS = int(os.environ.get("FUZZ_INPUTS", "40"))
LIMITS = Limits(bytes=1_000_000, members=2_000, seconds=20)

many = settings(
    max_examples=INPUTS,
    deadline=20_000,  # milliseconds, for an input: far beyond what any takes
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_gives_captures_and_named_failures(kind):
    @many
    @given(damaged(KINDS[kind].seeds))
    def opened(payload):
        file = io.BytesIO(KINDS[kind].packed(payload))
        try:
            for found in open_stream(file, KINDS[kind].name, "file", lambda *_: Sidecar(), LIMITS):
                assert isinstance(found, Capture) or found.reason
        except CaptureError as error:
            assert str(error)  # noqa: PT017  both outcomes are right

    opened()


def test_a_damaged_page_gives_a_clipping_or_a_named_failure():
    rooms = Rooms(Authority(), LIMITS)

    @many
    @given(damaged(PAGES), st.sampled_from([None, "utf-8", "windows-1251", "utf-7", "no such charset", "\0"]))
    def inspected(payload, charset):
        try:
            capture = capture_of(payload, "page.html", charset=charset)
        except CaptureError:  # nothing is left of it
            return
        outcome = rooms.record(capture)
        assert not isinstance(outcome, Failure) or not outcome.passing, outcome

    inspected()
