"""T1 to T7 of docs/hardening.md: when a source is asked again, told as a diary with its own clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import (
    CageError,
    DatelineError,
    FetchError,
    GoneError,
    LimitError,
    NotAFeedError,
    RefusedError,
)
from ingest.fetch.politeness import after_failure, after_success, is_due, is_unchanged
from ingest.fetch.polling import PollState
from ingest.model import Fetched, Parsed, Source

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)  # a Wednesday
FEED = Source(key="https://a.example/feed", location="https://a.example/feed")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def fetched(body=b"<rss/>", *, status=200, source=FEED, **fields):
    return Fetched(source, source.location, NOW, status, body, **{"etag": b'"a"', **fields})


def succeeded(state=None, *, now=NOW, headers=None, salt="k", parsed=None, **fields):
    answer = fetched(headers=headers or {}, **fields)
    wishes = Parsed((), "rss20", **(parsed or {}))
    return after_success(state or PollState(), answer, wishes, now, salt=salt)


def failed(error, state=None, *, now=NOW, salt="k"):
    return after_failure(state or PollState(), error, now, salt=salt)


def waits(state, now=NOW):
    return state.next_due_at - now


def test_a_new_source_is_due():
    assert is_due(PollState(), NOW, force=False)


def test_a_feed_with_validators_is_asked_at_most_hourly():
    for number in range(200):
        assert HOUR <= waits(succeeded(salt=str(number))) <= HOUR * 1.2


def test_a_feed_without_validators_is_asked_at_most_daily():
    state = succeeded(etag=None)
    assert DAY <= waits(state) <= DAY * 1.2
    assert "without ETag" in state.reason


def test_one_validator_is_enough_to_be_asked_hourly():
    assert waits(succeeded(etag=None, last_modified=b"then")) <= HOUR * 1.2


def test_jitter_spreads_feeds_and_is_the_same_when_told_again():
    due = {succeeded(salt=str(number)).next_due_at for number in range(100)}
    assert len(due) > 90
    assert succeeded(salt="x") == succeeded(salt="x")


def test_a_source_is_not_due_before_its_time_and_due_from_it_on():
    state = succeeded()
    assert not is_due(state, NOW, force=False)
    assert not is_due(state, state.next_due_at - timedelta(seconds=1), force=False)
    assert is_due(state, state.next_due_at, force=False)
    assert is_due(state, NOW, force=True)


def test_a_restart_does_not_forget_the_time():
    state = PollState.from_row(succeeded().to_row())
    assert not is_due(state, NOW + 0.9 * HOUR, force=False)


@pytest.mark.parametrize(
    ("headers", "parsed", "wait"),
    [
        ({"cache-control": "max-age=7200"}, {}, 2 * HOUR),
        ({"cache-control": "max-age=60"}, {}, HOUR),
        ({}, {"ttl_minutes": 180}, 3 * HOUR),
        ({"cache-control": "max-age=7200"}, {"ttl_minutes": 180}, 3 * HOUR),
        ({"cache-control": "max-age=14400"}, {"ttl_minutes": 180}, 4 * HOUR),
        ({}, {"ttl_minutes": -5}, HOUR),
        ({}, {"ttl_minutes": 10**20}, 30 * DAY),
        ({"cache-control": "max-age=" + "9" * 21}, {}, 30 * DAY),
        (
            {"expires": "Wed, 04 Mar 2026 11:00:00 GMT", "date": "Wed, 04 Mar 2026 05:00:00 GMT"},
            {},
            6 * HOUR,
        ),
    ],
)
def test_the_longest_wish_counts_within_a_month(headers, parsed, wait):
    state = succeeded(headers=headers, parsed=parsed)
    assert wait <= waits(state) <= min(wait * 1.2, max(wait, 30 * DAY))


def test_a_304_keeps_the_wishes_of_the_feed_and_of_the_server():
    state = succeeded(headers={"cache-control": "max-age=7200"}, parsed={"ttl_minutes": 180})
    for _ in range(2):
        answer = fetched(b"", status=304, etag=None)
        state = after_success(state, answer, None, NOW, salt="k")
    assert waits(state) >= 3 * HOUR
    assert state.fresh_seconds == 7200
    assert state.etag == b'"a"'


def test_a_user_may_ask_an_own_feed_oftener_but_the_publishers_wishes_still_count():
    mine = Source(key="k", location=FEED.location, overrides={"poll_minutes": 5})
    assert waits(succeeded(source=mine)) <= timedelta(minutes=6)
    assert waits(succeeded(source=mine, parsed={"ttl_minutes": 60})) >= HOUR


def test_skipped_hours_are_skipped():
    state = succeeded(parsed={"skip_hours": frozenset({6, 7, 8})})
    assert state.next_due_at.hour == 9
    assert "skipHours" in state.reason


def test_skipped_days_are_skipped():
    state = succeeded(etag=None, parsed={"skip_days": frozenset({"Thursday", "friday "})})
    assert f"{state.next_due_at:%A}" == "Saturday"


def test_a_feed_that_skips_every_hour_is_asked_all_the_same():
    state = succeeded(parsed={"skip_hours": frozenset(range(24))})
    assert waits(state) <= HOUR * 1.2


def test_retry_after_holds_even_against_force():
    until = NOW + 3 * HOUR
    state = failed(FetchError("answered 429", status=429, retry_at=until))
    assert state.next_due_at == until
    assert not is_due(state, until - timedelta(seconds=1), force=True)
    assert is_due(state, until, force=True)
    assert "Retry-After" in state.reason


def test_a_short_retry_after_does_not_undercut_the_minimum():
    state = failed(FetchError("answered 503", status=503, retry_at=NOW + timedelta(seconds=1)))
    assert waits(state) >= HOUR
    assert is_due(state, NOW + timedelta(seconds=1), force=True)


@pytest.mark.parametrize(
    "error",
    [
        FetchError("answered 429", status=429),
        FetchError("answered 500", status=500),
        LimitError("slow"),
    ],
)
def test_the_wait_doubles_with_each_failure_up_to_a_day_and_success_resets_it(error):
    state, waited = succeeded(), []
    for _ in range(8):
        state = failed(error, state)
        waited.append(waits(state))
    hours = [wait / HOUR for wait in waited]
    for got, floor in zip(hours, [2, 4, 8, 16, 24, 24, 24, 24], strict=True):
        assert floor <= got <= floor * 1.2
    assert state.failure_count == 8
    assert "failed 8 times" in state.reason
    healed = succeeded(state)
    assert (healed.failure_count, healed.first_failed_at, healed.last_error) == (0, None, None)
    assert waits(healed) <= HOUR * 1.2


def test_after_a_month_of_server_faults_it_is_asked_weekly_and_never_given_up():
    state = PollState()
    for day in range(40):
        state = failed(FetchError("answered 500", status=500), state, now=NOW + day * DAY)
    assert not state.gone
    assert waits(state, NOW + 39 * DAY) >= 7 * DAY


def test_410_ends_a_source_at_once_for_good_and_force_too():
    state = failed(GoneError("gone", status=410), succeeded())
    assert state.gone
    for days in (1, 60, 4000):
        assert not is_due(state, NOW + days * DAY, force=False)
        assert not is_due(state, NOW + days * DAY, force=True)
    assert is_due(PollState(), NOW, force=False)  # adding it anew starts afresh


@pytest.mark.parametrize(
    "error",
    [
        FetchError("answered 404", status=404),
        FetchError("answered 403", status=403),
        NotAFeedError("a web page"),
        CageError("took too long"),
        RefusedError("loopback"),
    ],
)
def test_what_looks_final_ends_after_a_month_and_not_before(error):
    state, day = PollState(), 0
    while day < 30:
        state = failed(error, state, now=NOW + day * DAY)
        assert not state.gone
        day += 3
    assert failed(error, state, now=NOW + 30 * DAY).gone


def test_two_failures_far_apart_are_not_a_month_of_failures():
    error = FetchError("answered 404", status=404)
    assert not failed(error, failed(error), now=NOW + 90 * DAY).gone


def test_a_success_in_between_starts_the_month_anew():
    error = FetchError("answered 404", status=404)
    state = PollState()
    for day in range(0, 60, 3):
        state = failed(error, state, now=NOW + day * DAY)
        state = succeeded(state, now=NOW + day * DAY) if day == 27 else state
    assert not failed(error, state, now=NOW + 56 * DAY).gone


def test_a_postponement_is_no_failure():
    before = succeeded()
    until = NOW + 5 * HOUR
    state = failed(FetchError("not asked: the host wants a pause", retry_at=until), before)
    assert (state.failure_count, state.last_error, state.last_fetched_at) == (0, None, NOW)
    assert not is_due(state, until - HOUR / 60, force=True)


def test_a_failure_says_which_and_is_one_line():
    state = failed(FetchError("answered 404", source="https://a.example/feed", status=404))
    assert state.last_error == "https://a.example/feed: answered 404"
    assert len(failed(FetchError("x" * 10_000)).last_error) == 500


def test_a_move_is_remembered_and_survives_later_answers():
    state = succeeded(moved_to="https://b.example/feed")
    assert state.moved_to == "https://b.example/feed"
    assert succeeded(state).moved_to == "https://b.example/feed"
    assert failed(LimitError("slow"), state).moved_to == "https://b.example/feed"


def test_the_same_body_needs_no_parsing_but_only_once_it_was_committed():
    answer = fetched(b"<rss/>")
    assert not is_unchanged(PollState(), answer)
    assert not is_unchanged(failed(NotAFeedError("no"), PollState()), answer)
    assert is_unchanged(succeeded(), answer)
    assert not is_unchanged(succeeded(), fetched(b"<rss> </rss>"))
    assert is_unchanged(succeeded(), fetched(b"", status=304))


def test_a_document_that_was_cut_off_is_asked_for_whole_and_only_daily():
    """A Content-Length that is too small looks complete to HTTP; with its ETag the rest would never come."""
    cut = fetched(last_modified=b"then")
    state = after_success(succeeded(), cut, Parsed((), "rss20", is_cut_off=True), NOW, salt="k")
    assert (state.etag, state.last_modified) == (None, None)
    assert not is_unchanged(state, cut)
    assert waits(state) >= DAY
    assert state.failure_count == 0


def test_a_file_is_looked_at_in_every_run():
    document = Source(key="a.txt", location="/docs/a.txt")
    state = succeeded(source=document, etag=None)
    assert is_due(state, NOW, force=False)
    assert "local file" in state.reason


@pytest.mark.parametrize("jump", [-2 * HOUR, 365 * DAY, -365 * DAY])
def test_no_source_starves_when_the_clock_jumps(jump):
    """The clock was wrong by `jump` during one success and one 429, and is right again."""
    wrong = NOW + jump
    for state in (
        succeeded(now=wrong),
        failed(FetchError("answered 429", status=429, retry_at=wrong + HOUR), now=wrong),
    ):
        assert is_due(state, NOW + 40 * DAY, force=False)
        if jump > 60 * DAY:
            assert is_due(state, NOW, force=False)


ERRORS = st.sampled_from(
    [
        FetchError("500", status=500),
        FetchError("404", status=404),
        FetchError("429", status=429, retry_at=NOW + 9 * HOUR),
        FetchError("held", retry_at=NOW + 2 * HOUR),
        GoneError("410", status=410),
        NotAFeedError("page"),
        DatelineError("odd"),
    ]
)
STEPS = st.lists(
    st.one_of(ERRORS, st.tuples(st.binary(max_size=3), st.integers(-5, 10**30))), max_size=12
)


@given(STEPS, st.integers(0, 10**6))
def test_every_history_ends_in_a_time_within_a_month_or_in_gone_and_is_storable(steps, seconds):
    state, now = PollState(), NOW
    for step in steps:
        now += timedelta(seconds=seconds)
        if isinstance(step, DatelineError):
            state = after_failure(state, step, now, salt="k")
        else:
            etag, ttl = step
            answer = Fetched(FEED, FEED.location, now, 200, b"x", etag=etag or None)
            state = after_success(
                state, answer, Parsed((), "rss20", ttl_minutes=ttl), now, salt="k"
            )
        assert PollState.from_row(state.to_row()) == state
        assert state.reason
        assert state.gone or state.next_due_at <= max(now, NOW) + timedelta(days=30, hours=9)


def test_a_row_holds_only_plain_values_and_unknown_columns_are_ignored():
    state = succeeded(
        parsed={"skip_hours": frozenset({3, 1}), "skip_days": frozenset({"Sunday", "Friday"})},
        etag=b"\xff",
    )
    row = state.to_row()
    assert all(value is None or isinstance(value, int | str | bytes) for value in row.values())
    assert row["last_fetched_at"] == "2026-03-04T05:06:07Z"
    assert (row["skip_hours"], row["skip_days"]) == ("1,3", "Friday,Sunday")
    assert PollState.from_row({**row, "source_key": "k", "moved_to": None}) == state
    assert PollState.from_row({}) == PollState()


def test_wishes_that_are_no_times_are_not_kept():
    wishes = {
        "ttl_minutes": 10**30,
        "skip_hours": frozenset({-1, 5, 24, 10**30}),
        "skip_days": frozenset({"someday", "Mon,day", "SUNDAY"}),
    }
    state = succeeded(parsed=wishes)
    assert state.ttl_minutes == 30 * 24 * 60
    assert (state.skip_hours, state.skip_days) == ({5}, {"Sunday"})
