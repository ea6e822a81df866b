"""The links from a page to its exports."""

from datasette_timeline.exports import FORMATS
from datasette_timeline.exports.offers import of_event, of_list


def with_prefix(path: str) -> str:
    return f"/archive{path}"


def test_a_list_page_offers_every_format_with_its_own_filter():
    offers = of_list(with_prefix, "/2024/06", "?q=bridge")
    assert len(offers) == len(FORMATS)
    assert offers[0].href == "/archive/2024/06.csv?q=bridge"
    assert all(";" not in offer.type for offer in offers)


def test_the_exports_of_the_home_page_are_called_events():
    assert {
        offer.href.rpartition("/")[2].partition(".")[0] for offer in of_list(with_prefix, "/", "")
    } == {"events"}


def test_an_event_offers_calendars_citations_and_data():
    assert [offer.href.rpartition(".")[2] for offer in of_event(with_prefix, "/event/x")] == [
        "ics", "jsonld", "jsonl", "ris", "bib", "json",
    ]  # fmt: skip
