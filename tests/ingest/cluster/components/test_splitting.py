from datetime import date

from own_mentions import mention

from ingest import dates
from ingest.cluster.components.splitting import split
from ingest.cluster.likeness.similarity import ALIKE, APART, SAME
from ingest.cluster.reading.times import time_of

WEAK, STRONG = (ALIKE + SAME) / 2, (1 + SAME) / 2
ONE_DAY = time_of(mention("A fire in Izmail on 25 June 2024."))
LATER = time_of(mention("A fire in Izmail on 27 June 2024.", on=date(2024, 6, 27)))


def clusters(count, pairs, times=None):
    ties = {place: {} for place in range(count)}
    for (one, other), score in pairs.items():
        ties[one][other] = ties[other][one] = score
    return split(
        [[place] for place in range(count)], times or dict.fromkeys(range(count), ONE_DAY), ties
    )


def test_two_that_are_not_surely_alike_stay_two():
    assert clusters(2, {(0, 1): WEAK}) == [[0], [1]]
    assert clusters(2, {(0, 1): STRONG}) == [[0, 1]]


def test_one_sure_likeness_and_a_fair_one_join_a_third():
    assert clusters(4, {(0, 1): STRONG, (0, 2): STRONG, (1, 2): WEAK, (2, 3): WEAK}) == [
        [0, 1, 2],
        [3],
    ]


def test_one_that_ties_two_happenings_does_not_make_them_one():
    pairs = {(0, 1): STRONG, (2, 3): STRONG, (1, 2): STRONG}
    assert clusters(4, pairs) == [[0, 1], [2, 3]]


def test_two_that_alike_pairs_tie_stay_two_where_most_that_were_compared_are_not():
    within = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99, (3, 4): 0.99}
    bridge = {(0, 3): STRONG, (0, 4): STRONG}
    assert clusters(5, {**within, **bridge}) == [[0, 1, 2, 3, 4]]
    unlike = dict.fromkeys([(1, 3), (1, 4), (2, 3), (2, 4)], 0.1)
    assert clusters(5, {**within, **bridge, **unlike}) == [[0, 1, 2], [3, 4]]


def test_two_that_are_told_apart_stay_apart_through_what_ties_them():
    pairs = {(0, 1): STRONG, (1, 2): STRONG, (0, 2): APART}
    assert clusters(3, pairs) == [[0, 1], [2]]
    joined = {**pairs, (0, 3): STRONG, (1, 3): STRONG, (2, 3): STRONG}
    assert clusters(4, joined) == [[0, 1, 3], [2]]


def test_one_that_is_about_as_like_two_happenings_is_of_the_one_that_more_tell():
    week = time_of(mention("A fire in Izmail last week.", when=dates.week(date(2024, 6, 24))))
    times = {**dict.fromkeys(range(3), ONE_DAY), 3: LATER, 4: week}
    fair, better = STRONG, STRONG + 0.02
    told = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99}
    pairs = {**told, (0, 4): fair, (1, 4): fair, (2, 4): fair, (3, 4): better}
    assert clusters(5, pairs, times) == [[0, 1, 2, 4], [3]]


def test_times_that_do_not_agree_stay_apart_however_alike():
    assert clusters(2, {(0, 1): STRONG}, {0: ONE_DAY, 1: LATER}) == [[0], [1]]
