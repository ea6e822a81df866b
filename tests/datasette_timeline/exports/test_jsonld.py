"""schema.org JSON-LD: says what sources say, with no finer dates, and cannot end the script it stands in."""

import json

import pytest

from datasette_timeline.exports.jsonld import dataset_node, event_script


def nodes(document: bytes) -> list[dict]:
    return json.loads(document)["@graph"]


def test_an_event_its_article_and_its_quotation(write, make_event):
    (node,) = nodes(write("jsonld", make_event()))
    assert (node["@type"], node["name"], node["startDate"]) == (
        "Event",
        "Bank cuts its rate",
        "1998-05-12",
    )
    assert "endDate" not in node
    article, quotation = node["subjectOf"]
    assert article["@type"] == "NewsArticle"
    assert article["url"] == "https://echo.example/rates?a=1&b=2"
    assert article["datePublished"] == "1998-05-13"
    assert quotation["text"].startswith("The bank cut")
    assert quotation["creator"]["name"] == "Ada Brown"
    assert node["location"]["geo"]["longitude"] == -0.125


def test_a_month_stays_a_month(write, make_event):
    month = make_event(
        edtf="1998-05", date_start="1998-05-01", date_end="1998-05-31", precision="month"
    )
    (node,) = nodes(write("jsonld", month))
    assert node["startDate"] == "1998-05"
    assert "endDate" not in node


def test_an_opinion_is_not_passed_off_as_news(write, make_event):
    (node,) = nodes(write("jsonld", make_event(kind="opinion")))
    assert node["subjectOf"][0]["@type"] == "OpinionNewsArticle"


def test_no_text_can_leave_the_script_element(make_event, trap):
    script = event_script(make_event(title=trap, quote=trap, publisher=trap, url=trap))
    assert not set("<>&") & set(script)
    assert json.loads(script)["name"] == trap


def test_nothing_known_leaves_nothing_null(write, make_event):
    bare = make_event(
        **dict.fromkeys(
            ["place", "url", "speaker", "article_title", "article_author", "article_published_on", "date_start",
             "date_end", "revision_sha256", "article_language"]
        ),
        edtf="",
    )  # fmt: skip
    document = write("jsonld", bare)
    assert b"null" not in document
    assert "startDate" not in nodes(document)[0]


def test_an_empty_graph_is_json(write):
    assert nodes(write("jsonld")) == []


def test_the_dataset_names_its_distributions(make_meta):
    node = dataset_node(make_meta(), {"https://timeline.example/events.csv": "text/csv"})
    assert node["distribution"][0]["encodingFormat"] == "text/csv"
    assert "license" not in node


@pytest.mark.filterwarnings("ignore")
def test_an_rdf_reader_finds_the_quotation(write, make_event):
    rdflib = pytest.importorskip("rdflib", reason="rdflib (extra: validators) is not installed")
    # The context is on the network; a vocabulary gives the same names without asking for it.
    document = write("jsonld", make_event()).replace(
        b'"@context": "https://schema.org"', b'"@context": {"@vocab": "https://schema.org/"}'
    )
    graph = rdflib.Graph().parse(data=document, format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Quotation))) == 1
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Event))) == 1
