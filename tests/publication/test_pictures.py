"""Pictures of articles: what a capture holds stands in the site, the rest is a link, and nothing is asked of anyone."""

import base64
import hashlib
import io
import json

import pytest
from lxml import html
from msgspec.structs import replace
from PIL import Image

from morgue.model import Picture, Sighting
from morgue.publication.pictures import archiving

ORIGIN = "content/captures/{}.html"
PAGE = "clippings/herald.example/{}"


def drawn(colour, kind="PNG", size=(300, 200)):
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


RED, BLUE = drawn((200, 30, 30)), drawn((20, 40, 220))


def name(payload):
    return f"data:{hashlib.sha256(payload).hexdigest()}"


def held(payload, at=0, **more):
    return Picture(at, (name(payload),), **more)


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a capture which holds some pictures in itself."""

    def write(*payloads, path="lock"):
        written = "".join(f'<img src="data:image/png;base64,{base64.b64encode(each).decode()}">' for each in payloads)
        file = tmp_path / ORIGIN.format(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!DOCTYPE html><body>{written}</body>")

    return write


@pytest.fixture
def built(build, small, tmp_path):
    """Return a function that builds an archive of one clipping with pictures, and returns its page and the output."""

    def built(*pictures, **settings):
        changed = settings.pop("changed", {})
        small.write_content(tmp_path)
        output = build(small.archive(small.record(pictures=pictures, **changed)), **settings)
        [page] = output.glob("clippings/herald.example/lock-*/index.html")
        return html.parse(page).getroot(), output

    return built


def files(output):
    return {path.name: path.read_bytes() for path in output.glob("pictures/*")}


def test_a_picture_that_the_capture_holds_stands_in_the_site(built, write):
    write(RED)
    at = len("The council of Rivermouth voted to open the old lock.\n\n")
    page, output = built(held(RED, at, alt="The lock", caption="Half open", credit="Photo: Picture desk", width=9))
    [figure] = page.xpath("//div[@class='text']/figure")
    assert figure.getprevious().text_content().startswith("The council")
    [image] = figure.xpath("img")
    assert {**image.attrib, "src": ""} == {
        "src": "",
        "width": "300",
        "height": "200",
        "alt": "The lock",
        "loading": "lazy",
        "decoding": "async",
        "data-pagefind-ignore": "all",
    }
    assert [each.text_content() for each in figure.xpath("figcaption/p")] == ["Half open", "Photo: Picture desk"]
    [(file, payload)] = files(output).items()
    assert image.get("src") == f"../../../pictures/{file}"
    assert Image.open(io.BytesIO(payload)).size == (300, 200)


def test_feeds_and_json_ld_name_it_by_its_whole_address(built, write):
    write(RED)
    page, output = built(held(RED))
    [file] = files(output)
    address = f"https://archive.example/small/pictures/{file}"
    assert f'&lt;img src="{address}"' in (output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["image"] == address


@pytest.mark.parametrize("images", ["archived", "none"])
def test_one_that_it_does_not_hold_is_a_link(built, write, images):
    write()
    far = Picture(0, ("/a.jpg", "https://herald.example/a.jpg"), "https://herald.example/a.jpg", alt="The lock")
    page, output = built(far, Picture(0, (name(BLUE),)), MORGUE_IMAGES=images)
    assert page.xpath("//main//img") == []
    first, second = page.xpath("//p[@class='away']")
    assert first.text_content() == "Picture: The lock (not archived; at herald.example)"
    assert second.text_content() == "Picture (not archived)"
    [link] = first.xpath(".//a")
    assert dict(link.attrib) == {"href": "https://herald.example/a.jpg", "rel": "nofollow noopener"}
    assert not (output / "pictures").exists()


def test_none_are_archived_where_the_settings_want_none(built, write):
    write(RED)
    page, output = built(held(RED), MORGUE_IMAGES="none")
    assert page.xpath("//main//img") == []
    assert not (output / "pictures").exists()


@pytest.mark.parametrize("display", ["excerpt", "record"])
def test_a_text_that_is_not_shown_whole_shows_no_pictures(built, write, display):
    write(RED)
    page, output = built(held(RED), MORGUE_DISPLAY=display)
    assert page.xpath("//main//img | //p[@class='away']") == []
    assert not (output / "pictures").exists()


def test_one_that_nobody_can_read_is_a_link_and_counted(built, write):
    broken = b"\x89PNG\r\n\x1a\n" + b"broken" * 99
    write(RED, broken)
    page, output = built(held(RED), held(broken))
    assert len(page.xpath("//main//img")) == len(page.xpath("//p[@class='away']")) == 1
    said = json.loads((output / "build.json").read_text(encoding="utf-8"))
    assert {kind: said["counts"][kind] for kind in said["counts"] if kind.startswith("pictures")} == {
        "pictures": 1,
        "pictures_linked": 1,
        "pictures_broken": 1,
    }
    [told] = said["pictures_broken"]
    assert (told["origin"], told["picture"]) == (ORIGIN.format("lock"), name(broken))
    assert "decoded" in told["reason"]


def test_a_caption_of_the_text_stands_below_its_picture_and_nowhere_else(built, write, small):
    write(RED)
    text = "The lock at noon\n\nThe council voted."
    caption, paragraph = small.record(extracted=text).clipping.blocks
    blocks = (replace(caption, kind="caption"), paragraph)
    page, _ = built(held(RED, 0, until=16, credit="noon"), changed={"extracted": text, "blocks": blocks})
    assert [each.text_content() for each in page.xpath("//figcaption/p")] == ["The lock at noon"]
    assert page.xpath("//div[@class='text']")[0].text_content().count("The lock at noon") == 1


def test_what_a_page_says_of_a_picture_is_only_text(built, write):
    write(RED)
    bad = '"><script>alert(1)</script><img src="pictures/x" onerror="alert(2)">'
    said = {"alt": bad, "caption": bad, "credit": f"{bad}!"}
    page, output = built(held(RED, **said), Picture(0, ("javascript:alert(3)",), "javascript:alert(3)", **said))
    assert page.xpath("//main//script | //main//@onerror | //main//a[starts-with(@href, 'javascript')]") == []
    [image] = page.xpath("//main//img")
    assert image.getparent().tag == "figure"
    feed = (output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert feed.count("&lt;img ") == 1
    assert "small/pictures/x" not in feed


def test_one_that_only_an_equal_capture_holds_is_shown(build, small, tmp_path):
    """The same page, saved with its pictures and, later, without."""
    small.write_content(tmp_path)
    for path, payload in (("lock", None), ("1/lock", RED), ("2/lock", BLUE)):
        file = tmp_path / ORIGIN.format(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<!DOCTYPE html><p>The council met.")
        if payload:
            file.with_name("lock_files").mkdir()
            (file.with_name("lock_files") / "quay.png").write_bytes(payload)
    shown = small.record(pictures=(Picture(0, ("lock_files/quay.png",)), Picture(0, ("lock_files/fog.png",))))
    archive = small.archive(shown, versions={"lock": (shown,)})
    [(address, [version])] = archive.versions.items()
    sightings = tuple(Sighting("2024-01-05", ORIGIN.format(path)) for path in ("lock", "1/lock"))
    older = replace(version, captures=(Sighting("2023", ORIGIN.format("2/lock")),))
    equal = replace(archive, versions={address: (replace(version, captures=sightings), older)})
    [payload] = files(build(equal)).values()
    assert Image.open(io.BytesIO(payload)).convert("RGB").getpixel((9, 9)) == (200, 30, 30)


def test_of_several_files_the_page_shows_the_best_that_can_be_read(built, tmp_path, small):
    """What they are called says nothing of what they are."""
    small.write_content(tmp_path)
    folder = tmp_path / ORIGIN.format("lock").replace(".html", "_files")
    folder.mkdir(parents=True)
    (folder.parent / "lock.html").write_text("<!DOCTYPE html><p>The council met.")
    for file, payload in (("a-broken.jpg", b"no picture"), ("b-large.jpg", BLUE), ("c-small.jpg", RED)):
        (folder / file).write_bytes(payload)
    sources = tuple(f"lock_files/{file}" for file in ("a-broken.jpg", "b-large.jpg", "c-small.jpg"))
    _, output = built(Picture(0, sources))
    [payload] = files(output).values()
    assert Image.open(io.BytesIO(payload)).convert("RGB").getpixel((9, 9)) == (20, 40, 220)


def test_the_next_build_encodes_nothing_again_and_leaves_nothing_behind(built, write, monkeypatch):
    write(RED, BLUE)
    _, output = built(held(RED), held(BLUE))
    first = files(output)
    assert len(first) == 2
    monkeypatch.setattr(archiving, "encode", lambda _: pytest.fail("it was encoded before"))
    write(RED)
    _, output = built(held(RED))
    second = files(output)
    assert len(second) == 1
    assert second.items() < first.items()


def test_workers_make_the_same_pictures(built, write):
    payloads = [drawn((shade, 30, 30), "JPEG") for shade in range(0, 250, 25)]
    write(*payloads)
    pictures = [held(payload) for payload in payloads]
    _, output = built(*pictures, MORGUE_WORKERS=2, MORGUE_CACHE_BYTES=0)
    many = files(output)
    _, output = built(*pictures, MORGUE_WORKERS=1, MORGUE_CACHE_BYTES=0)
    assert len(many) == len(payloads)
    assert many == files(output)


def test_no_page_and_no_feed_asks_another_host_for_a_picture(build, small, write, tmp_path):
    write(RED)
    small.write_content(tmp_path)
    far = Picture(0, ("https://count.example/a.jpg",), "https://count.example/a.jpg")
    output = build(
        small.archive(small.record(pictures=(held(RED), far)), small.record("old", pictures=(far,))), SITEURL=""
    )
    for path in output.rglob("*.html"):
        assert all("//" not in source for source in html.parse(path).getroot().xpath("//img/@src"))
    for path in output.rglob("*.xml"):
        assert 'src="http' not in path.read_text(encoding="utf-8")
