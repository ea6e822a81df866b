"""Which names of months, weekdays, holidays and days are of something else: people, papers, titles, idioms. Language-neutral tests."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: A month that a joined date shares may stand so far behind it ("22-25 April").
_AHEAD: Final = 40
#: What tells that words are a title stands so few characters before them.
_LONGEST_TITLE: Final = 16
#: So far around a day that many nations have, the text is read for which it tells of.
_AROUND: Final = 2000
#: The rest of a name in quotation marks ends within so many characters.
_LONGEST_NAME: Final = 40


def is_named(word: str, match: Match, story: Story) -> bool:
    """Whether a word that is a name of the calendar, or else a common word, has the capital of a name."""
    at = story.folded.find(word, match.start, match.end + _AHEAD)
    if word[0].isdigit() or story.text[at].isupper():
        return True
    return not story.cue("also_word", word)


def is_month(match: Match, story: Story) -> bool:
    """Whether it is neither a person ("June Brown"), nor a verb ("may"), nor a march of people."""
    before, after = story.near_before(match), story.after(match)
    if _is_quoted_name(match, story):
        return False
    if story.cue("name_before", before) or _is_modal(match, story) or _is_name(match, story):
        return False
    if story.cue("also_name", match.slots["month"]) and story.cue("deed_after", after):
        return False
    if story.cue("also_verb", match.slots["month"]) and (
        story.cue("march_name", before)
        or story.cue("march_of_many", after)
        or (story.opens(match) and story.cue("march_of_people", after))
    ):
        return False
    if story.cue("also_verb", match.slots["month"]) and story.cue("verb_before", before):
        return not story.cue("verb_after", after)
    return not story.cue("name_after", after)


def _is_quoted_name(match: Match, story: Story) -> bool:
    """Whether a month begins a name in quotation marks (the “July Charter”)."""
    before = story.text[max(0, match.start - 1) : match.start]
    after = story.text[match.end : match.end + _LONGEST_NAME]
    return story.cue("quoted_title", before) and story.cue("name_in_quotes", after)


def is_of_a_name(match: Match, story: Story) -> bool:
    """Whether a season is a word of a name, told by its capital ("the Spring Hill school", "the Spring framework").

    Histories name battles and risings by their season: there it is a date.
    """
    if story.narrative:
        return False
    season = story.text[match.end - len(match.slots["season"]) : match.end]
    if not (season.istitle() and story.text[match.start].islower()):
        return False
    after = story.after(match)
    return story.cue("noun_next", after) and not story.cue("season_term", after)


def is_of_an_event(match: Match, story: Story) -> bool:
    """Whether a report names an event of long ago by its month ("the October Revolution")."""
    after = story.text[match.end : match.end + _LONGEST_TITLE]
    return not story.narrative and story.cue("event_name", after)


def _is_modal(match: Match, story: Story) -> bool:
    """Whether "May" is the verb of a headline that writes its words with capitals ("Rates May Fall"), or a name."""
    if not story.cue("also_modal", match.slots["month"]) or "mod" in match.slots:
        return False
    near = story.near_before(match)
    if story.cue("sentence_head", near) and story.cue("wish_next", story.after(match)):
        return True
    before = story.text[max(0, match.start - _LONGEST_TITLE) : match.start]
    after = story.text[match.end : match.end + _LONGEST_TITLE]
    if story.cue("month_lead", near):
        return story.cue("modal_next", after) and not story.cue("preposition_last", near)
    return story.cue("verb_next", after) or story.cue("name_last", before)


def _is_name(match: Match, story: Story) -> bool:
    """Whether "June" is the first name of somebody ("the actor June Brown")."""
    if not story.cue("also_name", match.slots["month"]) or "mod" in match.slots:
        return False
    before = story.near_before(match)
    after = story.text[match.end : match.end + _LONGEST_TITLE]
    return story.cue("person_before", before) and story.cue("surname_after", after)


def is_holiday(match: Match, story: Story) -> bool:
    """Whether it is not a thing that is called after one ("a Christmas tree")."""
    words, after = story.folded[match.start : match.end], story.after(match)
    if story.cue("shopping_day", words):
        return True
    if story.cue("other_remembrance", story.near_before(match) + words):
        return False
    if story.cue("of_any_holiday", story.near_before(match)):
        return False
    if story.cue("national_day", words) and not _is_of_its_nation(match, story):
        return False
    thing = "christmas_thing" if story.cue("christmas", words) else "holiday_thing"
    return not story.cue(thing, after)


def _is_of_its_nation(match: Match, story: Story) -> bool:
    """Whether a day that many nations have by one name is that of the nation whose the language takes it for.

    "Independence Day" is 4 July only where no other nation stands before it and the text around tells of that one.
    """
    before = story.text[max(0, match.start - _LONGEST_TITLE) : match.start]
    if story.cue("nation_last", before):
        return story.cue("nation_of_day", before.lower())
    around = story.folded[max(0, match.start - _AROUND) : match.end + _AROUND]
    return story.cue("nation_of_day", around)


def is_period(match: Match, story: Story) -> bool:
    """Whether it is not part of a title (Journalist of the Year), nor of any year ("this time of the year")."""
    if story.cue("any_year", story.near_before(match)):
        return False
    return not story.cue("capitals", story.text[match.start : match.end])


def is_weekday(match: Match, story: Story) -> bool:
    """Whether it is neither a name (the Sunday Times, Black Monday) nor counted from what is not known."""
    text, start, end = story.text, match.start, match.end
    if story.cue("paper_after", text[end : end + _LONGEST_TITLE]):
        return False
    if story.cue("named_weekday", text[max(0, start - _LONGEST_TITLE) : start]):
        return False
    counted = f"{story.near_before(match)}{story.folded[start:end]}"
    return not (story.cue("nth_weekday", counted) and story.cue("of_what", story.after(match)))


def is_frequency(match: Match, story: Story) -> bool:
    """Whether it is neither part of a name ("the Daily Monitor"), nor a newspaper, nor a measure ("the average daily volume")."""
    if story.cue("average_last", story.near_before(match)):
        return False
    next_char = story.text[match.end + 1 : match.end + 2]
    if story.text[match.start].isupper() and next_char.isupper():
        return False
    return not story.cue("periodical", story.after(match))


def is_no_title(match: Match, story: Story) -> bool:
    """Whether it is not the name of a programme or a paper (ABC's "This Week", USA TODAY, the Today Show)."""
    words = story.text[match.start : match.end]
    before = story.text[max(0, match.start - _LONGEST_TITLE) : match.start]
    if {"deictic", "tonight"} & match.slots.keys() and words[0].isupper():
        after = story.text[match.end : match.end + _LONGEST_TITLE]
        if (
            story.cue("title_after", after)
            or story.cue("paper_today", before + words)
            or story.cue("nbc_today", before)
        ):
            return False
    if not story.cue("capitals", words):
        return True
    if story.cue("word_last", before) and story.cue(
        "title_of", story.text[match.end : match.end + _LONGEST_TITLE]
    ):
        return False
    if story.cue("week_tonight", story.text[match.end : match.end + _LONGEST_TITLE]):
        return False
    return not story.cue("quoted_title" if " " in words else "named_title", before)


def is_day(match: Match, story: Story) -> bool:
    """Whether it is neither a title nor an age ("today's youth", "the leaders of tomorrow", "as if there were no tomorrow")."""
    if "part" in match.slots:
        return True
    before = story.near_before(match)
    if story.cue("people_of_an_age", before) or story.cue("no_day", before):
        return False
    return not story.cue("of_an_age", story.after(match)) and is_no_title(match, story)


def _is_idiom(words: str, match: Match, story: Story) -> bool:
    before = story.near_before(match)
    if story.cue("idiom", words):
        return story.cue("idiom_before", before)
    return story.cue("end_of_day", words) and story.cue("idiom_clause", before)


def is_step(match: Match, story: Story) -> bool:
    """Whether it is neither a title nor an idiom ("at the end of the day, it pays")."""
    words = story.folded[match.start : match.end + _LONGEST_TITLE]
    if story.cue("and_age", words):
        return False
    return not _is_idiom(words, match, story) and is_no_title(match, story)
