"""What a row of timeline.db may hold."""

from dataclasses import replace
from datetime import date

from own_mentions import mention

from ingest.cluster import merge
from ingest.model import Entity
from ingest.store.rows import EVENT_COLUMNS, entity_id, event_row


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


def test_towns_of_one_name_in_one_country_are_two_and_an_actor_is_the_place_it_is():
    here = Entity("Arlington", "place", "place", None, "US", 32.74, -97.11)
    there = Entity("Arlington", "place", "place", None, "US", 42.42, -71.16)
    assert entity_id(here) != entity_id(there)
    assert entity_id(here) == entity_id(replace(here, role="actor"))
