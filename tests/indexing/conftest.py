from pathlib import Path

import pytest
import yaml

from morgue.authority.entries import Actor, Authority, Topic
from morgue.indexing import Indexer
from morgue.model import Clipping, Mask

HERE = Path(__file__).parent


def read_authority():
    """Return the tests' small authority file."""
    data = yaml.safe_load((HERE / "authority.yml").read_text("utf-8"))
    return Authority(
        actors={key: Actor(id=key, **fields) for key, fields in data["actors"].items()},
        topics={key: Topic(id=key, **fields) for key, fields in data["topics"].items()},
    )


def pytest_generate_tests(metafunc):
    """Give a test that asks for ``case`` each case of the data file that it names."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker:
        files = [HERE / "cases" / name for name in marker.args]
        cases = [{"file": path.stem, **case} for path in files for case in yaml.safe_load(path.read_text("utf-8"))]
        metafunc.parametrize("case", cases, ids=[f"{case['file']}: {case['it']}" for case in cases])


def pytest_configure(config):
    config.addinivalue_line("markers", "cases(*files): run the test on each case of tests/indexing/cases/<file>")


@pytest.fixture(scope="session")
def indexer():
    return Indexer(read_authority())


@pytest.fixture(scope="session")
def clipping():
    """Make a whole clipping of a text."""

    def made(text, language="en", title="", sidecar=None):
        more = {"sidecar": sidecar} if sidecar else {}
        return Clipping(
            origin="captures/page.html",
            digest="0" * 64,
            url=None,
            captured=None,
            title=title,
            byline=(),
            source=None,
            published=None,
            updated=None,
            language=language,
            extracted=text,
            blocks=(),
            **more,
        )

    return made


@pytest.fixture(scope="session")
def index(indexer, clipping):
    """Index a text as if it were a whole clipping."""

    def run(text, language="en", title="", sidecar=None, mask=None):
        return indexer.index(clipping(text, language, title, sidecar), mask or Mask())

    return run
