"""Files as the programs make them that people use, and not as we imagine them."""

import shutil
import subprocess

import pytest

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6364f8cf500f000386018059"
    "a3d5770000000049454e44ae426082"
)
PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="windows-1252"><title>Le café du port – “ouvert”</title>
</head><body><article><h1>Le café du port</h1><p>Le bureau du port a dit à l’hôtel de ville que le café est rouvert.</p>
<img src="quai.png" alt="Le quai"></article><iframe src="cadre.html"></iframe></body></html>"""


@pytest.fixture
def saved_by_chromium(chromium, served, tmp_path):
    """Return the MHTML that Chromium makes of a page with a picture and a frame, and where it was served."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "page.html").write_text(PAGE, "cp1252")
    (folder / "cadre.html").write_text("<p>Une publicité.</p>", "utf-8")
    (folder / "quai.png").write_bytes(PICTURE)
    address = f"{served(folder)}page.html?a=1"
    window = chromium.new_context()
    page = window.new_page()
    page.goto(address)
    snapshot = window.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    window.close()
    return snapshot.encode(), address


@pytest.mark.browser
def test_a_page_saved_by_chromium(read, saved_by_chromium):
    from morgue.extraction.charset import decode

    payload, address = saved_by_chromium
    captures, failures = read("page.mhtml", payload)
    assert not failures
    capture = captures["page.mhtml"]
    assert capture.url == address
    assert capture.captured[:2] == "20"
    text = decode(capture.payload, capture.charset)
    assert "Le café du port – “ouvert”" in text
    assert "à l’hôtel de ville" in text
    assert "publicité" not in text


PACKERS = {
    "gzip": ("page.html.gz", ["gzip", "page.html"]),
    "bzip2": ("page.html.bz2", ["bzip2", "page.html"]),
    "xz": ("page.html.xz", ["xz", "page.html"]),
    "zstd": ("page.html.zst", ["zstd", "-q", "page.html"]),
    "brotli": ("page.html.br", ["brotli", "page.html"]),
}


@pytest.mark.parametrize("program", PACKERS)
def test_a_page_packed_by_the_command_of_that_name(read, tmp_path, page, program):
    name, command = PACKERS[program]
    _needs(program)
    (tmp_path / "page.html").write_bytes(page)
    subprocess.run(command, cwd=tmp_path, check=True)
    captures, failures = read(name)
    assert not failures
    assert captures[name].payload == page


ARCHIVERS = {
    "pages.tar": ["tar", "-cf", "pages.tar", "pages"],
    "pages.tar.gz": ["tar", "-czf", "pages.tar.gz", "pages"],
    "pages.tar.xz": ["tar", "-cJf", "pages.tar.xz", "pages"],
    "pages.tar.zst": ["tar", "--zstd", "-cf", "pages.tar.zst", "pages"],
    "posix.tar": ["tar", "--format=posix", "-cf", "posix.tar", "pages"],
    "old.tar": ["tar", "--format=v7", "-cf", "old.tar", "pages"],
    "pages.zip": ["zip", "-qr", "pages.zip", "pages"],
}


@pytest.mark.parametrize("name", ARCHIVERS)
def test_a_folder_archived_by_the_systems_commands(read, tmp_path, page, name):
    _needs(ARCHIVERS[name][0])
    folder = tmp_path / "pages"
    (folder / "plan_files").mkdir(parents=True)
    (folder / "plan.html").write_bytes(page)
    (folder / "plan_files" / "frame.html").write_bytes(page)
    (folder / "häfen und städte.html").write_bytes(page)
    subprocess.run(ARCHIVERS[name], cwd=tmp_path, check=True)
    captures, failures = read(name)
    assert not failures
    assert sorted(captures) == [f"{name}#pages/häfen und städte.html", f"{name}#pages/plan.html"]


def _needs(program):
    if not shutil.which(program):
        pytest.skip(f"there is no {program} on this machine")
