"""Signatures: small, exact, and enough to find whatever could be one event."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from own_mentions import mention

from ingest import dates
from ingest.cluster import Index, merge, sign
from ingest.cluster.blocks.signature import Signature, has_none, marks, unpack
from ingest.cluster.likeness.links import told_by

FIRE = "A fire destroyed the grain terminal in Izmail on Tuesday."
WORDS = st.lists(
    st.sampled_from(["fire", "grain", "terminal", "Izmail", "drone", "strike", "docks", "barge", "Danube", "crane", "the", "of", "in"]),
    min_size=1, max_size=9,
).map(" ".join)  # fmt: skip
DAYS = st.dates(date(2024, 6, 28), date(2024, 7, 3)).map(dates.day)
SINCE = dates.since(dates.year(1981))
WHEN = st.one_of(DAYS, st.just(dates.month(2024, 6)), st.just(SINCE), st.just(dates.UNKNOWN))


@settings(deadline=None)
@given(st.text(max_size=60), WHEN, st.booleans())
def test_a_signature_comes_back_from_its_bytes(quote, when, is_report):
    signed = sign(mention(quote or "?", when=when, kind="report" if is_report else "passage"))
    assert unpack(signed.signature.pack()) == signed.signature


def test_stretches_fit_a_sqlite_integer_and_a_double():
    assert all(0 <= stretch < 2**53 for stretch in sign(mention(FIRE)).stretches)


@settings(deadline=None)
@given(WORDS, WORDS, WHEN, WHEN, st.sampled_from(("explicit", "published")))
def test_whatever_merges_is_found_by_its_signature(one, other, first, second, basis):
    kept = mention(one, when=first, article="a1", basis=basis)
    new = mention(other, when=second, article="a2", start=100)
    signed = sign(kept)
    rows = [(stretch, kept.id, signed.signature.pack()) for stretch in signed.stretches]
    if len(merge([kept, new])) == 1:
        index = Index({new.id: new}, {new.id: sign(new)})
        assert index.candidates(rows).keys() == {kept.id}
        assert set(index.sharing(signed, told_by(kept))) == {new.id}


def test_since_one_date_two_telling_words_are_enough_as_on_a_date_and_without_a_date_they_are_not():
    def told(quote, when):
        return mention(quote, article=quote, when=when)

    ruled = "Jane Doe has governed Lakeland since 1981."
    chants = "Crowds chanted for the fall of governor Jane Doe, who came to power in Lakeland in a coup in 1981."
    for when, found in ((SINCE, True), (dates.UNKNOWN, False)):
        one, other = told(ruled, when), told(chants, when)
        index = Index({one.id: one}, {one.id: sign(one)})
        assert bool(list(index.sharing(sign(other), told_by(other)))) == found
    assert len(merge([told(ruled, SINCE), told(ruled.replace("has gov", "gov"), SINCE)])) == 1


def test_a_stock_phrase_brings_no_strangers_together_and_a_shared_neighbour_does():
    def told(article, before):
        return mention("It happened near the station.", article=article, before_text=before)

    jewels = told("a1", "Thieves emptied a jeweller's window in Izmail.")
    herring = told("b1", "A lorry shed forty crates of herring on the bridge.")
    again = told("c1", "The jeweller's window in Izmail was smashed.")
    index = Index({jewels.id: jewels}, {jewels.id: sign(jewels)})
    assert not list(index.sharing(sign(herring), told_by(herring)))
    assert list(index.sharing(sign(again), told_by(again)))


SIGNATURES = st.builds(
    Signature,
    words_hash=st.integers(0, 2**56 - 1),
    first=st.just(0),
    last=st.just(0),
    is_published=st.booleans(),
    runs=st.lists(st.integers(0, 2**64 - 1), max_size=2).map(tuple),
    stems=st.lists(st.integers(0, 9), max_size=8, unique=True).map(tuple),
    part=st.sampled_from([(), (1, 2)]),
)


@given(SIGNATURES, SIGNATURES, st.booleans(), st.booleans())
def test_a_signature_that_shares_words_or_stems_has_a_mark_of_the_other(
    one, other, same_words, same_runs
):
    one = one._replace(
        words_hash=other.words_hash if same_words else one.words_hash,
        runs=other.runs if same_runs else one.runs,
    )
    shares = (
        one.words_hash == other.words_hash
        or set(one.runs) & set(other.runs)
        or set(one.stems) & set(other.stems)
    )
    assert not (shares and has_none(one.pack(), marks(other)))


def test_a_signature_of_other_words_has_no_mark():
    one, other = sign(mention(FIRE)).signature, sign(mention("Voters chose a parliament."))
    assert has_none(one.pack(), marks(other.signature))


def test_what_shares_neither_date_nor_words_is_not_looked_at():
    kept = sign(mention(FIRE))
    rows = [(stretch, 1, kept.signature.pack()) for stretch in kept.stretches]
    other = mention("Voters chose a new parliament in Chisinau.")
    assert Index({other.id: other}, {other.id: sign(other)}).candidates(rows) == {}
