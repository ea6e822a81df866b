"""Moulds: one comparison stands for many only where every one of them would say the same."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from own_mentions import mention

from ingest import dates
from ingest.cluster.likeness.moulds import Moulds, mould_of
from ingest.cluster.likeness.pairs import Pairs, are_tied
from ingest.cluster.reading.features import features

ENTRIES = (
    "A fire of {} houses broke out in {} on Tuesday and killed {} people.",
    "An earthquake of magnitude {} was recorded near {}, {} km deep.",
    "{} came after {} in report {}.",
)
FIGURES = st.integers(1, 6)
TOLD = st.builds(
    lambda mould, one, town, two, day, article, publisher, url: mention(
        ENTRIES[mould].format(one, town, two),
        on=date(2024, 6, day), article=article, publisher=publisher, url=url,
    ),
    st.integers(0, 2), FIGURES, st.sampled_from(("Izmail", "Odesa")), FIGURES, st.integers(24, 25),
    st.sampled_from(("a1", "b1", "c1", "d1")), st.sampled_from(("The Courier", "The Herald")),
    st.sampled_from((None, "https://news.example/")),
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(TOLD, min_size=4, max_size=12))
def test_pairs_that_a_comparison_stands_for_compare_alike(told):
    compared = [features(each) for each in told]
    made = [mould_of(each) for each in compared]
    moulds = Moulds(made)
    known: dict[tuple[int, int], bool] = {}
    for place, one in enumerate(compared):
        for other_place, other in enumerate(compared[:place]):
            key = moulds.key(made[place], made[other_place])
            if key is not None:
                assert known.setdefault(key, are_tied(one, other)) == are_tied(one, other)


@settings(deadline=None, max_examples=200)
@given(st.lists(TOLD, min_size=20, max_size=30), st.integers(9, 12))
def test_two_groups_are_tied_if_any_pair_of_theirs_is(told, size):
    compared = sorted((features(each) for each in told), key=lambda each: each.rank)
    ones, others = list(range(size)), list(range(size, len(compared)))
    tied = any(are_tied(compared[one], compared[other]) for one in ones for other in others)
    assert Pairs(compared, range(len(compared))).any_tied(ones, others) == tied


def test_entries_of_one_mould_need_one_comparison():
    told = [
        features(mention(ENTRIES[1].format(n, "Izmail", 100 + n), article=f"a{n}"))
        for n in range(9)
    ]
    moulds = Moulds(mould_of(each) for each in told)
    keys = {
        moulds.key(mould_of(one), mould_of(other)) for one in told for other in told if one != other
    }
    assert len(keys) == 1
    assert None not in keys


def test_what_has_a_figure_in_common_is_compared_by_itself():
    one, other, third = (
        mould_of(features(mention(ENTRIES[1].format(n, "Izmail", deep), article=f"a{n}")))
        for n, deep in ((1, 50), (2, 50), (3, 60))
    )
    moulds = Moulds([one, other, third])
    assert moulds.key(one, other) is None
    assert moulds.key(one, third) is not None


def test_the_same_words_of_another_day_or_newsroom_are_another_mould():
    quote = ENTRIES[1].format(4, "Izmail", 50)
    told = [
        mention(quote),
        mention(quote, when=dates.month(2024, 6)),
        mention(quote, publisher="The Herald"),
        mention(quote, modality="denied"),
    ]
    assert len({mould_of(features(each)).number for each in told}) == 4
