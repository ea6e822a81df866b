"""The identity rule: which item is which article."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.archive.identity import article_key, in_order_of_update, names_of_all
from ingest.model import Article


def item(guid=None, url=None, title="A headline", **more):
    return Article(guid=guid, url=url, title=title, text=title + "\n\nBody", **more)


def names(*items, home=None):
    return names_of_all(items, [one.url for one in items], home)


def test_an_item_is_known_by_its_url_and_by_its_guid():
    (own,) = names(item("1", "https://a.example/1"))
    assert [(n.scheme, n.value, n.is_local) for n in own] == [
        ("url", "https://a.example/1", False),
        ("guid", "1", True),
    ]


def test_an_item_with_neither_is_known_by_title_and_publication_date():
    first, second = names(item(published_text="Mon"), item(published_text="Tue"))
    assert [n.scheme for n in first + second] == ["content", "content"]
    assert first != second


def test_a_guid_that_all_items_share_names_none_of_them():
    five = [item("1", f"https://a.example/{n}") for n in range(5)]
    assert all([n.scheme for n in own] == ["url"] for own in names(*five))
    assert len(set(names(*five))) == 5


def test_links_to_the_home_page_name_no_article():
    first, second = names(
        item("a", "https://a.example/"), item("b", "https://a.example/"), home="https://a.example/"
    )
    assert [n.scheme for n in first] == ["guid"]
    assert first != second


def test_guid_and_link_shared_by_many_titles_mean_nothing():
    many = [item("1", "https://a.example/x", f"Headline {n}") for n in range(5)]
    assert len(set(names(*many))) == 5


def test_an_item_listed_under_its_old_and_new_headline_is_one_item():
    first, second = names(
        item("g", "https://a.example/x", "Old"), item("g", "https://a.example/x", "New")
    )
    assert first == second


def test_a_guid_of_a_megabyte_is_bounded():
    (own,) = names(item("x" * 1_000_000))
    assert len(own[0].value) < 100


def test_a_local_name_makes_a_key_that_names_its_source():
    (own,) = names(item("7"))
    assert article_key(own[0], "https://a.example/feed") == "guid:https://a.example/feed#7"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "1", "2", "3"]),
            st.sampled_from([None, "https://a.example/1", "https://a.example/2"]),
            st.sampled_from(["A", "B", "C"]),
        ),
        max_size=8,
    )
)
def test_every_item_has_a_name_and_order_does_not_decide_it(items):
    articles = [item(*one) for one in items]
    forward = names(*articles)
    backward = names(*reversed(articles))
    assert all(forward)
    assert forward == list(reversed(backward))


def test_states_of_one_entry_are_kept_in_the_order_of_their_update():
    from datetime import UTC, datetime

    new = item("g", title="New", updated=datetime(2024, 1, 2, tzinfo=UTC))
    old = item("g", title="Old", updated=datetime(2024, 1, 1, tzinfo=UTC))
    assert [a.title for a in in_order_of_update([new, old], only_newest=False)] == ["Old", "New"]
    assert [a.title for a in in_order_of_update([new, old], only_newest=True)] == ["New"]


def test_of_states_without_an_update_the_first_listed_wins():
    first, second = item("g", title="First"), item("g", title="Second")
    assert in_order_of_update([first, second], only_newest=False) == [first]
