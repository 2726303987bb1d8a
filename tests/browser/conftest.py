"""The sample archive, built once, served under a sub-path, and read in a real Chromium."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """Return the folder of the built sample archive."""
    folder = tmp_path_factory.mktemp("site") / "archive"
    pelican = Path(sys.executable).with_name("pelican")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MORGUE_") and name != "SITEURL"}
    built = subprocess.run(
        [pelican, "-s", "pelican.conf.py", "-o", folder],
        cwd=root,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def address(site, served):
    """Return where the site is served: on loopback, under a sub-path."""
    return f"{served(site.parent)}{site.name}/"


@pytest.fixture
def open_page(chromium, address):
    """Return a function that opens a page of the site in a window of its own, by its path and the window's options.

    No test passes whose pages ask another host for anything, or say an error on the console.
    """
    windows, faults = [], []

    def open_page(path="", **options):
        window = chromium.new_context(**options)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: request.url.startswith(address) or faults.append(f"asked for {request.url}"))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + path)
        return page

    yield open_page
    for window in windows:
        window.close()
    assert faults == []


@pytest.fixture(scope="session")
def clippings(site):
    """Return the pages of clippings that hold a text, by their path in the site, with their HTML."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("clippings/**/index.html"))}
    return {
        path.parent.relative_to(site).as_posix() + "/": html
        for path, html in pages.items()
        if "data-pagefind-body" in html
    }
