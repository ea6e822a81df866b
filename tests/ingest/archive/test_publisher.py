"""Who publishes a feed, by its title and its site's address."""

import pytest

from ingest.archive.publisher import named


@pytest.mark.parametrize(
    ("title", "site", "publisher"),
    [
        ("World – TIDE", "tide.example", "TIDE"),
        ("NHT > World News", "www.nhtimes.example", "NHT"),
        ("Harbour News: International", "harbournews.go.example", "Harbour News"),
        ("Al Marfa – Breaking News, World News and Video", "www.almarfa.example", "Al Marfa"),
        ("World - HarbourNews.example", "www.harbournews.example", "HarbourNews.example"),
        ("Le Quai.fr - Actualités et Infos", "www.lequai.fr", "Le Quai.fr"),
        ("Sports | The Harbour", "harbour.co.example", "The Harbour"),
        ("HBC News اردو - صفحہ اول", "www.hbc.example", "HBC News اردو"),
        ("The Valley Monitor | All stories", "www.vmonitor.example", "The Valley Monitor"),
        ("Top Stories", "www.hbc.net.example", "hbc.net.example"),
        ("Latest news – World", "news.example", "news.example"),
        ("Top Stories", "", "Top Stories"),
        ("Harbour Echo", "paper.example", "Harbour Echo"),
        ("Ada Brown: Letters home", "mail.example", "Ada Brown: Letters home"),
        ("Ada Brown: Letters home", "adabrown.example", "Ada Brown"),
        ("A bridge too far-fetched", "bridge.example", "A bridge too far-fetched"),
        ("", "paper.example", "paper.example"),
        ("Новости: Гавань", "гавань.example", "Гавань"),
    ],
)  # fmt: skip
def test_a_publisher_is_told_from_its_channels(title: str, site: str, publisher: str) -> None:
    assert named(title, site) == publisher


@pytest.mark.parametrize("word", ["feed", "homepage", "news ", "feeds", "| "])
def test_no_title_of_a_hostile_feed_holds_the_reader(word):
    title = word * (1_000 // len(word)) + "x"
    assert named(title, "a.example").endswith("x")


def test_a_host_of_thousands_of_labels_names_nobody_and_costs_nothing():
    assert named("The News", "a." * 4_000 + "example") == "The News"
    assert named("World | Courier", "a." * 4_000 + "courier.example") == "Courier"
    assert named("World | Courier", "deep." * 40 + "courier.example") == "Courier"
