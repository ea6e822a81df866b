"""Days without a year in histories: the year of the story, of its sections, or none; never an invented one."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import find

_PUBLISHED = date(2023, 7, 6)
_LEAD = "The siege of Norhaven lasted from 3 March 2022 until 9 May 2022.\n\n"


def _values(text: str, published: date | None = _PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


def test_a_chronicle_of_last_year_keeps_its_year_though_it_was_published_in_the_next() -> None:
    text = (
        _LEAD
        + "On 4 March, guns were brought up. On 11 March the mill burned. By 2 May it was over."
    )
    assert _values(text)[2:] == ["2022-03-04", "2022-03-11", "2022-05-02"]


def test_what_resolved_such_a_day_is_told() -> None:
    found = find(
        _LEAD + "On 4 March, guns were brought up. On 11 March the mill burned.", _PUBLISHED
    )
    assert (found[2].basis, found[2].anchor) == ("context", "after 2022-05-09")


def test_the_year_turns_where_the_story_moves_on() -> None:
    text = (
        _LEAD
        + "In November, a bridge was built. On 20 December it froze. On 8 January the ice broke."
    )
    assert _values(text)[2:] == ["2022-11", "2022-12-20", "2023-01-08"]


def test_a_story_goes_back_rather_than_beyond_its_publication() -> None:
    text = (
        _LEAD + "By 17 January 2023 the town was rebuilt. The school had reopened on 25 December."
    )
    assert _values(text)[3] == "2022-12-25"


def test_a_heading_gives_the_year_of_its_section() -> None:
    text = (
        _LEAD
        + "## Relief (October 2022 - January 2023)\n\nOn 28 October, wagons arrived. Two mills "
        "reopened on 6 November.\n\n## Retreat (April 2022)\n\nOn 3 April, the guns fell silent."
    )
    values = _values(text)
    assert values[4:6] == ["2022-10-28", "2022-11-06"]
    assert values[7] == "2022-04-03"


def test_a_word_about_a_later_year_does_not_carry_over_into_the_next_section() -> None:
    text = (
        _LEAD
        + "## Prisoners\n\nOn 2 May, forty were freed. One year later, in May 2023, ten were still "
        "held.\n\n## Sorties\n\nOn 14 April, the garrison broke out. On 26 April it tried again.\n\n"
        "## Bombardment\n\nThe shelling of 7 May 2022 was the last."
    )
    values = _values(text)
    assert "2022-04-14" in values
    assert "2022-04-26" in values


def test_a_day_that_is_written_out_elsewhere_is_the_same_day() -> None:
    text = (
        "The harbour of Sund was taken on 30 June 2022. The fleet had left on 13 April 2022.\n\n"
        "## Legacy\n\nStamps were sold from 12 February 2023 in the capital, in two colours and with all "
        "the ceremony that the postmaster, himself once a gunner of the garrison, had asked for. They show "
        "the ships of 13 April and the flag of 30 June.\n"
    )
    found = find(text, _PUBLISHED)[-2:]
    assert [each.value for each in found] == ["2022-04-13", "2022-06-30"]
    assert found[0].anchor == "2022-04-13 elsewhere in the text"


def test_a_story_without_any_year_that_runs_past_its_publication_day_stays_without_one() -> None:
    days = "4 June, 17 June, 24 June, 30 June, 13 July, 21 July, 5 August, 9 August, 22 August, 9 September"
    text = " ".join(f"The guns fired on {day}." for day in days.split(", "))
    found = find(text, date(2023, 7, 15))
    assert {each.value[:4] for each in found} == {"XXXX"}
    assert {each.date_start for each in found} == {None}


def test_a_report_that_retells_a_story_still_speaks_from_its_day() -> None:
    text = (
        "Officials said on Tuesday that the siege, which began on 3 March 2022, cost 400 lives. An inquiry "
        "opened on 5 May and heard witnesses last week."
    )
    assert "2023-05-05" in _values(text)


@pytest.mark.parametrize("stamp", ["July 6, 2023 at 11:26 pm", "July 4, 2023 at 9:01 am"])
def test_stamps_of_comments_make_no_history(stamp: str) -> None:
    text = "The vote is set for May 5. Protests began on June 9." + f"\n\n{stamp} | Well said." * 9
    assert "2023-06-09" in _values(text)


def test_without_a_publication_date_nothing_is_capped_or_invented() -> None:
    assert _values("On 4 March, guns were brought up.", None) == ["XXXX-03-04"]


def test_a_history_without_a_publication_date_has_its_headings_too() -> None:
    text = _LEAD + "## Relief (October 2023)\n\nOn 28 October, wagons arrived."
    assert _values(text, None)[-1] == "2023-10-28"


def test_overnight_in_a_history_is_of_the_day_just_named() -> None:
    text = (
        _LEAD
        + "On 4 March, guns were brought up. Three men died overnight.\n\nOn 8 March it rained."
    )
    assert _values(text)[3] == "2022-03-04TNI"


_WAR = "The war began on 3 March 1914 and ended on 9 May 1917.\n\n"
_HISTORY = "The war of 1914 followed those of 1866, 1870 and 1912.\n\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            (
                "On 8 March 1915, the fleet sailed. As its admiral had warned two decades earlier, it was "
                "slow, and the officers who had sailed with him before thought little of the new guns that "
                "were put in. A second one sailed in June."
            ),
            "1915-06",
        ),
        (
            (
                "A secret pact of 1902 bound the two crowns. Moved by the landing of April 1915, the kingdom "
                "declared war on 23 May."
            ),
            "1915-05-23",
        ),
    ],
)
def test_what_is_mentioned_of_another_time_does_not_move_the_story(text: str, value: str) -> None:
    assert _values(_WAR + text, date(2009, 12, 19))[-1] == value


def test_the_year_named_under_a_heading_is_that_of_the_days_that_follow() -> None:
    text = (
        _WAR + "In August 1916, the mill was lost.\n\nThe siege\n\nThe armies met in 1915 at the "
        "bridge. In early September, the gates were shut."
    )
    assert _values(text, date(2009, 12, 19))[-1] == "1915-09"


def test_the_year_turns_after_a_day_that_states_it() -> None:
    text = _LEAD + "On 20 December 2022 it froze. On 8 January the ice broke."
    assert _values(text)[-1] == "2023-01-08"


def test_this_day_of_a_story_is_its_own() -> None:
    text = _HISTORY + "On 8 August 1916, the line broke. The general called this day a black one."
    assert _values(text, date(2009, 12, 19))[-1] == "1916-08-08"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The guns fell silent during this time.", ["PRESENT_REF"]),
        ("They failed again, this time for good.", []),
        ("They were shelled all the time.", []),
        ("Of the mill and the bridge, the former was lost.", []),
        ("The former president fled.", ["PAST_REF"]),
    ],
)
def test_a_story_tells_times_from_occasions(text: str, values: list[str]) -> None:
    assert _values(_HISTORY + text, date(2009, 12, 19))[4:] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "The vote ends this Sunday. They led in the rounds held in late December and early January.",
            ["2010-01-24", "2009-12", "2010-01"],
        ),
        ("The last of them died last year on 6 November.", ["2009", "2009-11-06"]),
        (
            "The vote ends this Sunday. In 1914 the town was taken. It was lost in December.",
            ["2010-01-24", "1914", "1914-12"],
        ),
    ],
)
def test_a_history_that_speaks_of_its_own_day_tells_the_months_near_it_from_there(
    text: str, values: list[str]
) -> None:
    assert _values(_HISTORY + text, date(2010, 1, 21))[4:] == values
