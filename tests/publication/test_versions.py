"""The versions of a clipping, as its page lists them."""

import lxml.html
import pytest

from morgue.model import Sighting, Version

STORY = "clippings/herald.example/lock-0ae68520/"


def listed(build, small, *versions):
    """Return the list of versions on the page of a clipping whose newest version is the small archive's."""
    newest = Version(small.record(), (Sighting("2025-03-01", "a.html"), Sighting(None, "crawl.warc.gz#12")))
    older = [Version(version, (Sighting(version.clipping.captured, "b.html"),)) for version in versions]
    archive = small.archive(newest.record)
    archive.versions[STORY] = (newest, *older)
    page = lxml.html.parse(str(build(archive) / STORY / "index.html")).getroot()
    return [" ".join(item.text_content().split()) for item in page.xpath("//ol[@class='versions']/li")]


def test_each_version_says_when_and_where_it_was_captured(build, small):
    """A version that several captures hold names each, also one of which the time is not known."""
    older = small.record(captured="2024-05", digest="ab" * 32)
    digest = small.record().clipping.digest[:16]
    assert listed(build, small, older) == [
        f"The text shown here March 1, 2025 a.html At an unknown time crawl.warc.gz#12 SHA-256 {digest}…",
        "The same text as shown May 2024 b.html SHA-256 abababababababab…",
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (lambda text: text.replace("voted to open", "will not open"), "2 words more, 2 words fewer than shown"),
        (lambda text: f"{text} Updated.", "1 word more than shown"),
        (lambda text: text.removesuffix(" is here."), "2 words fewer than shown"),
        (lambda text: "\n\n".join(reversed(text.split("\n\n"))), "The same words as shown"),
    ],
)
def test_each_version_says_how_its_text_differs(build, small, changed, told):
    """Words are counted wherever they stand."""
    _, older = listed(build, small, small.record(extracted=changed(small.TEXT)))
    assert older.startswith(told)
