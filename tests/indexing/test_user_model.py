"""A user's own model finds names in place of the tagger: stand-ins for spaCy and GLiNER."""

import sys

import pytest

from morgue.authority.entries import Authority
from morgue.indexing import Indexer, load_model
from morgue.model import Mask
from morgue.pipeline.places import Places
from morgue.pipeline.rooms import Cleaned
from morgue.settings import SettingsError
from morgue.workspace import open_workspace

FINNISH = "Jean Sibelius ja Aino Sibelius saapuivat.\n\nSäveltäjä tapasi yhdistyksen Kaleva."
SPACY = """
import re
from types import SimpleNamespace

def load(name):
    if name != "small":
        raise OSError(f"there is no model {name}")
    def read(line):
        names = [("PER", "Jean Sibelius"), ("PERSON", "Aino Sibelius"), ("ORG", "Kaleva"), ("GPE", "Säveltäjä")]
        ents = [
            SimpleNamespace(start_char=each.start(), end_char=each.end(), label_=label)
            for label, name in names
            for each in re.finditer(name, line)
        ]
        return SimpleNamespace(ents=sorted(ents, key=lambda each: each.start_char))
    return read
"""
GLINER = """
class GLiNER:
    @classmethod
    def from_pretrained(cls, name):
        return cls()

    def predict_entities(self, line, labels, threshold):
        assert labels == ["person", "organization", "location"]
        wanted = {"Kaleva": "organization", "Jean Sibelius": "person", "Aino Sibelius": "person"}
        return [
            {"start": line.index(name), "end": line.index(name) + len(name), "label": label, "score": 0.9}
            for name, label in wanted.items()
            if name in line
        ]
"""


@pytest.fixture(autouse=True)
def libraries(tmp_path, monkeypatch):
    (tmp_path / "spacy.py").write_text(SPACY, encoding="utf-8")
    (tmp_path / "gliner.py").write_text(GLINER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    load_model.cache_clear()
    yield
    load_model.cache_clear()
    for name in ("spacy", "gliner"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("model", ["spacy:small", "gliner:any/model"])
def test_its_names_are_found_in_any_language(model, clipping):
    record = Indexer(Authority(), model).index(clipping(FINNISH, "fi"), Mask())
    assert {actor.id: (actor.kind, len(actor.mentions)) for actor in record.actors} == {
        "jean-sibelius": ("person", 1),
        "aino-sibelius": ("person", 1),
        "kaleva": ("organisation", 1),
    }


@pytest.mark.parametrize("wrong", ["spacy:large", "spacy", "other:model", "spacy: "])
def test_a_wrong_value_stops_the_build_by_the_settings_name(wrong, tmp_path):
    with pytest.raises(SettingsError, match=r"^MORGUE_NER: "):
        open_workspace({"MORGUE_NER": wrong}, tmp_path)


def test_a_missing_library_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SettingsError, match="spacy is not installed; install it"):
        open_workspace({"MORGUE_NER": "spacy:small"}, tmp_path)


def test_what_one_model_found_is_not_taken_for_anothers(clipping):
    cleaned = Cleaned(clipping(FINNISH, "fi"), Mask(), ())
    ours, theirs = (Places(Authority(), model).made(cleaned) for model in ("", "spacy:small"))
    assert ours.found != theirs.found
    assert ours.at != theirs.at
