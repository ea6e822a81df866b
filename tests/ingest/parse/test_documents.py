"""Text, Markdown, front matter and JSON Lines: a document becomes the words in it."""

from datetime import UTC, date, datetime

import pytest

from ingest.errors import ParseError
from ingest.parse.documents import suffixes
from ingest.parse.front_matter import split_front_matter
from ingest.parse.markdown import render


def test_the_first_line_of_a_text_is_its_title(read_file):
    parsed = read_file("note.txt", "Ferry aground\n\nIt ran aground at dawn.\r\nNobody was hurt.\n")
    (article,) = parsed.articles
    assert parsed.format == "text"
    assert article.title == "Ferry aground"
    assert article.text == "Ferry aground\n\nIt ran aground at dawn.\nNobody was hurt."
    assert article.url is article.guid is article.published is None


def test_a_text_that_begins_with_a_paragraph_keeps_it_whole(read_file):
    paragraph = "The ferry ran aground. " + "It had been raining for days. " * 20
    (article,) = read_file("note.txt", f"{paragraph}\n\nMore.").articles
    assert article.text.startswith(paragraph.strip())
    assert article.title == "The ferry ran aground."


def test_a_single_line_is_a_text(read_file):
    (article,) = read_file("note.txt", "It ran aground on 25 June 2024.").articles
    assert article.text == article.title == "It ran aground on 25 June 2024."


def test_what_the_user_says_of_a_document_serves_where_it_says_nothing(read_file):
    (article,) = read_file(
        "note.txt", "Ferry aground\n\nAt dawn.", published=date(2025, 1, 22), genre="opinion", language="en"
    ).articles  # fmt: skip
    assert (article.published, article.genre, article.language) == (
        date(2025, 1, 22),
        "opinion",
        "en",
    )


def test_the_users_title_goes_before_the_first_line(read_file):
    (article,) = read_file("note.txt", "First line\nand more", title="My note").articles
    assert article.text == "My note\n\nFirst line\nand more"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_any_encoding_is_read(read_file, encoding):
    (article,) = read_file("note.txt", "Fähre\n\nEs regnete – für Tage.".encode(encoding)).articles
    assert article.text == "Fähre\n\nEs regnete – für Tage."


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "nothing at all"),
        (b" \n\n\t ", "nothing at all"),
        (bytes(range(256)) * 50, "binary"),
        (b"%PDF-1.7 ...", "binary"),
        (b"PK\x03\x04...", "binary"),
        (b"SQLite format 3\0", "binary"),
    ],
)
def test_a_file_that_is_no_text_is_one_line(read_file, body, reason):
    with pytest.raises(ParseError, match=reason) as refused:
        read_file("note.txt", body)
    assert "note.txt" in str(refused.value)


@pytest.mark.parametrize("name", ["op-ed.txt", "op-ed.md"])
def test_front_matter_gives_the_fields(read_file, name):
    (article,) = read_file(
        name,
        "---\nsubject: 'Kyiv: the first day'\nAuthor: [Jane Roe, John Doe]\npubDate: 2024-05-13\n"
        "url: https://news.example/1\npublisher: Harbour Gazette\ngenre: op-ed\nlanguage: en\n"
        "tags: [sea, rescue]\n---\n\nIt began at dawn.\n",
    ).articles
    assert article.text == "Kyiv: the first day\n\nIt began at dawn."
    assert (article.author, article.publisher) == ("Jane Roe, John Doe", "Harbour Gazette")
    assert (article.published, article.published_text) == (date(2024, 5, 13), "2024-05-13")
    assert (article.url, article.genre, article.language) == (
        "https://news.example/1",
        "opinion",
        "en",
    )
    assert article.tags == ("sea", "rescue")


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        ("---\ntitle: Kyiv: the first day\ndate: 2024-05-13\n---\nx", {"title": "Kyiv: the first day", "date": "2024-05-13"}, "x"),
        ("---\nTitle: 'a'\n...\nx", {"title": "a"}, "x"),
        ("no front matter", {}, "no front matter"),
        ("---\njust a rule\n---\nx", {}, "---\njust a rule\n---\nx"),
        ("---\ntitle: never closed\nx", {}, "---\ntitle: never closed\nx"),
        ("text\n---\ntitle: x\n---\n", {}, "text\n---\ntitle: x\n---\n"),
        ("---\ntitle: !!python/object/apply:os.system [x]\n---\ny", {"title": "x"}, "y"),
        ("---\na: &a [*a]\ntitle: x\n---\ny", {"a": "", "title": "x"}, "y"),
    ],
)  # fmt: skip
def test_front_matter_is_split_from_the_text(text, fields, rest):
    assert split_front_matter(text) == (fields, rest)


def test_hostile_front_matter_is_text(read_file):
    (article,) = read_file("x.txt", "---\n" + "[" * 12_000 + "\n---\nThe words.").articles
    assert article.text.endswith("The words.")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "A **bold** and *soft* `code` [link](https://a.example/x_y).",
            "A bold and soft code link.",
        ),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("- one\n- two\n  - deep\n\nafter", "one\ntwo\n\ndeep\n\nafter"),
        ("1. one\n\n2. two", "one\n\ntwo"),
        ("> quoted\n\nafter", "quoted\n\nafter"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b |\n1 | 2 |"),
        ("before\n\n```\ncode();\n```\n\nafter", "before\n\nafter"),
        ("![alt](x.png) seen", "seen"),
        ("<div>raw <b>html</b></div>\n\nand <i>more</i>", "raw html\n\nand more"),
        ("a &amp; b \\* c", "a & b * c"),
        ("<https://a.example/>", "https://a.example/"),
        ("Under\n=====\n\ntext", "Under\n\ntext"),
    ],
)
def test_markdown_becomes_its_words(read_file, markdown, text):
    _, rendered = render(markdown)
    lines = [" ".join(line.split()) for line in rendered.strip().split("\n")]
    assert [line for line in lines if line] == [line for line in text.split("\n") if line]


def test_the_first_heading_of_markdown_is_its_title(read_file):
    parsed = read_file("note.md", "# The *ferry*\n\n## Monday\n\nIt ran aground.\n")
    assert parsed.format == "markdown"
    assert parsed.articles[0].text == "The ferry\n\nMonday\n\nIt ran aground."


def test_a_later_heading_is_no_title(read_file):
    (article,) = read_file("note.md", "It ran aground.\n\n# Later\n\nMore.").articles
    assert article.text == "It ran aground.\n\nLater\n\nMore."


@pytest.mark.parametrize(
    "body", ["*a **a " * 20_000, "[" * 20_000, ">" * 20_000, "- " * 5_000, "`a" * 20_000, "|a|\n|-|\n" + "|x|\n" * 10_000]
)  # fmt: skip
def test_hostile_markdown_ends(read_file, body):
    try:
        read_file("note.md", "# t\n\n" + body)
    except ParseError as refused:
        assert "\n" not in str(refused)  # noqa: PT017


def test_a_line_of_json_is_an_article(read_file):
    parsed = read_file(
        "articles.jsonl",
        '{"title": "Ferry aground", "text": "At dawn.", "url": "https://news.example/1", "guid": "a1",'
        ' "published": "2024-05-13T05:30:00Z", "publisher": "Gazette", "author": "Jane Roe", "language": "en",'
        ' "genre": "opinion"}\n\n{"text": "Nobody was hurt at all. It was late.", "published": 1704067200}\n',
    )
    first, second = parsed.articles
    assert parsed.format == "jsonl"
    assert first.text == "Ferry aground\n\nAt dawn."
    assert (first.guid, first.url, first.publisher) == ("a1", "https://news.example/1", "Gazette")
    assert (first.published, first.author, first.genre) == (
        datetime(2024, 5, 13, 5, 30, tzinfo=UTC),
        "Jane Roe",
        "opinion",
    )
    assert second.title == "Nobody was hurt at all."
    assert second.published == datetime(2024, 1, 1, tzinfo=UTC)


def test_a_title_that_the_text_repeats_stands_once(read_file):
    (article,) = read_file(
        "a.jsonl", '{"title": "The ferry ran aground", "text": "The ferry ran aground Harbour police said so."}'
    ).articles  # fmt: skip
    assert article.text == "The ferry ran aground\n\nHarbour police said so."


def test_a_bad_line_costs_that_line_and_is_named(read_file):
    lines = [
        '{"title": "good"}',
        "{bad",
        "[1]",
        '{"url": "x"}',
        "[" * 100_000,
        '{"title": "\\ud800 last"}',
    ]
    parsed = read_file("a.jsonl", "\n".join(lines))
    assert [article.title for article in parsed.articles] == ["good", "\ufffd last"]
    assert [note.partition(":")[0] for note in parsed.notes] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5",
    ]


def test_many_bad_lines_are_counted(read_file):
    parsed = read_file("a.jsonl", '{"title": "good"}\n' + "bad\n" * 100)
    assert len(parsed.notes) == 21
    assert parsed.notes[-1] == "further lines skipped: 80"


def test_a_file_without_a_good_line_is_one_line(read_file):
    with pytest.raises(ParseError, match=r"no article in it \(line 1"):
        read_file("a.jsonl", "bad\nworse")


def test_a_folder_takes_every_kind_of_file_that_is_read():
    assert {".txt", ".md", ".html", ".jsonl", ".xml", ".json", ".opml"} <= suffixes


@pytest.mark.parametrize(
    ("name", "body", "form"),
    [
        (
            "saved.xml",
            "<rss><channel><title>t</title><item><title>x</title></item></channel></rss>",
            "rss",
        ),
        (
            "saved.json",
            '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "x"}]}',
            "json11",
        ),
        ("page.htm", "<html><body><p>words enough for a page</p></body></html>", "html"),
        ("README", "Words\n\nof a text", "text"),
        ("notes.md", "- x", "markdown"),
        ("braces.txt", "{not json} but words", "text"),
        ("angle.txt", "<not a tag> but words", "text"),
    ],
)
def test_the_content_of_a_file_decides_what_it_is(read_file, name, body, form):
    assert read_file(name, body).format == form
