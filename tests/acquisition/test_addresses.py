"""What may be asked for: addresses, and the hosts behind them."""

from pathlib import Path

import pytest
import yaml

from morgue.acquisition import AcquisitionError
from morgue.acquisition.private import is_public
from morgue.acquisition.target import target_of

HERE = Path(__file__).parent
TARGETS = yaml.safe_load((HERE / "targets.yml").read_text(encoding="utf-8"))
HOSTS = yaml.safe_load((HERE / "hosts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("given", "asked"), TARGETS["asked"].items())
def test_an_address_is_asked_for_in_one_spelling(given, asked):
    assert target_of(given).url == asked


@pytest.mark.parametrize(("given", "reason"), TARGETS["refused"].items())
def test_what_is_no_address_of_a_page_is_refused_with_its_reason(given, reason):
    with pytest.raises(AcquisitionError, match=reason):
        target_of(given)


@pytest.mark.parametrize("tail", ["/" + "a" * 65536, "/?" + "a=b&" * 16384, "." + "a." * 32768 + "example/"])
def test_an_address_of_64_kilobytes_is_refused(tail):
    with pytest.raises(AcquisitionError, match="longer than 8000 characters"):
        target_of("https://harbour-courier.example" + tail)


def test_an_address_with_bytes_that_are_no_text_is_refused():
    with pytest.raises(AcquisitionError, match="control character"):
        target_of("https://harbour-courier.example/\udcff")


def test_a_host_of_300_characters_is_refused():
    with pytest.raises(AcquisitionError, match="host"):
        target_of(f"https://{'harbour.' * 40}example/")


@pytest.mark.parametrize("host", HOSTS["public"])
def test_a_host_of_the_public_network_may_be_asked(host):
    assert is_public(host)


@pytest.mark.parametrize("host", HOSTS["private"])
def test_a_host_of_another_network_may_not(host):
    assert not is_public(host)
