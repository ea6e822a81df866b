"""Short titles from the source's own words."""

import pytest

from ingest.extract import extract
from ingest.extract.article.kickers import below_headline
from ingest.extract.article.title_cuts import MAX_TITLE
from ingest.extract.article.titles import title_of

LONG = (
    "The council decided after nine hours of debate that the old bridge over the river must be closed,"
    " and that a new one will be built beside it in the coming years."
)


@pytest.mark.parametrize(
    ("sentence", "date_words", "title"),
    [
        (
            "On June 25 2024, Jane Doe called the ministry.",
            "June 25 2024",
            "Jane Doe called the ministry.",
        ),
        ("But the bridge fell in 2014.", "2014", "But the bridge fell in 2014."),
        ("However, Doe left in 2014.", "2014", "Doe left in 2014."),
        ("In 2014, because of rain, it fell.", "2014", "In 2014, because of rain, it fell."),
        ("* Bridge closed in 2014", None, "Bridge closed in 2014"),
        ("Two\nlines  of text", None, "Two lines of text"),
    ],
)
def test_what_only_leads_in_is_left_off(sentence, date_words, title):
    assert title_of(sentence, date_words) == title


def test_a_long_sentence_is_cut_where_a_reader_would_pause():
    title = title_of(LONG)
    assert title.endswith("closed…")
    assert len(title) <= MAX_TITLE + 1
    assert LONG.startswith(title[:-1])


def test_a_title_does_not_end_in_a_dangling_word():
    words = "One two three four five six seven eight nine ten of the most remarkable and of the strangest of all the bridges"
    assert not title_of(words).removesuffix("…").endswith((" the", " of", " and"))


@pytest.mark.parametrize(
    "sentence",
    [
        "“The first of the old bridges did not stop the long race between the two towns of the lake,” he added on Monday.",
        "Researchers from the institute of the lake and its science and technology branch reported this week that it is dead.",
        "There is much concern about the holiday pay and about what type of spring all of the people here are going to have.",
    ],
)
def test_a_title_does_not_end_in_what_announces_more(sentence):
    assert not title_of(sentence).removesuffix("…").endswith((" he", " this", " going"))


def test_words_without_any_space_are_cut_all_the_same():
    assert len(title_of("x" * 500)) == MAX_TITLE


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Pupils at Harbour primary in Brandau, Lakeland, began feeling ill last week when three cases of the flu were found.",
            "Pupils at Harbour primary in Brandau, Lakeland, began feeling ill last week…",
        ),
        (
            "The opposition coalition, the Joint Parties of the North, said the council's answer came too late and was too little.",
            "The opposition coalition, the Joint Parties of the North, said the council's answer came too late…",
        ),
        (
            "The company (Orbit Oil (Holdings) of Brandau, Lakeland) closed the old mine under the lake after a fire in the shaft.",
            "The company (Orbit Oil (Holdings) of Brandau, Lakeland) closed the old mine under the lake…",
        ),
        (
            "The mayor, who has led the town on the lake for three decades, closed the harbour, the last in the north of the country.",
            "The mayor, who has led the town on the lake for three decades, closed the harbour…",
        ),
        (
            "Engineers said on Friday evening that the new pump had brought up 1,200 barrels of oil since it was lowered into the sea.",
            "Engineers said on Friday evening that the new pump had brought up 1,200 barrels of oil…",
        ),
        (
            "The oil that leaked from the old well on the lake has now been carried by the wind into the Gulf of Brandau and the sea.",
            "The oil that leaked from the old well on the lake has now been carried by the wind…",
        ),
    ],
)  # fmt: skip
def test_a_cut_title_says_what_happened(sentence, title):
    assert title_of(sentence) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Moving to meet the blunt criticism that the council has been slow to answer the worst flood in decades, the mayor sent boats.",
            "…the mayor sent boats.",
        ),
        (
            "Because of the long string of accidents in its mines and at its old harbour before the fire, Orbit faced a ban on its trade.",
            "…Orbit faced a ban on its trade.",
        ),
    ],
)  # fmt: skip
def test_a_title_begins_at_the_main_clause_where_the_opening_leaves_no_room_for_it(sentence, title):
    assert title_of(sentence) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "In Brandau, Lakeland, a small town on the lake that nobody outside of the county had heard of, the old bridge fell.",
        "If the old bridge over the river is closed for good by the council and by the county's own engineers, the ferry would run again.",
        "When contracts for the new bridge over the river and the road behind it were signed in 2019, Orbit became the largest builder.",
        "Though fishermen from the towns of the lake, workers of the old mine and almost everyone in the harbour fear it, it goes on.",
        "“In all the long years that I have spent here by the side of this lake and in these old towns, the harbour was open,” he said.",
    ],
)
def test_a_condition_what_is_dated_and_an_aside_or_row_are_not_left_out_of_a_title(sentence):
    title = title_of(sentence, "2019")
    assert sentence.startswith(title.removesuffix("…"))


def test_a_title_is_somewhat_longer_where_only_so_it_says_what_happened():
    sentence = (
        "The director general of the Institute of the Lake and of its branch for the science of water,"
        " Jane Doe, left the town on Monday for a meeting of the council."
    )
    title = title_of(sentence)
    assert title.endswith("Jane Doe, left the town…")
    assert MAX_TITLE < len(title) <= 125 + 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The attorney general of the county said on Tuesday evening that the council has opened a criminal investigation into the fire at the mill.",
        "Jane Doe also led the fund of the county for the families of those who died in the town on Sept. 11 of the year before the last.",
        "The council of the town by the lake heard that pumping out the mine, its owner said, will soon have a huge effect on the harbour.",
    ],
)
def test_a_cut_leaves_no_adjective_without_its_noun_and_no_date_without_its_day(sentence):
    assert not title_of(sentence).endswith((" criminal…", " Sept…", " huge…"))


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Orbit declined to comment on its plans for the lake, which the council and the county have asked it to lay open by June.",
            "Orbit declined to comment on its plans for the lake…",
        ),
        (
            "Orbit's profits doubled in the first quarter of this year, although the mine says that it is not just the price of gold.",
            "Orbit's profits doubled in the first quarter of this year…",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_by_anybody_is_told(sentence, title):
    assert title_of(sentence) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Pumping began on 3 May 2022, and engineers were waiting for the cement on 5 May 2022.", "…engineers were waiting for the cement on 5 May 2022."),
        ("Announced on 3 May 2022, it may not open until July 2022, officials say.", "Announced on 3 May 2022, it may not open until July 2022, officials say."),
        ("In May 2022 Doe broke the pact that she signed with Brandau and Oldtown in 2018, and closed the port.", "In May 2022 Doe broke the pact that she signed with Brandau and Oldtown in 2018, and closed the port."),
        ("It rained on 3 May 2022, nearly as much as had fallen in June 2019.", "Headline: It rained on 3 May 2022, nearly as much as had fallen in June 2019."),
    ],
)  # fmt: skip
def test_a_title_does_not_begin_amid_a_clause(revision, sentence, title):
    assert extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1].title == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The shares of Orbit, which owns the mill and much of the harbour of the town, lost a third of their value after the mill burned down on 3 May 2022.",
            "…the mill burned down on 3 May 2022.",
        ),
        (
            "The shares of Orbit, which owns the mill and much of the harbour of the town, lost a third of their value after the fire on 3 May 2022.",
            "The shares of Orbit, which owns the mill and much of the harbour of the town, lost a third…",
        ),
        (
            "The shares of Orbit, which owns the mill and much of the harbour of the town, lost a third of their value, the mayor said on 3 May 2022.",
            "The shares of Orbit, which owns the mill and much of the harbour of the town, lost a third…",
        ),
        ("Shares fell after the mill burned down on 3 May 2022.", "Shares fell after the mill burned down on 3 May 2022."),
    ],
)  # fmt: skip
def test_a_title_tells_what_is_dated_rather_than_what_came_of_it(revision, sentence, title):
    assert extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1].title == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("-- At least 17 vases are missing.", "At least 17 vases are missing."),
        ("\\ * Shares fall 15 percent in a day", "Shares fall 15 percent in a day"),
        ("* bridge closed", "bridge closed"),
        ("BRANDAU, La. -- Long before the fire the mine was closed.", "Long before the fire the mine was closed."),
        ("NEW BRANDAU, Oct. 6 -- Less than a year ago he was rich.", "Less than a year ago he was rich."),
        ("BRANDAU/OLDTOWN (Example News) - The mine said it closed.", "The mine said it closed."),
        ("(Example) - President Doe spoke on Monday.", "President Doe spoke on Monday."),
        ("(Update 2:54 a.m. Thursday in Brandau, 7:54 p.m. (ET)) The mine is closed.", "The mine is closed."),
        ("(COMMERCIAL BREAK) The mine is closed.", "The mine is closed."),
        ("May 28 - The mayor toured the coast.", "The mayor toured the coast."),
        ("Sept. 19, 2010: The mine was closed.", "The mine was closed."),
    ],
)  # fmt: skip
def test_what_tells_of_nothing_is_left_off(sentence, title):
    assert title_of(sentence) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "May 28 - June 3: talks in Brandau go on.",
        "Orbit - Group shares fell.",
        "NATO -- the alliance -- met.",
        "(I) think it shows confidence.",
        "-5 degrees were measured.",
        "U.S.-listed shares of Orbit closed higher.",
        "May 28 -- closed",
    ],
)
def test_what_may_tell_something_stays(sentence):
    assert title_of(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("It reopened on 20 May 2024.", "The old bridge: It reopened on 20 May 2024."),
        ("On 20 May 2024, he left the town.", "The old bridge: On 20 May 2024, he left the town."),
        ("Its tower fell on 20 May 2024.", "The old bridge: Its tower fell on 20 May 2024."),
        ("In 2024 it reopened.", "The old bridge: In 2024 it reopened."),
        (
            "In May 2024 the ferry it had replaced was sold.",
            "In May 2024 the ferry it had replaced was sold.",
        ),
        ("Italy won on 20 May 2024.", "Italy won on 20 May 2024."),
        ("The tower fell on 20 May 2024.", "The tower fell on 20 May 2024."),
    ],
)
def test_what_a_pronoun_tells_stands_below_the_headline(revision, sentence, title):
    text = f"Opening words of the text.\nMore of them.\n{sentence}"
    assert extract(revision(text, "The old bridge")).mentions[-1].title == title


def test_a_long_headline_is_cut_above_what_a_pronoun_tells():
    headline = "The council decided after nine hours of debate that the old bridge must be closed"
    title = below_headline("It reopened on 20 May 2024.", headline)
    assert title == "The council decided after nine hours of debate…: It reopened on 20 May 2024."


def test_without_a_headline_a_pronoun_stands_alone():
    assert below_headline("It reopened.", "") == "It reopened."
