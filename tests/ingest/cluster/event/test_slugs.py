import re

from hypothesis import given
from hypothesis import strategies as st
from own_mentions import mention

from ingest import dates
from ingest.cluster import slug


def test_a_slug_says_when_and_what():
    assert re.fullmatch(
        r"2024-06-25-fire-in-izmail-[0-9a-z]{6}", slug(mention("x", title="Fire in Izmail!"))
    )


def test_cyrillic_titles_are_spelt_in_latin_letters():
    assert "-pozhar-v-izmaile-" in slug(mention("x", title="Пожар в Измаиле"))
    assert "-pozhezha-v-izmayili-" in slug(mention("x", title="Пожежа в Ізмаїлі"))


def test_a_script_without_a_table_leaves_the_date_and_the_hash():
    assert re.fullmatch(r"2024-06-25-[0-9a-z]{6}", slug(mention("x", title="火事")))


def test_a_mention_without_a_date_says_so():
    assert slug(mention("x", when=dates.UNKNOWN)).startswith("undated-x-")


def test_two_mentions_with_one_title_have_two_slugs():
    assert slug(mention("x", article="a1")) != slug(mention("x", article="b1"))


@given(st.text(max_size=200))
def test_any_title_makes_a_plain_slug_of_at_most_80_letters(title):
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(mention("x", title=title)))
    assert len(slug(mention("x", title=title))) <= 80
