"""spaCy behind the recogniser hook: there where it is installed, silent where it is not, plain where a model is missing."""

import importlib.util

import pytest

from ingest.extract import spacy_names
from ingest.extract.extraction import extract
from ingest.extract.spacy_names import recogniser


class Found:
    """What a pipeline of spaCy gives: spans with a text and a label."""

    def __init__(self, *names: tuple[str, str]) -> None:
        self.ents = [type("Span", (), {"text": text, "label_": label})() for text, label in names]


def installed(monkeypatch, *packages: str) -> None:
    monkeypatch.setattr(spacy_names, "find_spec", lambda name: name in packages or None)


def test_persons_organisations_and_peoples_are_taken_and_places_left_to_the_gazetteer():
    names = [("Doe", "PERSON"), ("Orbit", "ORG"), ("Lakelanders", "NORP"), ("Oslo", "GPE"), ("May", "DATE")]  # fmt: skip
    found = recogniser(lambda: lambda sentence: Found(*names)).recognise("")
    assert [(each.name, each.kind) for each in found] == [
        ("Doe", "person"),
        ("Orbit", "organisation"),
        ("Lakelanders", "group"),
    ]


def test_a_model_adds_what_is_not_known_and_no_half_names(revision):
    body = "Jane Doe of Orbit said it closed on 3 May 2022."
    asked = recogniser(lambda: lambda sentence: Found(("Doe", "PERSON"), ("Orbit", "ORG")))
    mention = extract(revision(f"Opening words.\n{body}", "Headline"), (asked,)).mentions[-1]
    assert [each.name for each in mention.entities] == ["Jane Doe", "Orbit"]


def test_without_spacy_nothing_is_registered_and_nothing_said(monkeypatch):
    installed(monkeypatch)
    registered = []
    spacy_names.register_recognisers(registered.append)
    assert (registered, spacy_names.problem()) == ([], None)


def test_spacy_without_a_model_is_one_line_that_tells_the_mend(monkeypatch):
    installed(monkeypatch, "spacy")
    registered = []
    spacy_names.register_recognisers(registered.append)
    line = spacy_names.problem()
    assert registered == []
    assert line
    assert "spacy download en_core_web_sm" in line
    assert "\n" not in line


def test_the_best_installed_model_is_registered(monkeypatch):
    installed(monkeypatch, "spacy", "en_core_web_sm", "en_core_web_lg")
    registered = []
    spacy_names.register_recognisers(registered.append)
    assert spacy_names.model() == "en_core_web_lg"
    assert [each.name for each in registered] == ["spacy"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(
    not importlib.util.find_spec("spacy"), reason="spaCy (dateline[ner]) is not here"
)
def test_a_real_pipeline_answers_through_the_hook():
    pipeline = importlib.import_module("spacy").blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Orbit Oil"}])
    (found,) = recogniser(lambda: pipeline).recognise("The harbour of Orbit Oil closed.")
    assert (found.name, found.kind) == ("Orbit Oil", "organisation")
