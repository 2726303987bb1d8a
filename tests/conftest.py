"""What every room's tests share."""

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("steady", deadline=None)  # a busy machine is no fault of an input
hypothesis.settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_make_parametrize_id(val, argname):
    """Name bytes by their parameter: packed ones are others at each run, and processes must agree on the names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def workspace():
    """Return the sample archive, settings and authority files checked."""
    from morgue.workspace import open_workspace

    return open_workspace({}, ROOT)


@pytest.fixture(scope="session")
def chromium():
    """Return a running Chromium. Where there is none its tests are skipped, but never in CI."""
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium")
    if executable is None:
        reason = "there is no chromium on this machine: apt install chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: what a page asks for is the tests' business."""


@pytest.fixture(scope="session")
def served():
    """Return a function that serves a folder on loopback and says where."""
    servers = []

    def served(folder):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield served
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()
