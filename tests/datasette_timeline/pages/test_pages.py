"""Pages: what each shows, where each leads, and how each answers what it cannot show."""

import html
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

import datasette_timeline
from datasette_timeline.reading import database
from datasette_timeline.reading.database import Database

#: The total of a list, in its title or above its chart.
_TOTAL = re.compile(r'(?:class="count"><b>|<h1>(?:All )?)([\d,]+) event')


def _text(page: Any) -> str:
    """Return a page's words, tags left out."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", page.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


@pytest.mark.parametrize(
    "path",
    ["/", "/2024", "/2024/06", "/2024/06/25", "/event/bridge-opens", "/article/1", "/sources", "/source/1",
     "/?q=bridge", "/-/timeline/schema", "/-/timeline/keys", "/-/timeline/about", "/changes", "/source/1/changes", "/event/bridge-opens/mentions",
     "/1800", "/9999/12/31", "/0001/01/01"],
)  # fmt: skip
def test_every_page_answers_get_and_head_with_its_own_policy(reader: Any, path: str) -> None:
    shown = reader.get(path)
    for page in (shown, reader.get(path, "HEAD")):
        assert page.status_code == 200
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["referrer-policy"] == "no-referrer"
    assert shown.text.count("<h1") == 1
    assert " style=" not in shown.text


def test_home_begins_with_what_has_happened_and_tells_the_future_apart(reader: Any) -> None:
    words = _text(reader.get("/?after=0_2023-05-04_2023-05-04_1_0"))
    assert words.index("Still to come") < words.index("Next tunnel")
    assert "Next tunnel" not in _text(reader.get("/"))


def test_a_year_shows_its_months_its_vague_dates_and_the_longer_spans(reader: Any) -> None:
    words = _text(reader.get("/2024"))
    assert "37 events; most in March 2024 (28)." in words
    assert "Some time in 2024" in words
    assert words.index("Vague year") < words.index("Survey 1 ")
    assert words.index("Longer spans that include 2024") < words.index("Vague since")
    assert "Vague decade" not in words


def test_a_month_lists_its_vague_dates_before_its_days_and_draws_none_on_the_first(
    reader: Any,
) -> None:
    page = reader.get("/2024/06")
    words = _text(page)
    assert words.index("Some time in June 2024") < words.index("Harbour bridge opens")
    assert "1 June 2024" not in words
    assert 'data-from="2024-06-01"' in page.text
    assert not re.search(r'<a [^>]*data-from="2024-06-01"', page.text)


def test_a_busy_day_leads_with_most_publishers_and_folds_the_rest(reader: Any) -> None:
    page = reader.get("/2023/05/04")
    assert "34 more on 4 May 2023" in _text(page)
    assert (
        page.text.index(">Vote 1<") < page.text.index(">Vote 0<")
        if ">Vote 0<" in page.text
        else True
    )
    first = re.findall(r"<h3[^>]*><a [^>]*>Vote (\d+)<", page.text)
    assert len(first) == 6
    assert all(int(number) % 2 for number in first)


def test_a_long_period_is_led_by_what_most_publishers_report(
    reader: Any, maker: Any, read_site: Callable[..., Any]
) -> None:
    assert '<ol class="leads">' not in reader.get("/2024").text
    for number in range(60):
        maker.add(title=f"Small {number}")
    maker.add(title="Great", publishers=("A", "B", "C"))
    led = read_site(maker.finish())
    words = _text(led.get("/2024"))
    assert "Most reported Great 25 June 2024 · 3 publishers" in words
    assert "Most reported Great" not in _text(led.get("/2024?sort=newest"))


def test_an_entry_tells_quote_claimant_basis_and_report_apart(reader: Any) -> None:
    words = _text(reader.get("/2024/06/25"))
    assert "The ferry made its last crossing on Tuesday, Ada Brown said." in words
    assert (
        "says Ada Brown · Harbour Echo · reported 26 June 2024 · Harbourtown · relative to the publication date"
        in words
    )
    assert "Harbour Echo and 2 others" in words
    assert "denied · Valley Post" in words
    assert "disputed" in words


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/event/former-name", "/event/bridge-opens"),
        ("/event/former-name/mentions", "/event/bridge-opens/mentions"),
        ("/2024/6/5", "/2024/06/05"),
        ("/?from=2024-06&to=2024-06&q=bridge", "/2024/06?q=bridge"),
        ("/?from=2024&to=2024", "/2024"),
    ],
)
def test_other_addresses_of_a_page_lead_to_its_own(reader: Any, path: str, target: str) -> None:
    page = reader.get(path)
    assert page.status_code in {301, 302}
    assert page.headers["location"] == target


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/2024/13/45", 400, "The calendar has no 2024-13-45"),
        ("/2015/02/30", 400, "2024-06-25"),
        ("/?" + "&".join(f"speaker={n}" for n in range(21)), 400, "the most is 20"),
        ("/0000", 400, "The calendar has no 0000"),
        ("/10000/99/99", 400, "is not a date"),
        ("/999999", 400, "is not a date"),
        ("/?from=2015-02-30", 400, "The calendar has no 2015-02-30"),
        ("/?precision=blurred", 400, "choose one of"),
        ("/event/nothing", 404, "No event has this address"),
        ("/event/hidden-one", 404, "No event has this address"),
        ("/article/999", 404, "No article has this number"),
        ("/article/99999999999999999999", 404, "No article has this number"),
        ("/source/999", 404, "No source has this number"),
        ("/sources?page=-1", 404, "no such page of the list"),
        ("/sources?page=abc", 404, "no such page of the list"),
        ("/nowhere", 404, "There is no such page"),
        ("/event/x/y/z", 404, "There is no such page"),
        ("/x%3Cimg%20onerror=alert(1)%3E", 302, ""),
    ],
)
def test_what_cannot_be_shown_is_told_with_a_way_on(
    reader: Any, path: str, status: int, words: str
) -> None:
    page = reader.get(path)
    assert page.status_code == status
    assert words in _text(page)
    assert "<img onerror" not in page.text
    assert "Database not found" not in page.text
    assert page.headers.get("cache-control", "no-store") == "no-store"


@pytest.mark.parametrize(
    "query",
    ['"', "AND OR NEAR(", "* ^ a: -x", "@nasa a=b 50%", "a\x00b", "x" * 60_000, "<script>alert(1)</script>",
     "' onfocus=alert(1) '", '"><svg onload=alert(1)>', "flood -bridge", "мост", "\ud800"],
)  # fmt: skip
def test_any_search_gives_results_or_a_hint(reader: Any, query: str) -> None:
    page = reader.get("/", params={"q": query.encode("utf-8", "surrogatepass")})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<svg onload" not in page.text
    words = _text(page)
    assert "event" in words
    assert "Nothing found" in words or re.search(r"\d+ events?", words)


def test_an_empty_result_helps(reader: Any) -> None:
    words = _text(reader.get("/2024/06?q=unicor"))
    assert "Look in all years" in words
    assert "unicor*" in words
    assert "Clear the search" in words


@pytest.mark.parametrize("path", ["/", "/2024", "/2024/06", "/2024/06/25"])
@pytest.mark.parametrize("typed", ["%22", "%27", "*", "%ED%A0%80"])
def test_a_search_without_a_letter_or_digit_says_what_it_needs(
    reader: Any, path: str, typed: str
) -> None:
    assert "needs a letter or a digit" in _text(reader.get(f"{path}?q={typed}"))


def test_an_empty_period_leads_to_the_nearest_that_is_not(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add()
    words = _text(read_site(maker.finish()).get("/1985"))
    assert "No event in 1985" in words
    assert "After it: 2024" in words


@pytest.mark.parametrize(
    "query",
    ["publisher=Valley+Post", "source=1", "source=Harbour+Echo+feed", "speaker=Ada+Brown", "entity=Ada+Brown",
     "place=Harbourtown", "country=GB", "precision=month", "basis=published", "kind=report", "modality=denied",
     "min_publishers=2", "disputed=1", "status=withdrawn", "status=any", "exact=1&from=2023&to=2024",
     "from=2024-06-20", "to=1999", "q=bridge&publisher=Valley+Post&min_publishers=2&from=2024-06&to=2024-07",
     "publisher=Valley+Post&publisher=Hill+Gazette", "precision=month&precision=year&basis=explicit",
     "source=1&source=Valley+Post+feed", "kind=report&kind=passage&publisher=Harbour+Echo&publisher=Nobody"],
)  # fmt: skip
def test_filters_count_what_sql_counts(reader: Any, query: str, scan: Callable[[str], int]) -> None:
    page = reader.get(f"/?{query}")
    found = _TOTAL.search(page.text)
    assert found is not None
    assert int(found[1]) == scan(query) > 0


@pytest.mark.parametrize(
    "path", ["/", "/2024", "/2024/06", "/2023", "/?q=bridge", "/?from=2023&to=2024", "/?from=2014", "/2024?exact=1",
             "/?basis=explicit", "/2024/06?publisher=Harbour+Echo", "/?from=2024-05-20&to=2024-07-10"]
)  # fmt: skip
def test_bars_and_what_they_leave_out_add_up_to_the_total(reader: Any, path: str) -> None:
    page = reader.get(path).text
    sentence = re.search(r'class="count">(.*?)</p>', page)
    assert sentence is not None
    said = html.unescape(re.sub(r"<[^>]+>", "", sentence[1]))
    total = _TOTAL.search(page)
    vaguer = re.search(r"([\d,]+) with a longer", said)
    listed = page.partition('<details class="bins">')[2].partition("</ul>")[0]
    bars = [int(number.replace(",", "")) for number in re.findall(r'class="n">([\d,]+)<', listed)]
    assert total is not None
    assert bars
    assert sum(bars) + (int(vaguer[1]) if vaguer else 0) == int(total[1].replace(",", ""))


def test_a_facet_in_force_stays_open_with_counts_as_if_it_were_not(
    reader: Any, scan: Callable[[str], int]
) -> None:
    for path in (
        "/2024?publisher=Valley+Post",
        "/?publisher=Valley+Post",
        "/?q=bridge&publisher=Valley+Post",
    ):
        page = reader.get(path).text
        link = re.search(
            r'publisher=Hill\+Gazette&amp;publisher=Valley\+Post" rel="nofollow" dir="auto">Hill Gazette</a>'
            r'<span class="n">(\d+)<', page
        )  # fmt: skip
        assert link is not None
        other = path.replace("Valley+Post", "Hill+Gazette").replace(
            "/2024?", "/?from=2024&to=2024&"
        )
        assert int(link[1]) == scan(other.partition("?")[2])
        assert '<a href="/' in page
        assert re.search(r'aria-current="true">✓ Valley Post<span class="sr"> – remove', page)


def test_one_of_two_values_can_be_taken_away(reader: Any) -> None:
    page = reader.get("/2024?publisher=Hill+Gazette&publisher=Valley+Post")
    assert 'href="/2024?publisher=Hill+Gazette"' in page.text
    assert "or publisher: Valley Post" in _text(page)


def test_a_large_view_is_counted_though_no_visitor_may_make_so_long_a_text(
    maker: Any, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        maker.add(title=f"Event {number}")
    monkeypatch.setattr(datasette_timeline, "_VALUE_BYTES", 6_000)
    monkeypatch.setattr(database, "FEW", 50)
    reader = read_site(maker.finish())
    for path in ("/?q=bridge", "/?publisher=Harbour+Echo", "/?q=bri*"):
        assert "300 events" in _text(reader.get(path))
    assert reader.get("/timeline.json?sql=select+length(zeroblob(7000))").status_code == 400


@pytest.mark.parametrize(
    ("query", "times"),
    [
        ('"bridge opened on Tuesday"', 1),
        ('"bridge opened on Tuesday"&publisher=Valley+Post', 1),
        # Ranked, the page asks for the scores too.
        ('"bridge opened on Tuesday"&sort=relevance', 2),
    ],
)
def test_a_search_that_finds_few_is_looked_up_once_a_page(
    reader: Any, monkeypatch: pytest.MonkeyPatch, query: str, times: int
) -> None:
    searches = []
    rows = Database.rows

    async def counted(self: Database, sql: str, params: Any = None) -> Any:
        searches.append(sql.count("MATCH"))
        return await rows(self, sql, params)

    monkeypatch.setattr(Database, "rows", counted)
    assert "Harbour bridge opens" in reader.get(f"/?q={query}").text
    assert sum(searches) == times


def test_facets_narrow_and_chips_widen(reader: Any) -> None:
    page = reader.get("/2024/06?q=bridge")
    assert '<a href="/2024/06?q=bridge&amp;publisher=Valley+Post"' in page.text
    narrowed = reader.get("/2024/06?q=bridge&publisher=Valley+Post")
    assert '<a href="/2024/06?publisher=Valley+Post"' in narrowed.text
    assert '<a href="/2024/06?q=bridge"' in narrowed.text
    assert '<meta name="robots" content="noindex, follow">' in narrowed.text


def test_bars_and_their_list_lead_to_the_same_places(reader: Any) -> None:
    page = reader.get("/2024?publisher=Hill+Gazette").text
    plot, listed = page.split('<details class="bins">')
    bars = re.findall(r'<a href="([^"]+)" tabindex="-1"', plot)
    assert bars == re.findall(r'<a href="([^"]+)"', listed.split("</details>")[0])
    assert "/2024/03?publisher=Hill+Gazette" in bars


def test_an_event_shows_every_mention_its_dates_and_its_citation(reader: Any) -> None:
    page = reader.get("/event/bridge-opens")
    words = _text(page)
    assert page.text.count('class="mention"') == 1
    assert "The same words in 2 other reports" in words
    assert all(f'id="m100{number}"' in page.text for number in (1, 2, 3))
    assert "<mark>on Tuesday</mark>" in page.text
    assert "It was long awaited." in words
    assert "Crowds came." in words
    assert "Valley Post 26 June 2024, 09:00 UTC among the first 1" in words
    assert "· first report" not in words
    assert "Reported 26 June 2024, 09:00 UTC Retrieved 1 July 2026, 08:00 UTC" in words
    assert "same words on the same day" in words
    assert "Contradicted by: Old plan" in words
    assert "SHA-256 000000" in words
    assert 'href="/event/bridge-opens.ris"' in page.text
    assert 'href="/?entity=Ada%20Brown"' in page.text


def test_an_events_page_says_it_to_machines_too(reader: Any) -> None:
    page = reader.get("/event/bridge-opens").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found is not None
    said = json.loads(found[1])
    assert (said["@type"], said["startDate"]) == ("Event", "2024-06-25")
    hostile = reader.get("/event/hostile").text
    assert "\\u003cscript\\u003ealert(1)" in hostile
    picture = re.search(r'property="og:image" content="http://localhost(/[^"]+)"', page)
    assert picture is not None
    drawn = reader.get(html.unescape(picture[1]))
    assert drawn.headers["content-type"] == "image/png"
    assert drawn.content[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


def test_the_home_page_is_led_by_what_weighs_most_or_is_new(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for number in range(50):
        maker.add(title=f"Small {number}")
    for number in range(3):
        on = f"2001-02-0{number + 1}"
        maker.add(
            title=f"Great {number}", publishers=("A", "B"), edtf=on, date_start=on, date_end=on
        )
    home = _text(read_site(maker.finish()).get("/"))
    assert "Most reported of all Great 0 1 February 2001 · 2 publishers" in home


def test_the_home_page_of_a_live_archive_is_led_by_the_last_month(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for number in range(50):
        maker.add(title=f"Small {number}")
    for number in range(5):
        on = f"2026-06-{20 + number}"
        maker.add(
            title=f"Great {number}", publishers=("A", "B"), edtf=on, date_start=on, date_end=on
        )
    reader = read_site(maker.finish())
    assert "Most reported of late Great 4 24 June 2026" in _text(reader.get("/"))
    assert "Most reported of" not in _text(reader.get("/?sort=oldest"))


OLD = {"reported": "2010-06-01"}
DATES = ("2010-05-30", "2010-06-01", "2012-01-01", "2050-01-01")


def _dated(maker: Any, **facts: Any) -> None:
    for on in DATES:
        maker.add(title=f"Of {on}", edtf=on, date_start=on, date_end=on, **facts)


def _listed(page: Any) -> list[str]:
    return re.findall(r"<h3[^>]*><a [^>]*>Of ([^<]*)<", page.text)


def test_the_list_of_an_old_archive_begins_at_its_newest_report(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    _dated(maker, **OLD)
    reader = read_site(maker.finish())
    home = reader.get("/")
    assert _listed(home) == ["2010-06-01", "2010-05-30", "2012-01-01", "2050-01-01"]
    assert "From 1 June 2010 back; later dates stand apart." in _text(home)
    assert "Later than 1 June 2010" in _text(home)
    assert "Still to come" not in _text(home)
    assert _listed(reader.get("/?after=1")) == ["2012-01-01", "2050-01-01"]
    assert _listed(reader.get("/?sort=oldest")) == list(DATES)
    assert "stand apart" not in _text(reader.get("/2010")) + _text(reader.get("/?sort=oldest"))


def test_the_list_of_a_living_archive_begins_today(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    _dated(maker, **OLD)
    maker.add(title="Of now", reported="2026-06-20T08:00:00Z")
    home = read_site(maker.finish()).get("/")
    assert _listed(home) == ["now", "2012-01-01", "2010-06-01", "2010-05-30", "2050-01-01"]
    assert "Still to come" in _text(home)


def test_without_a_report_that_has_a_date_the_list_begins_where_most_events_end(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for _ in range(300):
        maker.add(edtf="2010-05-30", date_start="2010-05-30", date_end="2010-05-30", reported=None)
    _dated(maker, reported=None)
    reader = read_site(maker.finish())
    assert "From 31 December 2010 back" in _text(reader.get("/"))
    assert _listed(reader.get("/"))[0] == "2010-06-01"


def test_an_owners_default_period_ends_the_list_but_not_after_today(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    _dated(maker, reported="2026-06-20")
    path = maker.finish()

    def home(period: str) -> Any:
        settings = {"plugins": {"timeline": {"default_period": period}}}
        return read_site(path, metadata=settings).get("/")

    assert _listed(home("2009-2011"))[0] == "2010-06-01"
    assert "From 31 December 2011 back" in _text(home("2009-2011"))
    assert _listed(home("2009-2050"))[0] == "2012-01-01"


@pytest.mark.parametrize("query", ["from=0001&to=9999", "from=0001&to=9999&q=bridge"])
def test_a_range_of_thousands_of_years_is_drawn_where_its_events_are(
    reader: Any, query: str
) -> None:
    page = reader.get(f"/?{query}")
    assert page.status_code == 200
    drawn = re.findall(r'data-from="(\d{4})', page.text)
    assert len(set(drawn)) <= 122
    assert "2020" in drawn


def test_an_owners_default_period_of_thousands_of_years_is_drawn_where_its_events_are(
    timeline: Any, read_site: Callable[..., Any]
) -> None:
    settings = {"plugins": {"timeline": {"default_period": "0001-9999"}}}
    page = read_site(timeline, metadata=settings).get("/")
    assert page.status_code == 200
    assert 'data-from="2020' in page.text


def test_a_lopsided_chart_says_that_its_scale_is_no_even_one(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for year in ("2009", "2010", "2011"):
        maker.add(edtf=year, date_start=f"{year}-03-01", date_end=f"{year}-03-01")
    for _ in range(30):
        maker.add()
    reader = read_site(maker.finish())
    assert "Events per year (square-root scale)" in _text(reader.get("/"))
    assert "square-root scale" not in _text(reader.get("/?from=2009&to=2011"))


def test_events_lead_to_their_neighbours_in_time(reader: Any) -> None:
    text = reader.get("/event/ferry-stops").text
    assert re.search(r'rel="prev" data-key="ArrowLeft" href="/event/bridge-opens"', text)


def test_an_article_shows_its_sentences_and_its_changed_title(reader: Any) -> None:
    words = _text(reader.get("/article/1"))
    assert "Title changed from Harbour bridge opens to Bridge opens at last" in words
    assert "2 words added, 0 words removed" in words
    assert "on Tuesday" in words


def test_a_source_shows_its_health_and_its_months(reader: Any) -> None:
    words = _text(reader.get("/source/1"))
    assert "Read regularly and answering." in words
    assert "Articles by month of publication" in words
    assert "Harbour Echo feed" in _text(reader.get("/sources"))


def test_nothing_of_a_hostile_source_is_active(reader: Any) -> None:
    for path in ("/2024/06", "/2024/06/28", "/event/hostile"):
        text = reader.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "javascript:" not in text


def test_withdrawn_events_say_so_and_hidden_ones_are_nowhere(reader: Any) -> None:
    assert "Withdrawn: no article" in _text(reader.get("/event/old-plan"))
    for path in ("/?status=any", "/2024/06/25?status=any", "/?q=editor&status=any"):
        assert "An editor hid this" not in reader.get(path).text


def test_the_sitemap_names_years_and_events_once(reader: Any) -> None:
    index = reader.get("/sitemap.xml").text
    assert "/sitemap-2024.xml" in index
    year = reader.get("/sitemap-2024.xml").text
    assert year.count("<loc>http://localhost/event/bridge-opens<") == 1
    assert "<loc>http://localhost/2024/06<" in year
    assert "hidden-one" not in year
    assert "Sitemap: http://localhost/sitemap.xml" in reader.get("/robots.txt").text


def test_the_schema_page_describes_the_columns(reader: Any) -> None:
    words = _text(reader.get("/-/timeline/schema"))
    assert "First day of the interval; NULL where open or unknown." in words
    assert "Who was first to report?" in words
    assert "mention_signatures" not in words


def test_texts_in_any_script_take_their_own_direction(reader: Any) -> None:
    assert re.search(r'<a [^>]*dir="auto">جسر الميناء</a>', reader.get("/2024/06/27").text)


def test_a_publisher_without_an_address_leads_to_the_article_in_the_archive(reader: Any) -> None:
    (path,) = re.findall(
        r'<a href="(/article/\d+)" dir="auto">Harbour Echo</a>', reader.get("/2024/06/27").text
    )
    assert "جسر الميناء" in reader.get(path).text


def test_a_period_that_only_vague_dates_touch_says_so_without_speaking_of_bars(reader: Any) -> None:
    words = _text(reader.get("/2015"))
    assert "with a longer or vaguer date" in words
    assert "the bars" not in words


def test_a_heading_beside_a_quote_stands_apart_and_the_articles_title_not_at_all(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(slug="one", title="Harbour bridge")
    maker.connection.execute(
        "UPDATE mentions SET before_text = 'Harbour Bridge', after_text = 'See also'"
    )
    page = read_site(maker.finish()).get("/event/one").text
    assert "Harbour Bridge" not in page
    assert '<span class="quiet apart">See also</span>' in page


def test_the_ways_out_stand_by_what_they_are_for(reader: Any) -> None:
    words = _text(reader.get("/2024"))
    assert "Spreadsheets CSV CSV for Excel Programs JSON Lines Parquet JSON-LD What is new" in words


def test_the_schema_begins_with_the_table_of_events(reader: Any) -> None:
    names = re.findall(r'<h3 id="(\w+)">', reader.get("/-/timeline/schema").text)
    assert names[:3] == ["events", "mentions", "articles"]


def test_the_bars_of_all_that_is_earlier_or_later_are_faint_and_said_to_be(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for number in range(60):
        maker.add(title=f"Now {number}")
    maker.add(title="Then", date_start="0900-03-03", date_end="0900-03-03")
    reader = read_site(maker.finish())
    page = reader.get("/")
    assert page.text.count('class="bar rest"') == 1
    assert "faint: earlier, later" in _text(page)
    assert "faint" not in _text(reader.get("/2024"))


def test_the_page_of_vague_dates_says_in_its_title_what_it_lists(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for number in range(60):
        maker.add(title=f"Day {number}", date_start="2024-06-25", date_end="2024-06-25")
        maker.add(title=f"Vague {number}", date_start="2024-01-01", date_end="2024-12-31",
                  edtf="2024", precision="year")  # fmt: skip
    site = read_site(maker.finish())
    plain = site.get("/2024").text
    assert "<h1>2024</h1>" in plain
    (link,) = re.findall(r'<a href="([^"]*)"[^>]*>Read those</a>', plain)
    vague = site.get(html.unescape(link)).text
    assert "<h1>2024: longer or vaguer dates</h1>" in vague
    assert "<title>2024: longer or vaguer dates – " in vague
    (older,) = re.findall(r'<a rel="next" href="([^"]*)">Next page', vague)
    assert "<h1>2024: longer or vaguer dates</h1>" in site.get(html.unescape(older)).text


def test_the_counts_of_an_event_stand_together(maker: Any, read_site: Callable[..., Any]) -> None:
    maker.add(slug="one", publishers=("A", "B"))
    assert (
        "<span>2 publishers, 2 mentions</span>" in read_site(maker.finish()).get("/event/one").text
    )


def test_a_permalink_leads_on_though_its_words_are_told_better_today(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(slug="2024-05-03-the-mine-was-closed-4f2k9x")
    maker.add(slug="2024-05-04-the-mine-reopened-4f2k9y")
    maker.add(slug="2024-05-04-one-of-two-aaaaaa")
    maker.add(slug="2024-05-04-other-of-two-aaaaaa")
    reader = read_site(maker.finish())
    page = reader.get("/event/2024-05-03-brandau-la-the-mine-was-closed-4f2k9x/mentions")
    assert page.status_code == 301
    assert page.headers["location"] == "/event/2024-05-03-the-mine-was-closed-4f2k9x/mentions"
    for lost in (
        "2023-05-03-the-mine-4f2k9x",
        "2024-05-03-the-mine-4f2k9z",
        "2024-05-04-any-aaaaaa",
        "4f2k9x",
    ):
        assert reader.get(f"/event/{lost}").status_code == 404


def test_a_search_in_an_old_archive_tells_of_later_dates_only_where_it_finds_any(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    _dated(maker, **OLD)
    maker.add(
        title="Of old",
        quote="A rare word.",
        edtf="2009",
        date_start="2009-01-01",
        date_end="2009-01-01",
        **OLD,
    )
    reader = read_site(maker.finish())
    assert "stand apart" not in _text(reader.get("/?q=rare"))
    assert "stand apart" in _text(reader.get("/?q=of"))


def test_what_several_mentions_tell_was_first_reported_then(reader: Any) -> None:
    words = _text(reader.get("/2024/06/25"))
    assert "first reported" in words


def test_a_source_of_several_publishers_leaves_them_to_its_articles(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add()
    path = maker.finish()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE sources SET publisher_id = NULL, url = NULL, article_count = 2")
        connection.commit()
    words = _text(read_site(path).get("/sources"))
    assert "as each article says" in words
    assert "Read again when it changes" in words
