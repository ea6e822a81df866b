"""The persons, organisations and groups of a sentence."""

from ingest.extract import extract
from ingest.extract.recognisers import registered, with_recognised
from ingest.hookspecs import Recogniser
from ingest.model import Entity
from ingest.plugins import load


def entities(revision, body: str) -> dict[str, tuple[str, str | None]]:
    mention = extract(revision("Opening words.\n" + body, "Head")).mentions[-1]
    return {each.name: (each.kind, each.title) for each in mention.entities}


def test_people_have_their_titles_and_full_names(revision):
    body = "Jane Doe is known. In 2014 Defence Minister Doe resigned."
    assert entities(revision, body) == {"Jane Doe": ("person", "Defence Minister")}


def test_organisations_and_peoples_are_told_apart(revision):
    found = entities(
        revision, "In 2014 Russian troops and the White House met NATO and the Ukrainians."
    )
    assert found["Russian troops"][0] == found["Ukrainians"][0] == "group"
    assert found["White House"][0] == found["NATO"][0] == "organisation"


def test_a_person_and_what_he_is_of_are_two(revision):
    body = "Critics, among them Thomas Baird of the Clean Fuels Institute, met in 2014."
    assert entities(revision, body) == {
        "Thomas Baird": ("person", None),
        "Clean Fuels Institute": ("organisation", None),
    }


def test_a_recogniser_adds_names_and_changes_none(revision):
    dog = Recogniser("dogs", lambda _: [Entity("Rex", "person"), Entity("Jane Doe", "group")])
    known = (Entity("Jane Doe", "person"),)
    assert with_recognised(known, "Rex met Jane Doe.", [dog]) == (*known, Entity("Rex", "person"))
    mentions = extract(revision("It rained in 2014.", "Head"), (dog,)).mentions
    assert all(Entity("Rex", "person") in mention.entities for mention in mentions)


def test_recognisers_come_from_plug_ins():
    class Plugin:
        @staticmethod
        def register_recognisers(register):
            register(Recogniser("none", lambda _: []))

    manager = load(()).manager
    assert registered(manager) == ()
    from ingest.hookspecs import hookimpl

    Plugin.register_recognisers = staticmethod(hookimpl(Plugin.register_recognisers))
    manager.register(Plugin, "plugin")
    assert [each.name for each in registered(manager)] == ["none"]
