"""Row 24 and T2, T3 of docs/hardening.md: what servers say about time, however absurd."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fetch.freshness import LONGEST_WAIT, fresh_for, retry_at

NOW = datetime(2026, 3, 4, 5, 0, 0, tzinfo=UTC)
DATE = "Wed, 04 Mar 2026 05:00:00 GMT"
IN_AN_HOUR = "Wed, 04 Mar 2026 06:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": "public, MAX-AGE = 600, must-revalidate"}, 600),
        ({"cache-control": 'max-age="600"'}, 600),
        ({"cache-control": "s-maxage=600"}, 0),
        ({"cache-control": "no-cache"}, 0),
        ({"cache-control": "max-age=-5"}, 0),
        ({"cache-control": "max-age=soon"}, 0),
        ({"cache-control": "max-age=" + "9" * 21}, LONGEST_WAIT.total_seconds()),
        ({"cache-control": "max-age=" + "9" * 6000}, LONGEST_WAIT.total_seconds()),
        ({"cache-control": "max-age=" + "0" * 6000 + "5"}, 5),
        ({"expires": IN_AN_HOUR, "date": DATE}, 3600),
        ({"expires": IN_AN_HOUR}, 3600),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
        ({"expires": DATE, "date": IN_AN_HOUR}, 0),
        ({"expires": IN_AN_HOUR, "date": DATE, "cache-control": "max-age=60"}, 3600),
        ({"expires": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST_WAIT.total_seconds()),
        ({"expires": "Fri, 31 Dec 9999 23:59:59 -1400"}, 0),
        ({"expires": "Fri, 31 Dec 0000 23:59:59 GMT"}, 0),
        (
            {"expires": "Sat, 04 Mar 2101 06:00:00 GMT", "date": "Sat, 04 Mar 2101 05:00:00 GMT"},
            3600,
        ),
    ],
)
def test_freshness_is_the_longer_wish_within_a_month(headers, seconds):
    fresh = fresh_for(headers, NOW)
    assert (None if fresh is None else fresh.total_seconds()) == seconds


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "120"}, NOW + timedelta(seconds=120)),
        ({"retry-after": " 120 "}, NOW + timedelta(seconds=120)),
        ({"retry-after": "0"}, NOW),
        ({"retry-after": "9" * 30}, NOW + LONGEST_WAIT),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "٣"}, None),
        ({"retry-after": IN_AN_HOUR, "date": DATE}, NOW + timedelta(hours=1)),
        ({"retry-after": IN_AN_HOUR}, NOW + timedelta(hours=1)),
        ({"retry-after": DATE, "date": IN_AN_HOUR}, None),
        ({"retry-after": "Sat, 04 Mar 2101 06:00:00 GMT", "date": "Sat, 04 Mar 2101 05:00:00 GMT"},
         NOW + timedelta(hours=1)),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, NOW + LONGEST_WAIT),
    ],
)  # fmt: skip
def test_retry_after_is_read_in_both_forms_on_the_servers_own_clock(headers, expected):
    assert retry_at(headers, NOW) == expected


@given(
    st.dictionaries(st.sampled_from(["cache-control", "expires", "date", "retry-after"]), st.text())
)
def test_no_header_makes_the_wait_longer_than_a_month_or_negative(headers):
    fresh = fresh_for(headers, NOW)
    assert fresh is None or timedelta() <= fresh <= LONGEST_WAIT
    later = retry_at(headers, NOW)
    assert later is None or NOW <= later <= NOW + LONGEST_WAIT
