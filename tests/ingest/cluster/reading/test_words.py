"""The stems of words: one for a sort of happening or a nation, never one for two of them."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources

from ingest.cluster.reading.words import stem


def test_no_stem_stands_for_two_sorts_of_happening_nations_or_meanings():
    meanings = defaultdict(set)
    for table in ("nations.tsv", "happenings.tsv", "synonyms.tsv"):
        lines = (
            resources.files("ingest.cluster.reading")
            .joinpath(table)
            .read_text("utf-8")
            .splitlines()
        )
        for line in lines:
            if line and not line.startswith("//"):
                meant, forms = line.split("\t")
                for form in forms.split():
                    meanings[stem(form)].add(meant)
    assert {stemmed for stemmed, meant in meanings.items() if len(meant) > 1} == set()


def test_a_fire_is_neither_a_shot_nor_a_dismissal():
    assert stem("fire") == stem("blaze") == "#fire"
    assert stem("fired") == stem("firing") == "fired"
    assert stem("dismissed") == "#dismissal"


def test_words_of_one_meaning_and_both_spellings_of_a_word_share_a_stem():
    assert stem("congressman") == stem("lawmakers") == "lawmaker"
    assert stem("defense") == stem("defence")
    assert stem("recognised") == stem("recognizes")
