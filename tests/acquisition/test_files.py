"""Files are copied into the archive as they are, and nothing in it is ever overwritten."""

import os
import stat
from io import BytesIO

import pytest

from morgue.acquisition import AcquisitionError, StorageError
from morgue.acquisition.storing import numbered, store

PAGE = b"<!DOCTYPE html><html><body><p>The basin is open.</p></body></html>"
OTHER = PAGE.replace(b"open", b"shut")


@pytest.fixture
def beside(tmp_path):
    """Return a function that writes a file outside the archive."""

    def beside(name, payload=PAGE):
        path = tmp_path / "saved" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(payload)
        return path

    return beside


def test_a_file_is_copied_byte_for_byte_with_its_sidecar(acquirer, archive, kept, beside):
    beside("page.html.meta.yml", b"published: 1998-05\n")
    path, new = acquirer().add_file(beside("page.html"))
    assert (path, new) == (archive / "content/captures/page.html", True)
    assert kept() == ["page.html", "page.html.meta.yml"]
    assert path.read_bytes() == PAGE
    assert path.with_name("page.html.meta.yml").read_text(encoding="utf-8") == "published: 1998-05\n"


def test_the_same_bytes_again_are_there_already_and_others_get_a_number(acquirer, kept, beside):
    one = acquirer()
    assert one.add_file(beside("page.html"))[1]
    assert not one.add_file(beside("page.html"))[1]
    assert one.add_file(beside("page.html", OTHER))[0].name == "page_2.html"
    assert not one.add_file(beside("page.html", OTHER))[1]
    assert one.add_file(beside("page.html", OTHER * 2))[0].name == "page_3.html"
    assert not one.add_file(beside("page.html"))[1]
    assert kept() == ["page.html", "page_2.html", "page_3.html"]


def test_a_file_of_the_archive_is_there_already(acquirer, archive, kept):
    path = archive / "content/captures/outlet/page.html"
    path.parent.mkdir()
    path.write_bytes(PAGE)
    assert acquirer().add_file(path) == (path, False)
    assert kept() == ["outlet/page.html"]


def test_a_sidecar_comes_later_where_there_is_none_yet_but_never_over_another(acquirer, archive, kept, beside):
    one, path = acquirer(), beside("page.html")
    one.add_file(path)
    beside("page.html.meta.yml", b"published: 1998-05\n")
    assert not one.add_file(path)[1]
    assert kept() == ["page.html", "page.html.meta.yml"]
    beside("page.html.meta.yml", b"published: 1998-06\n")
    with pytest.raises(AcquisitionError, match=r"page\.html\.meta\.yml says otherwise"):
        one.add_file(path)
    assert (archive / "content/captures/page.html.meta.yml").read_bytes() == b"published: 1998-05\n"


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (("page.html", b""), "empty"),
        (("page.docx", b"\x7fELF\x01\x02\x03" * 99), "not supported"),
        ((".page.html", PAGE), "hidden, or a sidecar"),
        (("page.html.meta.yml", PAGE), "hidden, or a sidecar"),
    ],
)
def test_what_is_no_capture_is_not_copied(acquirer, kept, beside, file, reason):
    with pytest.raises(AcquisitionError, match=reason):
        acquirer().add_file(beside(*file))
    assert kept() == []


def test_a_file_with_a_wrong_sidecar_is_not_copied(acquirer, kept, beside):
    beside("page.html.meta.yml", b"publishd: 1998-05\n")
    with pytest.raises(AcquisitionError, match="did you mean published"):
        acquirer().add_file(beside("page.html"))
    assert kept() == []


def test_a_link_that_someone_names_is_meant(acquirer, archive, beside):
    link = beside("page.html").with_name("link.html")
    link.symlink_to("page.html")
    path, _ = acquirer().add_file(link)
    assert path == archive / "content/captures/link.html"
    assert not path.is_symlink()


def test_a_page_by_itself_is_kept_under_its_address_with_a_sidecar_that_names_it(acquirer, kept):
    path = acquirer().add_page(PAGE, "https://harbour-courier.example/talks.html")
    assert kept() == [f"harbour-courier.example/{path.name}", f"harbour-courier.example/{path.name}.meta.yml"]
    assert path.name.startswith("talks-")
    assert path.name.endswith("-20250818143000.html")
    assert path.read_bytes() == PAGE
    sidecar = path.with_name(path.name + ".meta.yml").read_text(encoding="utf-8")
    assert 'url: "https://harbour-courier.example/talks.html"\n' in sidecar


def test_a_page_without_an_address_is_kept_under_its_digest(acquirer):
    path = acquirer().add_page(b"The basin is open.\n", None)
    assert path.parent.name == "no-url"
    assert path.name.endswith("-20250818143000.txt")


@pytest.mark.parametrize("payload", [b"", b"\0" * 99, b"\x7fELF\x01\x02\x03" * 99])
def test_what_is_no_page_is_not_kept(acquirer, kept, payload):
    with pytest.raises(AcquisitionError):
        acquirer().add_page(payload, None)
    assert kept() == []


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour-courier.example/../../../../etc/passwd",
        "https://harbour-courier.example/%2e%2e%2f%2e%2e%2fetc",
        "https://harbour-courier.example/a%00b%0Ac",
        "https://harbour-courier.example/.hidden",
        "https://harbour-courier.example/con.meta.yml",
        "https://..../",
        "https://häfen.example/ß ?q=" + "x" * 4000,
        "https://harbour-courier.example/" + "long-" * 1000,
        "https://[2001:db8::1]:8080/",
    ],
)
def test_any_address_gives_a_name_in_the_folder_that_is_found_again(acquirer, archive, kept, url):
    one = acquirer()
    path = one.add_page(PAGE, url)
    (name, sidecar) = kept()
    assert path == archive / "content/captures" / name
    assert path.resolve().is_relative_to(archive / "content/captures")
    assert not any(part.startswith(".") for part in name.split("/"))
    assert name.isascii()
    assert sidecar == f"{name}.meta.yml"
    again = acquirer()
    assert again.has(url)
    assert not again.has("https://harbour-courier.example/other")


def test_names_sort_in_the_order_in_which_they_are_given(tmp_path):
    names = numbered(tmp_path / "talks-12345678-20250818143000", ".warc.gz")
    given = [store(BytesIO(), [next(names)]).name for _ in range(9)]
    assert given == sorted(given)


def test_a_file_that_cannot_be_written_is_named_and_nothing_half_is_left(acquirer, kept, beside, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(StorageError, match=r"page\.html cannot be written \(No space left on device\); make room"):
        acquirer().add_file(beside("page.html"))
    assert kept() == []


def test_where_the_folder_cannot_be_made_it_is_named(acquirer, archive, beside):
    one = acquirer()
    (archive / "content/captures").rmdir()
    (archive / "content/captures").write_bytes(b"")
    with pytest.raises(StorageError, match="cannot be written"):
        one.add_file(beside("page.html"))


def test_a_file_system_without_links_will_do(acquirer, kept, beside, monkeypatch):
    def unsupported(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    one = acquirer()
    one.add_file(beside("page.html"))
    one.add_file(beside("page.html", OTHER))
    assert kept() == ["page.html", "page_2.html"]


def test_a_file_may_be_read_by_whom_other_new_files_may(acquirer, beside):
    mask = os.umask(0o027)
    try:
        path, _ = acquirer().add_file(beside("page.html"))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
