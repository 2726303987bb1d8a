"""Sites are asked as they want to be: robots.txt, pauses, redirects, and a rest where they are busy."""

import re
from datetime import timedelta
from email.utils import format_datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from morgue.acquisition import AcquisitionError


def targets(path):
    """Return the addresses of a WARC's answers, in their order."""
    with path.open("rb") as file:
        return [
            record.rec_headers["WARC-Target-URI"] for record in ArchiveIterator(file) if record.rec_type == "response"
        ]


def robots(site, rules):
    site.pages["/robots.txt"] = site.answer(rules.encode(), Content_Type="text/plain")


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /news", False),
        ("User-agent: *\nDisallow: /private", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", True),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Morgue\nDisallow:", True),
        ("User-agent: *\nDisallow:\n\nUser-agent: morgue\nDisallow: /news", False),
        ("User-agent: OtherBot\nDisallow: /", True),
        ("\N{BYTE ORDER MARK}User-agent: *\nDisallow: /", False),
        ("<!DOCTYPE html><title>No such page</title>", True),
        ("", True),
    ],
)
def test_a_robots_txt_is_kept_to(site, acquirer, rules, allowed):
    robots(site, rules)
    site.pages["/news/talks.html"] = site.answer()
    if allowed:
        acquirer().add_url(f"{site.url}/news/talks.html")
    else:
        with pytest.raises(AcquisitionError, match=re.escape(f"{site.url}/robots.txt does not allow it to robots")):
            acquirer().add_url(f"{site.url}/news/talks.html")
        assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("404 Not Found", None),
        ("403 Forbidden", None),
        ("500 Oops", r"robots.txt cannot be asked now \(500\); try again later"),
        ("503 Busy", r"robots.txt cannot be asked now \(503\)"),
        ("429 Too Many", r"robots.txt cannot be asked now \(429\)"),
    ],
)
def test_where_there_is_no_robots_txt_all_is_allowed_and_where_it_cannot_be_had_nothing(site, acquirer, status, reason):
    site.pages |= {"/": site.answer(), "/robots.txt": site.answer(b"User-agent: *\nDisallow: /", status)}
    one = acquirer()
    for _ in range(2):
        if reason:
            with pytest.raises(AcquisitionError, match=reason):
                one.add_url(site.url)
        else:
            one.add_url(site.url)
    assert site.paths == (["/robots.txt"] if reason else ["/robots.txt", "/", "/"])


def test_a_robots_txt_is_found_where_it_leads_to(site, other, acquirer):
    site.pages |= {"/": site.answer(), "/robots.txt": site.leading(f"{other.url}/rules")}
    other.pages["/rules"] = other.answer(b"User-agent: *\nDisallow: /")
    with pytest.raises(AcquisitionError, match="does not allow it"):
        acquirer().add_url(site.url)


def test_a_robots_txt_that_leads_on_for_ever_is_none(site, acquirer):
    site.pages |= {"/": site.answer(), "/robots.txt": site.leading("/robots.txt")}
    acquirer().add_url(site.url)
    assert site.paths == ["/robots.txt"] * 6 + ["/"]


def test_a_robots_txt_too_large_to_be_one_allows_nothing(site, acquirer):
    robots(site, "# \n" * 200_000)
    site.pages["/"] = site.answer()
    with pytest.raises(AcquisitionError, match="larger than 512000 bytes"):
        acquirer().add_url(site.url)


def test_pages_of_one_host_are_asked_for_with_a_pause(site, other, acquirer, fake):
    site.pages |= {"/a": site.answer(), "/b": site.answer()}
    other.pages["/"] = other.answer()
    one = acquirer(morgue_add_delay=2)
    one.add_url(f"{site.url}/a")
    assert fake.slept == []
    one.add_url(other.url)
    assert fake.slept == []
    one.add_url(f"{site.url}/b")
    assert sum(fake.slept) == pytest.approx(2, abs=0.5)


@pytest.mark.parametrize(("wanted", "pause"), [("5", 5), ("0.5", 2), ("86400", 60), ("soon", 2), ("inf", 2), ("-5", 2)])
def test_a_longer_pause_is_kept_where_the_site_asks_for_it_within_reason(site, acquirer, fake, wanted, pause):
    robots(site, f"User-agent: *\nCrawl-delay: {wanted}")
    site.pages["/"] = site.answer()
    one = acquirer(morgue_add_delay=2)
    one.add_url(site.url)
    one.add_url(site.url)
    assert sum(fake.slept) == pytest.approx(pause, abs=0.5)


def test_a_pause_does_not_count_as_the_page_s_own_time(site, acquirer):
    site.pages["/"] = site.answer()
    one = acquirer(morgue_add_delay=50, morgue_add_seconds=5)
    one.add_url(site.url)
    one.add_url(site.url)


@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
def test_a_busy_site_is_asked_once_more_when_it_says(site, acquirer, fake, status):
    site.pages["/"] = [site.answer(b"", status, Retry_After="30"), site.answer()]
    acquirer().add_url(site.url)
    assert sum(fake.slept) == pytest.approx(30, abs=0.5)


def test_a_busy_site_may_name_a_date(site, acquirer, fake):
    later = format_datetime(fake.day + timedelta(seconds=45), usegmt=True)
    site.pages["/"] = [site.answer(b"", "503 Busy", Retry_After=later), site.answer()]
    acquirer().add_url(site.url)
    assert sum(fake.slept) == pytest.approx(45, abs=0.5)


def test_a_site_that_stays_busy_is_left_alone(site, acquirer):
    site.pages["/"] = site.answer(b"", "429 Too Many", Retry_After="1")
    with pytest.raises(AcquisitionError, match=r"asked too often \(429\)"):
        acquirer().add_url(site.url)
    assert site.paths == ["/robots.txt", "/", "/"]


@pytest.mark.parametrize("said", [None, "soon", "", "9" * 400, "Mon, 99 Foo 9999 00:00:00 GMT", "-5"])
def test_a_busy_site_that_does_not_say_when_is_not_asked_again(site, acquirer, fake, said):
    site.pages["/"] = site.answer(b"", "429 Too Many", **({} if said is None else {"Retry_After": said}))
    with pytest.raises(AcquisitionError, match="MORGUE_ADD_DELAY"):
        acquirer().add_url(site.url)
    assert fake.slept == []


def test_a_site_that_wants_a_long_rest_is_not_asked_again_in_this_run(site, acquirer, fake):
    site.pages["/"] = site.answer(b"", "503 Busy", Retry_After="3600")
    one = acquirer()
    for _ in range(2):
        with pytest.raises(AcquisitionError, match=r"left alone for 3600 seconds \(503\)"):
            one.add_url(site.url)
    assert site.paths == ["/robots.txt", "/"]
    assert fake.slept == []


def test_a_redirect_is_followed_and_each_step_kept(site, other, acquirer):
    site.pages |= {
        "/a": site.leading("/b?x=ü".encode().decode("latin-1")),
        "/b?x=%C3%BC": site.leading(f"{other.url}/c#d", "307 Go"),
    }
    other.pages["/c"] = other.answer()
    path = acquirer().add_url(f"{site.url}/a")
    assert targets(path) == [f"{site.url}/a", f"{site.url}/b?x=%C3%BC", f"{other.url}/c"]
    assert other.paths == ["/robots.txt", "/c"]


def test_a_redirect_on_the_host_itself_is_followed_at_once(site, acquirer, fake):
    site.pages |= {"/a": site.leading("/b"), "/b": site.answer()}
    acquirer(morgue_add_delay=2).add_url(f"{site.url}/a")
    assert fake.slept == []


@pytest.mark.usefixtures("no_names")
@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("/a", "leads on more than 10 times"),
        ("ftp://harbour-courier.example/", r"it leads to ftp://.*: only addresses with http:// and https://"),
        ("file:///etc/passwd", "only addresses with http:// and https://"),
        ("javascript:alert(1)", "only addresses with http:// and https://"),
        ("http://user:secret@harbour-courier.example/", "name or password"),
        ("http://[", "no address"),
        ("http://a\x00b/", "control character"),
        ("http://harbour-courier.invalid/", "it leads to http://harbour-courier.invalid/: there is no host"),
    ],
)
def test_a_redirect_is_checked_as_any_address_is(site, acquirer, kept, place, reason):
    site.pages["/a"] = site.leading(place)
    with pytest.raises(AcquisitionError, match=reason):
        acquirer().add_url(f"{site.url}/a")
    assert kept() == []


def test_a_redirect_to_a_private_address_is_not_followed(site, other, acquirer, monkeypatch):
    site.pages["/a"] = site.leading(f"{other.url}/secret")
    monkeypatch.setattr("morgue.acquisition.exchange.is_public", "127.0.0.1".__eq__)
    with pytest.raises(AcquisitionError, match=r"it leads to .*: 127\.0\.0\.2 is an address of this machine"):
        acquirer(private=False).add_url(f"{site.url}/a")
    assert other.asked == []


def test_the_robots_txt_of_the_host_that_a_redirect_leads_to_is_kept_to(site, other, acquirer):
    site.pages["/a"] = site.leading(f"{other.url}/b")
    robots(other, "User-agent: *\nDisallow: /b")
    with pytest.raises(AcquisitionError, match=re.escape(f"{other.url}/robots.txt does not allow it")):
        acquirer().add_url(f"{site.url}/a")
    assert other.paths == ["/robots.txt"]
