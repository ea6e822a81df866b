"""The opinion article of the shared data: whose words are whose, and what happened when."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.model import Article, Mention, Revision

SEED = Path(__file__).parents[3] / ".." / "shared" / "data" / "seed" / "opinion-2025-01.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="../shared/data is not here")


@pytest.fixture(scope="module")
def mentions() -> tuple[Mention, ...]:
    text = SEED.read_text("utf-8")
    title = text.partition("\n")[0]
    article = Article(None, None, title, text, date(2025, 1, 22), genre="opinion")
    seen = datetime(2025, 1, 23, tzinfo=UTC)
    return extract(Revision(1, 1, "seed", 1, seen, "", article, "s", "p")).mentions


def one(mentions: tuple[Mention, ...], words: str) -> Mention:
    (found,) = [mention for mention in mentions if words in mention.quote]
    return found


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Belousov called", "2024-06-25"),
        ("parked dozens", "2024-22"),
        ("policy of appeasement toward Russia since", "2014/.."),
        ("Biden telegraphed", "../2022-02-23"),
        ("US Assistant Secretary", "2024-04"),
        ("as we explained back", "2024-11"),
        ("1994 Budapest Memorandum, an", "1994"),
        ("Obama administration in 2014", "2014"),
        ("Polymeropoulos", "2017"),
        ("capture Mariupol", "2022"),
        ("Poland had to", "2022"),
        ("generated nearly", "2024"),
        ("military rebellion", "2025"),
        ("Kellogg", "2024-11"),
        ("according to Craig Kennedy", "2022/.."),
    ],
)
def test_fifteen_claims_stand_at_their_dates(mentions, words, edtf):
    assert one(mentions, words).when.edtf == edtf


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("Kellogg", "Keith Kellogg"), ("US Assistant Secretary", "Wallander"), ("Craig Kennedy", "Craig Kennedy")],
)  # fmt: skip
def test_the_words_of_others_are_theirs(mentions, words, speaker):
    assert one(mentions, words).speaker == speaker


def test_everything_else_is_the_authors(mentions):
    assert {mention.speaker for mention in mentions} == {
        None,
        "Keith Kellogg",
        "Wallander",
        "Craig Kennedy",
    }


def test_a_risk_is_possible_and_a_past_asserted(mentions):
    assert one(mentions, "military rebellion").modality == "possible"
    assert one(mentions, "Belousov called").modality == "asserted"


@pytest.mark.parametrize("words", ["Unit 29155", "600,000", "31 Abrams", "following you", "Slava"])
def test_numbers_and_readers_comments_tell_no_event(mentions, words):
    assert not [mention for mention in mentions if words in mention.quote]
