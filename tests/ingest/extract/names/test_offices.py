"""Whom "the mayor" means in one document, where that is certain."""

import pytest

from ingest.extract import extract
from ingest.extract.names.offices import bearers


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Jane Doe, the mayor of Brandau, came.", "mayor", "Jane Doe"),
        ("Lakeland's foreign minister, Jane Doe, came.", "foreign minister", "Jane Doe"),
        ("Commander-in-chief Peter Lang came.", "commander-in-chief", "Peter Lang"),
        ("President Jane Doe met Kate Roe, president of Lakeland.", "president", None),
        ("Former mayor Jane Doe came.", "mayor", None),
        ("Jane Doe, a deputy minister, came.", "minister", None),
        ("President Doe came. President Jane Doe left.", "president", "Jane Doe"),
    ],
)
def test_an_office_is_one_persons_or_nobodys(text, office, name):
    assert bearers(text).get(office) == name


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Jane Doe, the mayor, came. The mayor said the bridge fell in 2019.", "Jane Doe"),
        ("Gen. Lang, the commander-in-chief, came. The commander-in-chief said it fell in 2019.", "Lang"),
        ("Mayor Jane Doe met mayor Kate Roe. The mayor said the bridge fell in 2019.", "mayor"),
        ("The mayor said the bridge fell in 2019. Jane Doe, the mayor, left.", "mayor"),
        ("Jane Doe, the mayor, came. A mayor said the bridge fell in 2019.", "mayor"),
        ("Jane Doe, the mayor, came. The mayor's office said it fell in 2019.", "mayor's office"),
    ],
)  # fmt: skip
def test_an_office_speaks_for_its_holder_once_the_text_has_named_them(revision, body, speaker):
    mentions = extract(revision("Opening words.\n" + body, "Headline")).mentions
    assert next(each for each in mentions if each.date_text).speaker == speaker
