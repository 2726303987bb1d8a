"""Results packed by a dictionary of their own archive."""

import pytest

from morgue.authority import Authority
from morgue.cache import Cache
from morgue.model import Block, Capture, Clipping, Mask
from morgue.pipeline import DICTIONARY, Cleaned, Results
from morgue.pipeline.dictionaries import Dictionaries
from morgue.pipeline.packing import Found, pack, unpack
from morgue.zstandard import zstd

LEARNED = 130
"""Results enough for a dictionary."""
WORDS = (
    "harbour",
    "dredging",
    "council",
    "tender",
    "quay",
    "ferry",
    "pilot",
    "tide",
    "lock",
    "barge",
    "crane",
    "customs",
)


def _capture(number):
    return Capture(f"page-{number}.html", b"%d" % number, "text/html")


def _cleaned(number):
    """Return a clipping like no other: words of the archive in an order of its own."""
    text = " ".join(WORDS[(number * step + step * step) % len(WORDS)] for step in range(60)) + f" {number}"
    block = Block("paragraph", 0, len(text), "/html/body/main/article/p[1]")
    capture = _capture(number)
    clipping = Clipping(
        capture.origin, capture.sha256, None, None, "Harbour", (), None, None, None, None, text, (block,)
    )
    return Cleaned(clipping, Mask(), ())


@pytest.fixture
def folder(tmp_path):
    """Return a cache's folder: with results enough that the last were packed by a dictionary."""
    _keep(tmp_path, range(LEARNED + 20))
    return tmp_path


def _keep(folder, numbers):
    with Cache(folder, 10_000_000, lasting=DICTIONARY) as cache:
        results = Results(cache, Authority())
        for number in numbers:
            results.keep(_capture(number), _cleaned(number))


def _known(folder):
    """Return the numbers of the pages that need not be read again, each of which must be as it was."""
    with Cache(folder, 10_000_000, lasting=DICTIONARY) as cache:
        results = Results(cache, Authority())
        found = {number: results.cleaned(_capture(number)) for number in range(LEARNED + 20)}
    assert all(cleaned is None or _says(cleaned) == _says(_cleaned(number)) for number, cleaned in found.items())
    return [number for number, cleaned in found.items() if cleaned]


def _says(cleaned):
    return cleaned.clipping.extracted, cleaned.clipping.blocks, cleaned.mask


def test_what_comes_before_and_after_the_dictionary_is_read(folder):
    assert _known(folder) == [*range(LEARNED + 20)]


def test_by_the_dictionary_a_result_takes_less_room(folder):
    with Cache(folder, 10_000_000) as cache:
        dictionaries = Dictionaries(cache)
        found = Found((), (), ())
        assert len(dictionaries.now) > 1000
        assert unpack(Found, pack(found, dictionaries.now), dictionaries.now) == found
        results = Results(cache, Authority())
        before = cache.stats().entries[b"c"]
        results.keep(_capture(999), _cleaned(999))
        cache.flush()
        after = cache.stats().entries[b"c"]
    assert after[1] - before[1] < 0.7 * before[1] / before[0]


def test_a_later_run_goes_on_with_the_same(folder):
    with Cache(folder, 10_000_000) as cache:
        first = Dictionaries(cache).now
    _keep(folder, range(LEARNED + 20, 3 * LEARNED))
    with Cache(folder, 10_000_000) as cache:
        assert Dictionaries(cache).now == first
        assert cache.stats().entries[DICTIONARY][0] == 2


def test_two_builds_at_once_may_each_have_their_own(tmp_path):
    with Cache(tmp_path, 10_000_000) as one, Cache(tmp_path, 10_000_000) as two:
        both = Results(one, Authority()), Results(two, Authority())
        for number in range(LEARNED + 20):
            for results, at in zip(both, (number, number + 1000), strict=True):
                results.keep(_capture(at), _cleaned(at))
    with Cache(tmp_path, 10_000_000) as cache:
        results = Results(cache, Authority())
        for number in range(LEARNED + 20):
            assert _says(results.cleaned(_capture(number))) == _says(_cleaned(number))
            assert _says(results.cleaned(_capture(number + 1000))) == _says(_cleaned(number + 1000))


def test_what_a_lost_dictionary_packed_is_made_anew(folder):
    with Cache(folder, 10_000_000) as cache:
        number = Dictionaries(cache).now[4:8]
        cache.put(DICTIONARY + int.from_bytes(number, "little").to_bytes(15), b"")
    known = _known(folder)
    assert known == [*range(len(known))]
    assert 0 < len(known) < LEARNED + 20
    _keep(folder, range(len(known), LEARNED + 20))
    assert _known(folder) == [*range(LEARNED + 20)]


def test_in_a_full_cache_the_dictionary_goes_last(folder):
    with Cache(folder, 10_000_000, lasting=DICTIONARY) as cache:
        full = cache.stats().size
        cache.prune(full - 5_000)
    known = _known(folder)
    assert 0 < len(known) < LEARNED + 20
    assert known[-1] == LEARNED + 19


def test_samples_that_teach_nothing_make_none(tmp_path, monkeypatch):
    def untaught(*_):
        raise zstd.ZstdError("the samples are too few")

    monkeypatch.setattr(zstd, "train_dict", untaught)
    _keep(tmp_path, range(LEARNED + 20))
    assert _known(tmp_path) == [*range(LEARNED + 20)]
    with Cache(tmp_path, 10_000_000) as cache:
        assert Dictionaries(cache).now == b""
