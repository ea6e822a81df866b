"""Laws of merging: the order of arrival, the batches and what else is there make no difference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from own_mentions import mention

from ingest import dates
from ingest.cluster import Changed, Index, merge, outline, sign, unpack
from ingest.model import Event, Mention

PLACES = ("Izmail", "Odesa")
DEEDS = (
    "A fire destroyed the grain terminal in {}.",
    "The grain terminal of {} burned down after a drone strike.",
    "Two strikes hit the railway station in {}.",
    "An explosion killed 11 dockers at the grain terminal in {}.",
    "An explosion killed 12 dockers at the grain terminal in {}.",
    "On the anniversary of the explosion dockers laid flowers at the grain terminal in {}.",
)
DATES = (
    dates.day(date(2024, 6, 24)),
    dates.day(date(2024, 6, 25)),
    dates.day(date(2024, 6, 26)),
    dates.month(2024, 6),
    dates.since(dates.day(date(2024, 6, 25))),
    dates.UNKNOWN,
)
PUBLISHED = (date(2024, 6, 24), date(2024, 6, 25), date(2024, 6, 27), date(2024, 8, 1), None)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    when = draw(st.sampled_from(DATES))
    report = draw(st.booleans())
    return mention(
        draw(st.sampled_from(DEEDS)).format(draw(st.sampled_from(PLACES))),
        article=f"a{draw(st.integers(1, 5))}",
        start=0 if report else draw(st.sampled_from((100, 200))),
        when=when,
        relation="since" if when.precision == "open" else "on",
        kind="report" if report else "passage",
        basis="published" if report and when.precision == "day" else "explicit",
        publisher=draw(st.sampled_from(("The Courier", "The Herald", "Reuters"))),
        published=draw(st.sampled_from(PUBLISHED)),
        modality=draw(st.sampled_from(("asserted", "reported", "planned", "denied"))),
        withdrawn_at=draw(st.sampled_from((None, None, None, datetime(2024, 9, 1, tzinfo=UTC)))),
    )


#: A busy machine is no failure.
UNHURRIED = settings(deadline=None)
POOLS = st.lists(mentions(), max_size=14, unique_by=lambda each: each.id)


class Archive:
    """Events kept up to date the way the pipeline does it: what a change touches is merged anew."""

    def __init__(self) -> None:
        self.mentions: dict[int, Mention] = {}
        self.events: dict[int, Event] = {}

    def change(self, changed: Iterable[Mention], removed: Iterable[int]) -> None:
        known = {id_: self.component_of(id_) for id_ in self.mentions}
        changed = list(changed)
        gone = [self.mentions.pop(id_) for id_ in removed if id_ in self.mentions]
        self.mentions.update({each.id: each for each in changed})
        # An article changes as a whole: whatever it tells is merged anew.
        articles = {each.article_id for each in (*changed, *gone)}
        told = [each for each in self.mentions.values() if each.article_id in articles]
        ids = {each.id for each in (*told, *gone)}
        changes = {each.id: each for each in told}
        index = Index(changes, {each.id: sign(each) for each in told})
        change = Changed(changes, index)
        components = {
            known[id_]
            for id_, packed in index.candidates(self.signatures()).items()
            if id_ not in ids and change.touch(self.mentions[id_], unpack(packed))
        }
        components |= {known[id_] for id_ in ids if id_ in known}
        again = ids | {id_ for id_, component in known.items() if component in components}
        self.events = {
            id_: event for id_, event in self.events.items() if event.component not in components
        }
        for event in merge(self.mentions[id_] for id_ in again if id_ in self.mentions):
            self.events[event.id] = event

    def signatures(self) -> list[tuple[int, int, bytes]]:
        signed = {id_: sign(each) for id_, each in self.mentions.items()}
        return [
            (stretch, id_, each.signature.pack())
            for id_, each in signed.items()
            for stretch in each.stretches
        ]

    def component_of(self, mention_id: int) -> int:
        return next(e.component for e in self.events.values() if mention_id in e.mentions)


@UNHURRIED
@given(POOLS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(pool, random):
    shuffled = list(pool)
    random.shuffle(shuffled)
    assert merge(pool) == merge(shuffled)


@UNHURRIED
@given(POOLS, st.data())
def test_outlines_that_are_known_change_nothing(pool, data):
    known = data.draw(st.lists(st.sampled_from(pool), unique=True)) if pool else []
    assert merge(pool, (), {each.id: outline(each) for each in known}) == merge(pool)


@UNHURRIED
@given(POOLS)
def test_every_mention_is_in_exactly_one_event_that_it_founds_or_follows(pool):
    events = merge(pool)
    told = [each for event in events for each in event.mentions]
    assert sorted(told) == sorted(each.id for each in pool)
    slugs = [name for event in events for name in (event.slug, *event.aliases)]
    assert len(set(slugs)) == len(slugs)
    assert all(len(event.reasons) == len(event.mentions) - 1 for event in events)
    assert all(event.lead in event.mentions for event in events)


@UNHURRIED
@given(POOLS)
def test_links_lead_to_events_that_exist(pool):
    events = {event.slug: event for event in merge(pool)}
    for event in events.values():
        for link in event.links:
            assert events[link.other_slug].component == event.component
            assert link.other_slug != event.slug


@UNHURRIED
@given(POOLS, st.lists(st.integers(1, 4), min_size=14, max_size=14), st.data())
def test_batches_that_touch_only_what_they_must_give_what_a_rebuild_gives(pool, sizes, data):
    archive, rest = Archive(), list(pool)
    for size in sizes:
        batch, rest = rest[:size], rest[size:]
        if not batch:
            break
        removed = data.draw(st.lists(st.sampled_from([0, *archive.mentions]), max_size=1))
        archive.change(batch, removed)
    expected = merge(archive.mentions.values())
    assert sorted(archive.events.values(), key=lambda event: event.slug) == list(expected)
