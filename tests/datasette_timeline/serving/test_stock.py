"""Datasette's own pages of the timeline lead back to it."""

import re
from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/timeline/events?slug=bridge-opens", "/event/bridge-opens"),
        ("/timeline/event_links", "/event/old-plan"),
        ("/timeline/claims_by_speaker?speaker=Brown", "/event/ferry-stops"),
        ("/timeline?sql=select+1+as+article_id", "/article/1"),
    ],
)
def test_a_cell_that_names_an_event_or_article_leads_to_its_page(
    reader: Any, path: str, target: str
) -> None:
    assert f'<a href="{target}">' in reader.get(path).text


@pytest.mark.parametrize("value", ["<b>x</b>", "a/../b", '"onclick="'])
def test_a_cell_that_only_looks_like_a_name_brings_no_markup(reader: Any, value: str) -> None:
    page = reader.get("/timeline", params={"sql": "select :v as slug", "v": value}).text
    (cell,) = re.findall(r'<td class="col-slug[^>]*>(.*?)</td>', page, re.DOTALL)
    assert re.fullmatch(r'\s*<a href="/event/[A-Za-z0-9%._-]+">[^<>"]*</a>\s*', cell)


def test_numbers_and_empty_cells_are_left_to_datasette(reader: Any) -> None:
    page = reader.get("/timeline?sql=select+1+as+slug,+null+as+article_id").text
    assert "/event/" not in page
    assert "/article/" not in page


def test_pages_of_the_timeline_get_a_stylesheet_and_those_of_other_databases_none(
    reader: Any,
) -> None:
    assert "/-/timeline/data.css?v=" in reader.get("/timeline/events").text
    reader.datasette.add_memory_database("other")
    page = reader.get("/other?sql=select+'x'+as+slug").text
    assert "data.css" not in page
    assert "News timeline" not in page
    assert "/event/x" not in page


@pytest.mark.parametrize(
    "path", ["/timeline", "/timeline/events", "/timeline/events/1", "/timeline?sql=select+1"]
)
def test_pages_of_the_timeline_stand_below_the_sites_head(reader: Any, path: str) -> None:
    page = reader.get(path).text
    assert '<html lang="en">' in page
    assert '<a class="name" href="/">News timeline</a>' in page
    assert '<p class="crumbs">' in page
    assert page.count("<main>") == 1


def test_the_sites_own_colours_hold_on_datasettes_pages(
    timeline: Any, read_site: Callable[..., Any]
) -> None:
    settings = {"timeline": {"accent": "#123456"}}
    reader = read_site(timeline, metadata={"plugins": settings})
    (sheet,) = re.findall(r'"(/-/timeline/data\.css[^"]+)"', reader.get("/timeline").text)
    assert "--accent:#123456" in reader.get(sheet).text


def test_under_a_prefix_the_head_and_the_sheet_are_linked_once_prefixed(
    timeline: Any, read_site: Callable[..., Any]
) -> None:
    page = read_site(timeline, settings={"base_url": "/archive/"}).get("/timeline/events").text
    assert '<a class="name" href="/archive/">' in page
    assert 'href="/archive/-/timeline/data.css?v=' in page


@pytest.mark.parametrize(
    "query",
    [
        "_sort=%00", "_sort=nope", "_sort_desc=%ED%A0%80", "_sort=id&_sort_desc=id", "_through=x", "_through=1",
        "_through=[]", "_through={}", "_where=%00", "_timelimit=soon", "_timelimit=99999999999999999999999",
        "_next=%00", "_size=nope", "_size=-1", "_col=nope", "_nocol=nope", "_facet_size=nope",
        "_search=%00", "_search_nope=a", "_shape=nope", "_labels=nope", "_trace=nope",
        "_json=nope", "_ttl=nope", "id__in=%ED%A0%80", "id=9" + "9" * 40, "nope=1",
        "_filter_column=%00&_filter_op=%00", '_through={"table":1,"column":2,"value":3}', "_through=" + "[" * 5000,
        "id__in=" + "[" * 5000,
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "path",
    ["/timeline/events", "/timeline/events.json", "/timeline/events.csv", "/timeline/events/1",
     "/timeline/event_aliases", "/timeline/mentions.json", "/timeline?sql=select+1", "/timeline.json?sql=select+1"],
)  # fmt: skip
def test_no_parameter_of_a_data_page_is_taken_for_a_fault_of_the_server(
    reader: Any, capfd: pytest.CaptureFixture[str], path: str, query: str
) -> None:
    answer = reader.get(f"{path}{'&' if '?' in path else '?'}{query}")
    assert answer.status_code < 500
    assert "Traceback" not in answer.text + capfd.readouterr().err


@pytest.mark.parametrize("ending", ["", ".json", ".csv"])
def test_a_table_that_takes_too_long_is_no_fault_of_the_server(
    timeline: Any, read_site: Callable[..., Any], capfd: pytest.CaptureFixture[str], ending: str
) -> None:
    reader = read_site(timeline, settings={"sql_time_limit_ms": 20})
    endless = (
        "(WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t)"
    )
    answer = reader.get(f"/timeline/sources{ending}", params={"_where": endless})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text + capfd.readouterr().err


# Datasette leaves the other facets of the page unawaited when one of them cannot be read.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_facet_nested_without_end_is_no_fault_of_the_server(
    reader: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = reader.get("/timeline/events", params={"_facet": '{"a":' + "[" * 5000})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text + capfd.readouterr().err


@pytest.mark.parametrize(
    "path", ["/timeline/events", "/timeline/report_lag", "/timeline/events.json", "/-/messages"]
)
def test_what_is_sent_to_a_page_that_is_only_read_is_no_fault_of_the_server(
    reader: Any, capfd: pytest.CaptureFixture[str], path: str
) -> None:
    answer = reader.get(path, "POST", data={"message_type": "x"})
    assert answer.status_code < 500
    assert "Traceback" not in answer.text + capfd.readouterr().err


@pytest.mark.parametrize("path", ["/timeline/events", "/timeline/events.json"])
def test_a_page_of_more_facets_than_it_could_count_is_refused(reader: Any, path: str) -> None:
    most = "&".join(["_facet=place", "_facet_date=date_start"] * 6)
    assert reader.get(f"{path}?_facet_size=5&{most}").status_code == 200
    refused = reader.get(f"{path}?_facet=kind&{most}")
    assert refused.status_code == 400
    assert "More than 12 facets" in refused.text


def test_what_is_wrong_with_a_parameter_is_one_clear_line(reader: Any) -> None:
    data = reader.get("/timeline/events.json?_sort=no%00pe")
    assert (data.status_code, data.json()["error"]) == (400, "Cannot sort table by no pe")
    data = reader.get("/timeline/events.json?_timelimit=soon")
    assert (data.status_code, data.json()["ok"]) == (400, False)
    assert "A parameter of this address cannot be read" in data.json()["error"]
    page = reader.get("/timeline/events?_sort=nope")
    assert page.status_code == 400
    assert "Cannot sort table by nope" in page.text
    assert "That cannot be shown" in page.text


def test_the_quotes_of_an_event_of_many_mentions_fold_under_their_count(reader: Any) -> None:
    sql = "select replace(hex(zeroblob(400)), '00', 'A quote' || char(10)) as more_quotes, 'short' as other"
    page = reader.get("/timeline", params={"sql": sql}).text
    assert "<details><summary>401 more quotes</summary>A quote" in page
    few = reader.get("/timeline", params={"sql": "select 'One<b>' as more_quotes"}).text
    assert "<details><summary>" not in few
    assert "One&lt;b&gt;" in few


def test_a_folded_cell_brings_no_markup_and_no_end_of_quotes(reader: Any) -> None:
    sql = "select replace(hex(zeroblob(9000)), '00', '<b>q</b>') as more_quotes"
    page = reader.get("/timeline", params={"sql": sql}).text
    assert "<b>q</b>" not in page
    assert page.count("&lt;b&gt;") < 1_000
    assert "all of them: the table mentions" in page
