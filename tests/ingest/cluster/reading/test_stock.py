"""Sentences that many a report may hold, and what stands around them."""

from datetime import date

import pytest
from own_mentions import mention

from ingest.cluster import merge
from ingest.cluster.reading.passage import names_enough
from ingest.cluster.reading.stock import Stock, are_of_others

TUESDAY = date(2024, 6, 25)
HOUSES = ("The Courier", "The Herald", "The Globe")
STOCK = (
    "It happened near the station on Tuesday.",
    "Police are appealing for witnesses to the incident on Tuesday.",
    "Two people were taken to hospital with serious injuries after the crash on Tuesday.",
    "Emergency services were called to the scene on Tuesday morning.",
)
REPORTS = {
    "Cyclist hurt in Leeds": "The rider, a retired postman, was knocked off near a bakery.",
    "Theft of bells in Hull church": "Thieves climbed the tower for three Victorian bells.",
    "Factory blaze in Derby": "Flames spread through the paint store of the works.",
    "Boy missing from Luton": "The teenager was last seen wearing a green anorak.",
}


def told(quote, number, title, beside, **facts):
    begins = 200 + quote.index("Tuesday")
    return mention(
        quote, start=200, date_text_start=begins, date_text_end=begins + len("Tuesday"),
        article=f"a{number}", title=title, published=TUESDAY, **beside, **facts,
    )  # fmt: skip


@pytest.mark.parametrize("quote", STOCK)
@pytest.mark.parametrize("houses", [HOUSES[:1], HOUSES])
@pytest.mark.parametrize("kind", ["report", "passage"])
def test_a_stock_sentence_is_of_the_report_that_it_stands_in(quote, houses, kind):
    mentions = [
        told(
            quote, number, title if kind == "report" else quote, {"after_text": lead},
            kind=kind, publisher=houses[number % len(houses)],
        )
        for number, (title, lead) in enumerate(REPORTS.items())
    ]  # fmt: skip
    assert len(merge(mentions)) == len(REPORTS)


@pytest.mark.parametrize("quote", STOCK)
def test_a_stock_sentence_that_newsrooms_carry_in_one_report_is_one_event(quote):
    (title, lead), *_ = REPORTS.items()
    mentions = [
        told(quote, number, title, {"after_text": lead}, kind="report", publisher=house)
        for number, house in enumerate(HOUSES)
    ]
    assert len(merge(mentions)) == 1


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (STOCK[2], False),
        ("BP received 15,000 claims on Tuesday.", True),
        ("The company received 15,000 claims on Tuesday.", True),
        ("The council of 2010 met on Tuesday with 23 present.", False),
        ("Police arrested a man in Leeds on Tuesday.", True),
        ("Police arrested a man in June.", False),
    ],
)
def test_a_name_or_a_large_figure_singles_a_happening_out(quote, expected):
    assert names_enough(quote) is expected


def test_only_about_the_same_sentence_in_other_surroundings_is_of_another_happening():
    crash = Stock(STOCK[2], "A lorry shed forty crates of herring.")
    assert are_of_others(crash, Stock(STOCK[2], "A hearse skidded into the cricket pavilion."))
    assert not are_of_others(crash, Stock(STOCK[2], "Forty crates fell from a lorry."))
    assert not are_of_others(crash, Stock(STOCK[1], "A hearse skidded into the pavilion."))
    assert not are_of_others(crash, None)
