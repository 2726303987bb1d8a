"""Zip and tar files of captures: each member is read as a file in a folder would be."""

import bz2
import gzip
import lzma
import tarfile
import zipfile

import pytest
from tests.archives import tarred, zipped

from morgue.authority.described import Described, Row
from morgue.authority.sidecar import Sidecar
from morgue.limits import Limits

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0"


ARCHIVED = {"x.zip": zipped, "x.tar": tarred}


@pytest.mark.parametrize("name", ARCHIVED)
def test_each_member_is_a_capture_by_its_name(read, page, name):
    members = [
        ("b/two.html", page),
        ("a.txt", b"A plan\n\nThe council met.\n"),
        ("b/three.html.gz", gzip.compress(page)),
    ]
    captures, failures = read(name, ARCHIVED[name](members))
    assert not failures
    order = sorted if name == "x.zip" else list
    assert list(captures) == order(f"{name}#{member}" for member, _ in members)
    assert captures[f"{name}#a.txt"].media_type == "text/plain"
    assert captures[f"{name}#b/three.html.gz"].payload == page


@pytest.mark.parametrize("name", ARCHIVED)
def test_what_is_no_capture_is_left_out_or_told_as_in_a_folder(read, page, name):
    members = [
        ("dir/", b""),
        (".hidden.html", page),
        (".git/page.html", page),
        ("__MACOSX/._page.html", page),
        ("page.html.meta.yml", b"title: Another\n"),
        ("page_files/picture.png", PICTURE),
        ("page_files/frame.html", page),
        ("page.html", page),
        ("dir/other.htm", page),
        ("dir/other-Dateien/style.css", b"p {}"),
        ("picture.png", PICTURE),
    ]
    if name == "x.tar":
        members[0] = ("dir", b"", {"type": tarfile.DIRTYPE})
    captures, failures = read(name, ARCHIVED[name](members))
    assert sorted(captures) == [f"{name}#dir/other.htm", f"{name}#page.html"]
    assert list(failures) == [f"{name}#picture.png"]
    assert "not supported" in failures[f"{name}#picture.png"]
    assert captures[f"{name}#page.html"].sidecar == Sidecar()


def test_a_folder_named_as_a_pages_own_is_read_where_there_is_no_such_page_or_told(read, page):
    members = [("loose_files/page.html", page), ("other.html", page)]
    captures, failures = read("x.zip", zipped(members))
    assert "x.zip#loose_files/page.html" in captures
    captures, failures = read("x.tar", tarred(members))
    assert list(captures) == ["x.tar#other.html"]
    assert "rename the folder" in failures["x.tar#loose_files"]


BAD_NAMES = ["../up.html", "a/../../up.html", "/etc/page.html", "C:\\page.html", "a\\..\\up.html", "new\nline.html"]


@pytest.mark.parametrize("bad", [*BAD_NAMES, "d/" * 60 + "deep.html", "n" * 1200 + ".html"])
@pytest.mark.parametrize("name", ARCHIVED)
def test_a_name_that_no_file_may_have_costs_its_member_alone(read, page, name, bad):
    captures, failures = read(name, ARCHIVED[name]([(bad, page), ("good.html", page)]))
    assert list(captures) == [f"{name}#good.html"]
    (reason,) = failures.values()
    assert reason.startswith(("its name", "it lies more than 50"))


@pytest.mark.parametrize("name", ARCHIVED)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_told(read, page, name):
    captures, failures = read(name, ARCHIVED[name]([("a.html", page), ("a.html", page + b" "), ("b.html", page)]))
    assert captures[f"{name}#a.html"].payload == page
    assert f"{name}#b.html" in captures
    assert "twice" in failures[f"{name}#a.html"]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (tarfile.SYMTYPE, "link"),
        (tarfile.LNKTYPE, "link"),
        (tarfile.CHRTYPE, "device"),
        (tarfile.BLKTYPE, "device"),
        (tarfile.FIFOTYPE, "device"),
        (tarfile.GNUTYPE_SPARSE, "holes"),
    ],
)
def test_links_and_devices_in_a_tar_are_told(read, page, kind, reason):
    members = [("a.html", b"", {"type": kind, "linkname": "/etc/passwd"}), ("b.html", page)]
    captures, failures = read("x.tar", tarred(members))
    assert list(captures) == ["x.tar#b.html"]
    assert reason in failures["x.tar#a.html"]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_form_of_tar_gives_long_names(read, page, form):
    name = "städte/" + "kapitel/" * 10 + "x" * 90 + ".html"
    captures, _ = read("x.tar", tarred([(name, page), ("./short.html", page)], form))
    assert list(captures) == [f"x.tar#{name}", "x.tar#short.html"]


@pytest.mark.parametrize(("ending", "packed"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_packed_tar_is_read_as_a_stream(read, page, ending, packed):
    """Pages together larger than one may be come out one by one."""
    members = [(f"{number:03}.html", page.replace(b"met", b"met %d times" % number)) for number in range(300)]
    captures, failures = read(f"x.tar.{ending}", packed(tarred(members)), Limits(bytes=10_000))
    assert not failures
    assert len(captures) == len(members)
    assert f"x.tar.{ending}#007.html" in captures


def test_archives_in_archives_name_each_step(read, page):
    inner = zipped([("page.html", page)])
    captures, _ = read("x.tar", tarred([("in/a.zip", inner), ("b.tgz", gzip.compress(tarred([("p.html", page)])))]))
    assert list(captures) == ["x.tar#in/a.zip#page.html", "x.tar#b.tgz#p.html"]


def test_archives_in_each_other_have_an_end(read, page):
    packed = zipped([("page.html", page)])
    for _ in range(5):
        packed = zipped([("x.zip", packed), ("page.html", page)])
    captures, failures = read("x.zip", packed)
    assert set(captures) == {"x.zip" + "#x.zip" * depth + "#page.html" for depth in range(3)}
    assert all("inside each other" in reason for reason in failures.values())
    assert failures


@pytest.mark.parametrize("name", ARCHIVED)
def test_more_members_than_allowed_are_not_read(read, page, name):
    captures, failures = read(name, ARCHIVED[name]([(f"{n}.html", page) for n in range(5)]), Limits(members=3))
    assert len(captures) == 3
    assert "MORGUE_MAX_MEMBERS" in failures[name]


def test_a_row_of_captures_csv_describes_a_member(read, page):
    described = Described(None, [Row("captures.csv", 2, "dir/page.html", Sidecar(title="The plan"))])
    captures, _ = read("x.zip", zipped([("dir/page.html", page), ("other.html", page)]), described=described)
    assert captures["x.zip#dir/page.html"].sidecar.title == "The plan"
    assert captures["x.zip#other.html"].sidecar.title is None


@pytest.mark.parametrize(
    ("first", "kind"), [("[Content_Types].xml", "docx"), ("mimetype", "epub"), ("META-INF/MANIFEST.MF", "jar")]
)
def test_a_document_that_is_a_zip_file_inside_is_of_no_known_kind(read, first, kind):
    _, failures = read(f"x.{kind}", zipped([(first, b"x"), ("word/document.xml", b"<w/>")]))
    assert "not supported" in failures[f"x.{kind}"]


@pytest.mark.parametrize("name", ARCHIVED)
def test_a_member_larger_than_a_page_may_be_costs_itself(read, page, name):
    members = [("a.html", page * 100), ("b.html", page)]
    captures, failures = read(name, ARCHIVED[name](members), Limits(bytes=5000))
    assert list(captures) == [f"{name}#b.html"]
    assert "MORGUE_MAX_BYTES" in failures[f"{name}#a.html"]


def test_the_times_of_members_are_no_capture_times(read, page):
    """They are whoever's packed it; a zip's reach from 1980 to 2107, a tar's anywhere."""
    info = zipfile.ZipInfo("a.html", (2107, 12, 31, 23, 59, 58))
    captures, _ = read("x.zip", zipped([(info, page)]))
    assert captures["x.zip#a.html"].captured is None
    captures, _ = read("x.tar", tarred([("a.html", page, {"mtime": 10**11})]))
    assert captures["x.tar#a.html"].captured is None
