"""Times told by events: lengths counted from them, days that all know by their date, what lies ahead of a report."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import TimeExpression, find

#: A Wednesday.
PUBLISHED = date(2025, 1, 22)


def only(text: str, published: date = PUBLISHED) -> TimeExpression:
    [found] = find(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "value", "edtf", "relation"),
    [
        ("Two days after the 3 May explosion it sank.", "2024-05-03", "2024-05-05", "on"),
        ("Four days before the 3 May 2024 vote he wrote.", "2024-05-03", "2024-04-29", "on"),
        ("A day after the blast in Porto on 3 May 2024 he left.", "2024-05-03", "2024-05-04", "on"),
        ("Five years after the 2003 war it fell.", "2003", "2008", "about"),
        ("A week after 3 May 2024 it was gone.", "2024-05-03", "2024-05-06/2024-05-12", "about"),
    ],
)
def test_a_length_before_an_event_that_has_its_date_is_counted_from_it(
    text: str, value: str, edtf: str, relation: str
) -> None:
    found = find(text, PUBLISHED)[-1]
    assert (found.value, found.edtf, found.relation) == (value, edtf, relation)
    assert found.anchor is not None
    assert value in found.anchor


@pytest.mark.parametrize(
    "text",
    [
        "For two days after the 3 May 2024 blast it burned.",
        "Within a month of the 3 May 2024 attack they had left.",
        "More than a year after the 3 May 2024 attack they left.",
        "A year after the firm said on 3 May 2024 that it would go, it went.",
    ],
)
def test_what_lasts_or_is_only_bounded_is_not_counted_from_an_event(text: str) -> None:
    found = find(text, PUBLISHED)[-1]
    assert found.value == "2024-05-03"
    assert found.relation in ("on", "after")
    assert found.edtf in ("2024-05-03", "2024-05-04/..")


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He told what Pence said on Jan. 6", date(2022, 2, 20), "2021-01-06"),
        ("Guards of the Proud Boys on trial over Jan. 6", date(2021, 11, 24), "2021-01-06"),
        ("Jan. 6 witnesses were called", date(2022, 6, 30), "2021-01-06"),
        ("Hamas took hostages on Oct. 7.", date(2024, 6, 20), "2023-10-07"),
        ("Al Qaeda trained them before Sept. 11.", date(2004, 3, 1), "2001-09-11"),
    ],
)
def test_a_day_that_all_know_by_its_date_takes_its_year_from_what_the_document_tells(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The shop opened on Jan. 6.", date(2022, 2, 20), "2022-01-06"),
        ("The trial of the Proud Boys is to open on Jan. 6.", date(2021, 11, 24), "2022-01-06"),
        ("Rioters were remembered on Jan. 6.", date(2022, 1, 9), "2022-01-06"),
        ("Families of the hostages met on Oct. 7.", date(2024, 10, 12), "2024-10-07"),
    ],
)
def test_the_same_day_of_another_year_is_left_to_its_own_words(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He will still have to show up on Friday.", PUBLISHED, "2025-01-24"),
        ("They had to leave on Friday.", PUBLISHED, "2025-01-17"),
        ("The ban that a judge blocked Thursday would do little.", PUBLISHED, "2025-01-16"),
        ("The head of the firm faces a hearing on Thursday.", date(2025, 1, 21), "2025-01-23"),
        ("The season ends in November.", date(2025, 6, 2), "2025-11"),
        ("April 21: The rig burns.", date(2024, 12, 15), "2024-04-21"),
        ("They chose women as candidates for the June vote.", date(2024, 4, 29), "2024-06"),
    ],
)
def test_duties_hearings_ends_and_captions_tell_ahead_from_behind(
    text: str, published: date, value: str
) -> None:
    assert only(text, published).value == value
