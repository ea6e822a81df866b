from datetime import date

from own_mentions import mention

from ingest.cluster import merge

FIRE = "A fire destroyed the grain terminal in Izmail on 25 June 2024, the port authority said."
DAY = date(2024, 6, 25)


def titled(quote, article, title, **facts):
    return mention(quote, article=article, title=title, **facts)


def test_a_whole_title_leads_before_one_that_is_cut_or_leans_on_what_went_before():
    whole = titled(FIRE, "c", "A fire destroyed the grain terminal in Izmail on 25 June 2024.")
    cut = titled(FIRE, "a", "A fire destroyed the grain terminal in Izmail on 25…")
    midway = titled(FIRE, "b", "…a fire destroyed the grain terminal in Izmail on 25 June 2024.")
    leaning = titled(FIRE, "d", "It said a fire destroyed the grain terminal in Izmail.")
    asking = titled(FIRE, "e", "A fire destroyed the grain terminal in Izmail on 25 June 2024?")
    (event,) = merge([cut, midway, leaning, asking, whole])
    assert event.lead == whole.id
    assert event.title == whole.title


def test_a_title_that_leaves_out_what_is_told_of_the_date_does_not_lead():
    aside = "The mayor of Izmail resigned a week after a fire destroyed the grain terminal on 25 June 2024."
    one = titled(aside, "a", "The mayor of Izmail resigned a week after…")
    other = titled(FIRE, "b", FIRE)
    again = titled(FIRE.replace("the port authority", "dockers"), "c", FIRE)
    events = merge([one, other, again])
    assert {event.title for event in events if other.id in event.mentions} == {FIRE}


def test_a_headline_gives_the_title_and_the_dated_words_the_date():
    dated = titled(
        FIRE, "a", "A fire destroyed the grain terminal in Izmail on 25 June 2024, the port…"
    )
    headline = mention(
        "Fire destroys grain terminal in Izmail, port authority says",
        article="b", kind="report", basis="published", published=DAY,
        title="Fire destroys grain terminal in Izmail, port authority says",
    )  # fmt: skip
    (event,) = merge([dated, headline])
    assert event.lead == dated.id
    assert event.when == dated.when
    assert event.title == headline.title


def test_one_who_doubts_does_not_lead_those_who_assert():
    doubting = titled(FIRE, "a", FIRE, modality="possible")
    asserting = [titled(f"{FIRE} {each}", each, FIRE) for each in ("b", "c")]
    (event,) = merge([doubting, *asserting])
    assert event.lead in {each.id for each in asserting}


def test_a_title_that_tells_of_it_in_passing_comes_after_one_that_tells_it_first():
    passing = "Grain has been burning since a fire destroyed the grain terminal in Izmail on 25 June 2024."
    plain = "A fire destroyed the grain terminal in Izmail on 25 June 2024, burning grain."
    start = passing.index("25 June")
    members = [titled(passing, each, passing, date_text_start=start) for each in "abc"]
    first = titled(plain, "d", plain, date_text_start=plain.index("25 June"))
    (event,) = merge([*members, first])
    assert event.title == plain


def test_a_headline_gives_the_title_where_the_dated_words_have_but_a_pronoun():
    told = "On 25 June 2024, it was destroyed by a fire in the grain terminal of Izmail, the port authority said."
    dated = titled(
        told,
        "a",
        "A history of the harbour: On 25 June 2024, it was destroyed by a fire in the grain terminal of Izmail…",
    )
    headline = mention(
        "Fire destroys grain terminal in Izmail, port authority says",
        article="b", kind="report", basis="published", published=DAY,
        title="Fire destroys grain terminal in Izmail, port authority says",
    )  # fmt: skip
    (event,) = merge([dated, headline])
    assert event.lead == dated.id
    assert event.title == headline.title


def test_a_permalink_tells_what_happened_not_the_headline_above_it():
    told = "On 25 June 2024, it was destroyed by a fire in the grain terminal of Izmail."
    (event,) = merge([titled(told, "a", f"A history of the harbour: {told}")])
    assert event.slug.startswith("2024-06-25-on-25-june-2024-it-was-destroyed-by-a-fire")
