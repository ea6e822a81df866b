"""What a row of timeline.db may hold."""

from datetime import date

from own_mentions import mention

from ingest.cluster import merge
from ingest.store.rows import EVENT_COLUMNS, event_row


def test_an_event_that_is_told_in_countless_words_keeps_as_many_as_a_row_may_hold():
    told = [
        mention(f"The bridge of the harbour opened {'to cheers ' * 60}{n}.", article=f"a{n}")
        for n in range(300)
    ]
    (event, *_) = merge(told)
    members = [one for one in told if one.id in event.mentions]
    row = dict(zip(EVENT_COLUMNS, event_row(event, members, {}), strict=True))
    assert 50_000 < len(row["more_quotes"]) <= 100_000
    assert row["more_quotes"].endswith(".")
    assert row["date_start"] == date(2024, 6, 25).isoformat()
