"""What every room's tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def workspace():
    """Return the sample archive, settings and authority files checked."""
    from morgue.workspace import open_workspace

    return open_workspace({}, ROOT)
