"""Digests are made ahead: of few captures, in their order."""

import hashlib
import pickle

import pytest

from morgue.model import Capture, Failure
from morgue.pipeline.ahead import with_digests

MEGABYTE = 1_000_000


def _pages(sizes):
    for number, size in enumerate(sizes):
        yield Capture(f"{number}.html", b"%09d" % number * (size // 9), "text/html")


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 40])
def test_captures_and_failures_come_in_their_order_with_digests(count):
    found = [each for page in _pages([90] * count) for each in (page, Failure(page.origin, "damaged"))]
    passed = []
    for each, given in zip(with_digests(iter(found)), found, strict=True):
        assert each is given
        passed += [vars(each)["sha256"]] if isinstance(each, Capture) else []
    assert passed == [hashlib.sha256(page.payload).hexdigest() for page in _pages([90] * count)]


@pytest.mark.parametrize(("size", "ahead"), [(90, 16), (MEGABYTE, 10), (20 * MEGABYTE, 2)])
def test_few_are_read_ahead(size, ahead):
    read = 0

    def counted():
        nonlocal read
        for page in _pages([size] * 30):
            read += 1
            yield page

    for handed_on, _ in enumerate(with_digests(counted())):
        assert read - handed_on <= ahead


def test_what_is_raised_while_reading_comes_through():
    def broken():
        yield from _pages([90])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(with_digests(broken()))


def test_a_digest_stays_with_a_capture_without_its_bytes_and_sent_elsewhere():
    [page] = _pages([90])
    digest = hashlib.sha256(page.payload).hexdigest()
    bare = page.without_payload()
    assert (bare.origin, bare.payload, bare.sha256) == (page.origin, b"", digest)
    assert vars(pickle.loads(pickle.dumps(page)))["sha256"] == digest
