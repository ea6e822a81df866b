"""Copyright lines, captions, pointers, tables and code tell of nothing; sentences like them do."""

import pytest

from ingest.extract.article.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "© 2013 Example News Network, Inc.",
        "Content Copyright 2010 Example News, Inc.",
        "(c) 1991 Harbour Press",
        "May 3, 2011 at 11:17 pm | Report abuse | Doe",
        "Read more: The year 2014 in pictures",
        "Last updated 3 May 2020",
        "This article was updated on Monday with new figures.",
        "A version of this article appeared in print on May 3, 2012.",
        "In this May 3, 2010 file photo, Jane Doe waves.",
        "The stack is shown at the site on July 20, 2010.",
        "Jane Doe speaks in Oslo on 3 May 2010. AP Photo",
        "for (int i = 0; i < 2000; i++) {",
        "2010 | 17 | 4,211",
        "Watch: the storm of 2013",
    ],
)
def test_furniture_is_known_by_its_form(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The rights to it, copyright 2010, were sold to Harbour Press, the court heard. "
        + "So it went. " * 9,
        "Published in 1985, the book was banned for years.",
        "Watch makers in Geneva closed two factories in 2010.",
        "Sources in the ministry said it closed in 2010.",
        "Growth is seen at 3% in 2011.",
        "2010 | The dam failed and two villages were flooded | 17",
        "Photographs from 2010 showed the damage.",
        "He posted the letter on 3 May 2010.",
        "The firm paid $3 (2.50 euros) in 2010 for [each] share.",
    ],
)
def test_a_sentence_that_tells_something_is_none(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "BRANDAU --",
        "OLDTOWN, La\\/",
        "BRANDAU/OLDTOWN, April 30 |",
        "PORT ALDER, La.",
        "July 23 |",
        "2009 06 24 07:14",
    ],
)
def test_a_place_line_alone_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["MAYOR RESIGNS", "FERRY SINKS, NONE HURT.", "In 2014", "NATO", "May 3"]
)
def test_capitals_alone_are_none(line):
    assert not is_furniture(line)


def test_where_an_article_was_printed_is_furniture_however_much_has_run_into_it():
    line = "A version appeared on p3 of the Main section of the Example on 11.49 BST on Friday 11 June 2010"
    assert is_furniture(
        f"{line} Our experts reveal the hidden world of the town, with guides {'and more ' * 20}"
    )
    assert not is_furniture(
        "A version of the plan appeared on Friday, and the council, which had asked for it, read it."
    )
