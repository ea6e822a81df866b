"""From the examples to the pages: what a new user sees after `make run`."""

import asyncio
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from datasette.app import Datasette
from site_directory import dateline, query

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("a new site")
    for name in ("sources.yml", "metadata.yml"):
        shutil.copy(ROOT / name, home / name)
    shutil.copytree(ROOT / "examples", home / "examples")
    result = dateline(home, "run", "--strict", "--offline")
    assert result.exit_code == 0, result.output
    return home


@pytest.fixture(scope="module")
def get(home):
    metadata = yaml.safe_load((home / "metadata.yml").read_text("utf-8"))
    site = Datasette(
        [str(home / "timeline.db")], metadata=metadata, settings={"suggest_facets": False}
    )

    def get(path):
        return asyncio.run(site.client.get(path))

    return get


def test_every_example_is_read_and_every_quote_stands(home):
    assert query(home, "SELECT count(*) FROM sources WHERE state = 'active'") == [(5,)]
    assert dateline(home, "verify").exit_code == 0


def test_the_story_that_two_publishers_carry_is_one_event(home):
    found = query(
        home,
        "SELECT publisher_count FROM events WHERE sort_on = '2021-12-25' AND kind = 'report'"
        " ORDER BY significance DESC",
    )
    assert found[0][0] >= 2


def test_the_edited_article_keeps_both_its_states(home):
    changed = query(
        home, "SELECT previous_title, words_added, words_removed FROM revisions WHERE number = 2"
    )
    assert len(changed) == 1
    title, added, removed = changed[0]
    assert title == "Webb telescope launched"
    assert added > 0
    assert removed > 0


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("In September 1989 astronomers met", "1989-09"),
        ("In the spring of 1996", "1996-21"),
        ("On September 10, 2002", "2002-09-10"),
        ("On July 6, 2011", "2011-07-06"),
        ("Two weeks later its mirror", "2022-01-03/2022-01-09"),
        ("In June 2010 Senator", "2010-06"),
        ("since 2011, when Congress", "2011/.."),
        ("proposed on Wednesday", "2011-07-06"),
        ("The telescope arrived by ship", "2021-10-12"),
    ],
)
def test_dates_of_every_kind_are_right(home, words, edtf):
    found = query(home, "SELECT edtf FROM mentions WHERE quote LIKE ?", f"%{words}%")
    assert (edtf,) in found


def test_every_page_that_the_timeline_has_answers(home, get):
    paths = ["/", "/sources", "/?q=telescope", "/?q=%22", "/robots.txt", "/sitemap.xml"]
    paths += [f"/event/{quote(slug)}" for (slug,) in query(home, "SELECT slug FROM events")]
    paths += [f"/article/{number}" for (number,) in query(home, "SELECT id FROM articles")]
    paths += [f"/source/{number}" for (number,) in query(home, "SELECT id FROM sources")]
    paths += [
        "/" + period.replace("-", "/")
        for (period,) in query(
            home, "SELECT period FROM period_counts WHERE unit IN ('year', 'month', 'day')"
        )
    ]
    answers = {path: get(path).status_code for path in paths}
    assert {path: status for path, status in answers.items() if status != 200} == {}


def test_every_former_slug_leads_to_its_event(home, get):
    for alias, slug in query(
        home, "SELECT a.slug, e.slug FROM event_aliases a JOIN events e ON e.id = a.event_id"
    ):
        answer = get(f"/event/{quote(alias)}")
        assert answer.status_code in {301, 308}
        assert answer.headers["location"].endswith(f"/event/{quote(slug)}")


def test_every_canned_query_runs_on_what_dateline_wrote(home, get):
    metadata = yaml.safe_load((home / "metadata.yml").read_text("utf-8"))
    queries = metadata["databases"]["timeline"]["queries"]
    assert len(queries) >= 8
    for name in queries:
        answer = get(f"/timeline/{name}.json?_shape=objects")
        assert answer.status_code == 200, (name, answer.text[:300])
        assert answer.json().get("ok", True), name


def test_every_list_can_be_exported(get):
    from datasette_timeline.exports import FORMATS

    assert len(FORMATS) >= 10
    for extension in FORMATS:
        if extension != "parquet":  # needs an extra
            assert get(f"/2021.{extension}").status_code == 200, extension


def test_the_day_of_the_launch_tells_quote_publisher_and_date(get):
    page = get("/2021/12/25").text
    assert "An Ariane 5 rocket carried" in page
    assert re.search(r"2 publishers|Sample Observer", page)


def test_stock_datasette_still_serves_the_data(get):
    assert get("/timeline/events.json?_size=1").status_code == 200
    assert get("/timeline").status_code == 200
