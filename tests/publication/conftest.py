"""A small archive built by the real Pelican, with the repository's theme."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from pelican import Pelican
from pelican.settings import read_settings

HERE = Path(__file__).parent


def _archive_module():
    spec = importlib.util.spec_from_file_location("small_archive", HERE / "archive.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["small_archive"] = module
    spec.loader.exec_module(module)
    return module


SMALL = _archive_module()


@pytest.fixture
def small():
    """Return the module that makes small archives."""
    return SMALL


@pytest.fixture
def build(tmp_path, root, monkeypatch):
    """Return a function that builds an archive and returns the output folder; settings are Pelican's."""
    return builder(tmp_path, root, monkeypatch)


def builder(folder, root, monkeypatch):
    import morgue
    from morgue.publication import receivers
    from morgue.settings import Settings
    from morgue.workspace import Workspace

    for name in [name for name in os.environ if name.startswith("MORGUE_")]:
        monkeypatch.delenv(name)

    def build(archive=None, authority=None, **settings):
        monkeypatch.setattr(receivers, "run_archive", lambda *_: archive or SMALL.sample())
        if authority:
            workspace = Workspace(folder, folder / "content", Settings(), authority)
            monkeypatch.setattr(receivers, "open_workspace", lambda *_: workspace)
        if not settings.pop("search", False):
            monkeypatch.setattr("morgue.publication.generators.build_index", lambda *_: 0)
        if not (folder / "content").exists():
            SMALL.write_content(folder)
        configured = read_settings(
            override={
                "PATH": str(folder / "content"),
                "OUTPUT_PATH": str(folder / "output"),
                "THEME": str(root / "theme"),
                "TIMEZONE": "UTC",
                "SITENAME": "Small archive",
                "SITEURL": "https://archive.example/small",
                "PLUGINS": [morgue],
                **settings,
            }
        )
        Pelican(configured).run()
        return folder / "output"

    return build
