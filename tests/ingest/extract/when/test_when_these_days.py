"""“Today” as this day, and as these days, of which no day can be told."""

from datetime import date

import pytest

from ingest.extract.when import find

PUBLISHED = date(2024, 6, 26)


def today_of(text: str) -> str:
    (found,) = [each for each in find(text, PUBLISHED) if each.text.lower() == "today"]
    assert bool(found.edtf) == (found.value != "PRESENT_REF")
    return found.value


@pytest.mark.parametrize(
    "text",
    [
        "Even today, many people in the valley believe it.",
        "The lake is smaller than it is today.",
        "The river had more fish in it than the lake today.",
        "The web as we know it today began in a village.",
        "That is how the town got to where it is today.",
        "What is today called the old town was a marsh.",
        "The mill is today one of the largest in the county.",
        "Today the mine employs 3,000 people.",
        "Today it is a museum.",
        "Today, one of the bridges bears her name.",
        "The mill today is a museum.",
        "Today, breaking such locks is accessible to everyone.",
        "Today, about a third of the pupils are women.",
        "Prices today are lower than they were.",
        "The economy of today is another one.",
        "Most painters today do not grind their colours.",
        "Bridges today generally don't fall.",
        "In today's overwhelmingly digital world, it must be kept.",
        "If a test is easy for today’s models, it is worth little.",
        "Each of today's professional potters has a shop.",
    ],
)
def test_what_is_so_in_these_days_is_of_no_day(text):
    assert today_of(text) == "PRESENT_REF"


@pytest.mark.parametrize(
    "text",
    [
        "The minister resigned today.",
        "Today, the minister said, the bridge is closed.",
        "The army said today that it had withdrawn.",
        "Even today shells were falling on the town.",
        "Many people today marched to the bridge.",
        "She is in Oslo today.",
        "The school is closed today.",
        "The court meets today.",
        "Parliament votes today on the bill.",
        "Today we are announcing a new mill.",
        "Jane Doe writes today that the mine is one of the oldest.",
        "There have been no shots in Brandau, Lakeland, today, but one of the mayors cautions that it is no sign.",
        "The lake, as of today, is one of the cleanest.",
        "Today is the third day of the siege.",
        "He said that today is one of the worst days.",
        "Today was a long day.",
        "“Today is a sad day for one of the towns,” she said.",
        "Today's meeting of the council is one of many.",
        "The bank welcomes today's decision.",
        "There is more in today's post.",
        "Today's flood destroyed one of the mills.",
        "The council will vote today.",
    ],
)
def test_what_happens_on_the_day_keeps_it(text):
    assert today_of(text) == "2024-06-26"


def test_what_is_so_in_these_days_is_no_event(revision):
    from ingest.extract import extract

    text = "Opening words.\nToday the mine employs 3,000 people. The mill burned down today."
    mentions = extract(revision(text, "Headline", published=PUBLISHED)).mentions
    assert [each.quote for each in mentions if each.kind == "passage"] == [
        "The mill burned down today."
    ]
