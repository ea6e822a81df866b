"""A publication date is read as printed, or not at all."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.published import read_published


def at(*parts, offset=0):
    return datetime(*parts, tzinfo=timezone(timedelta(minutes=offset)))


@pytest.mark.parametrize(
    ("printed", "instant"),
    [
        ("Thu, 01 Jan 2004 19:48:21 GMT", at(2004, 1, 1, 19, 48, 21)),
        ("Thu, 01 Jan 2004 19:48:21 +0000 (UTC)", at(2004, 1, 1, 19, 48, 21)),
        ("01 Jan 2004 19:48 EST", at(2004, 1, 1, 19, 48, offset=-300)),
        ("Thu, 1 Jan 04 19:48:21 -0700", at(2004, 1, 1, 19, 48, 21, offset=-420)),
        ("Thu, 01 Jan 2004 19:48:21 +0530", at(2004, 1, 1, 19, 48, 21, offset=330)),
        ("Thu, 01 Jan 2004 19:48:21 +05:30", at(2004, 1, 1, 19, 48, 21, offset=330)),
        ("Wed, 19 Jan 2005 6:26:07 GMT-4", at(2005, 1, 19, 6, 26, 7, offset=-240)),
        ("Thu, 01 Jan 2004 19:48:21", at(2004, 1, 1, 19, 48, 21)),
        ("Thu, 01 Jan 2004 19:48:21 Q", at(2004, 1, 1, 19, 48, 21)),
        ("Thursday, 01-Jan-04 19:48:21 GMT", at(2004, 1, 1, 19, 48, 21)),
        ("Thu Jan  1 19:48:21 2004", at(2004, 1, 1, 19, 48, 21)),
        ("Thu Jan 1 19:48:21 UTC 2004", at(2004, 1, 1, 19, 48, 21)),
        ("2004-01-01T19:48:21Z", at(2004, 1, 1, 19, 48, 21)),
        ("2004-01-01T19:48:21.123456789-05:00", at(2004, 1, 1, 19, 48, 21, offset=-300)),
        ("2004-01-01 19:48", at(2004, 1, 1, 19, 48)),
        ("2004-01-01T19Z", at(2004, 1, 1, 19)),
        ("20040101T194821Z", at(2004, 1, 1, 19, 48, 21)),
        ("20040101194821", at(2004, 1, 1, 19, 48, 21)),
        ("2024-05-13T10:00:00+00:00Z", at(2024, 5, 13, 10)),
        ("2024-05-13T24:00:00Z", at(2024, 5, 14)),
        ("2016-12-31T23:59:60Z", at(2016, 12, 31, 23, 59, 59)),
        ("Jan 5, 2024 3:04 PM", at(2024, 1, 5, 15, 4)),
        ("Friday 5 July 2024 12:00 AM", at(2024, 7, 5)),
        ("lun., 05 févr. 2024 12:00:00 +0000", at(2024, 2, 5, 12)),
        ("Пн, 05 фев 2024 12:00:00 +0300", at(2024, 2, 5, 12, offset=180)),
        ("1704067200", at(2024, 1, 1)),
        ("1704067200000", at(2024, 1, 1)),
    ],
)
def test_an_instant_keeps_its_offset(printed, instant):
    found = read_published(printed)
    assert found == instant
    assert found.utcoffset() == instant.utcoffset()


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-05-13", date(2024, 5, 13)),
        ("2024/05/13", date(2024, 5, 13)),
        ("20240513", date(2024, 5, 13)),
        ("2024-W20-1", date(2024, 5, 13)),
        ("2024-134", date(2024, 5, 13)),
        ("13 May 2024", date(2024, 5, 13)),
        ("May 13th, 2024", date(2024, 5, 13)),
        ("13. Mai 2024", date(2024, 5, 13)),
        ("13 de mayo de 2024", date(2024, 5, 13)),
        ("13/05/2024", date(2024, 5, 13)),
        ("05/13/2024", date(2024, 5, 13)),
        ("05.06.2024", date(2024, 6, 5)),
        ("29 Feb 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_without_a_time_stays_a_day(printed, day):
    found = read_published(printed)
    assert type(found) is date
    assert found == day


#: Impossible, empty or ambiguous; each was met in a feed or stands in the tables of hostile inputs.
NO_DATES = [
    None, "", "soon", "2024", "2024-05", "May 2024", "05/06/2024", "29 Feb 2023", "2024-02-30", "2024-13-01",
    "Sun, 31 Sep 2024 10:00:00 GMT", "Thu, 01 Jan 2004 25:00:00 GMT", "Thu, 01 Jan 2004 19:61:00 GMT",
    "Wed, 30 Nov -0001 00:00:00 +0000", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z",
    "Mon, 01 Jan 0001 00:00:00 +0000", "10000-01-01T00:00:00Z", "Mon, 01 Jan 10000 00:00:00 GMT",
    "9999-12-31T23:59:59-14:00", "Thu, 01 Jan 2004 19:48:21 +9999", "Thu, 01 Jan 2004 19:48:21 +0260",
    "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z", "100000000000000000000", "-1", "1e9", "NaN",
    "2024-366x", "2023-366", "2024-W54-1", "2024-W20-8", "13:00 PM 5 July 2024", "July 5, 2024 13:00 PM",
    "9" * 5000, "1 " * 500_000, "Mon, " + "1" * 100_000 + " Jan 2004", "now", "{{ date }}", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("printed", NO_DATES, ids=lambda printed: str(printed)[:30].encode("ascii", "replace").decode())  # fmt: skip
def test_what_is_no_date_is_none(printed):
    assert read_published(printed) is None


INSTANTS = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001 - the zone is given below
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes))),
).map(lambda instant: instant.replace(microsecond=0))


@given(INSTANTS)
def test_what_is_printed_in_iso_8601_and_rfc_2822_reads_back(instant):
    assert read_published(instant.isoformat()) == instant
    assert read_published(instant.isoformat(" ")) == instant
    assert read_published(instant.strftime(f"%a, %d %b {instant.year:04} %H:%M:%S %z")) == instant


@given(st.text(max_size=60))
def test_no_text_raises(text):
    read_published(text)


@given(st.dates(min_value=date(1450, 1, 1)))
def test_a_day_reads_back_as_the_same_day(day):
    assert read_published(day.isoformat()) == day


def test_an_epoch_in_seconds_is_utc():
    assert read_published("1704067200").tzinfo is UTC
