"""Who says so, over more than one sentence, and how it is told."""

import pytest

from ingest.extract import extract


def claim(revision, body: str, **facts) -> tuple[str | None, str | None, str]:
    last = extract(revision("Opening words.\n" + body, "Headline", **facts)).mentions[-1]
    return last.speaker, last.cue, last.modality


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Jane Doe is the mayor. She said the bridge was closed in 2019.", ("Jane Doe", "said", "reported")),
        ("“It is old,” Jane Doe said. “It was closed in 2019.”", ("Jane Doe", "said", "reported")),
        ("“It is old. It was closed in 2019. Nobody cared,” Jane Doe said.", ("Jane Doe", "said", "reported")),
        ("The ministry met. It said the bridge was closed in 2019.", ("ministry", "said", "reported")),
        ("Jane Doe came and said the bridge was closed in 2019.", ("Jane Doe", "said", "reported")),
        ("He said the bridge was closed in 2019.", (None, "said", "reported")),
        ("“The bridge was closed for good in 2019,” read a sign.", (None, "“", "reported")),
        ("The bridge was reportedly closed in 2019.", (None, "reportedly", "reported")),
        ("We said in 2019 that the bridge was old.", (None, None, "asserted")),
        ("The bridge was closed in 2019.", (None, None, "asserted")),
    ],
)  # fmt: skip
def test_the_speaker_is_found_over_sentences(revision, body, expected):
    assert claim(revision, body) == expected


def test_a_line_with_a_colon_before_the_quotation_names_its_speaker(revision):
    line = 'Gen. Jane Doe, envoy for the islands: "There will be no war on the islands." (November, 2023)'
    assert claim(revision, line) == ("Jane Doe", ":", "reported")


def test_a_headline_with_a_colon_names_its_speaker(revision):
    (report,) = extract(revision("Nothing more is known.", "Jane Doe: bridge must close")).mentions
    assert (report.speaker, report.cue) == ("Jane Doe", ":")


def test_a_headline_that_ends_in_its_speaker_is_theirs(revision):
    (report,) = extract(revision("Nothing more.", "Bridge must close, minister says")).mentions
    assert (report.speaker, report.cue, report.modality) == ("minister", "says", "reported")


def test_capitals_of_a_country_are_no_verb(revision):
    assert claim(revision, "The United States closed the bridge in 2019.") == (
        None,
        None,
        "asserted",
    )


def test_in_opinion_pieces_claims_are_the_authors_unless_attributed(revision):
    assert claim(revision, "The war began in 2014.", genre="opinion") == (None, None, "asserted")
    assert claim(revision, "Jane Doe said the war began in 2014.", genre="opinion")[0] == "Jane Doe"


def test_the_speaker_is_an_entity_too(revision):
    mention = extract(revision("Words.\nJane Doe said the bridge fell in 2019.", "Head")).mentions[
        -1
    ]
    assert [(each.name, each.kind, each.role) for each in mention.entities] == [
        ("Jane Doe", "person", "speaker")
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Protesters gathered in Harbour Square said on 3 May 2022 that they would stay.", "Protesters gathered in Harbour Square"),
        ("Jane Doe, a professor in Newark, New Jersey said on 3 May 2022 that it fell.", "Jane Doe"),
        ("Boats, nets and ropes were lost in 2019, Peter Lang, head of the union, told reporters.", "Peter Lang"),
        ("The harbour closed in 2019, according to Lakeland's official news agency.", "Lakeland's official news agency"),
        ("New estimates of 12,000 boats lost in 2019 indicated a bad year, the bank said.", "bank"),
        ("The leak shows that the dam was weak in 2019.", None),
        ("Tests show that the dam was weak in 2019.", "Tests"),
        ("Two men were also confirmed as ill on 3 May 2022.", None),
        ("Lakeland asked Orbit for an answer on 3 May 2022.", None),
        ("His wife said goodbye on 3 May 2022.", None),
        ("Then Lang said the harbour closed in 2019.", "Lang"),
        ("A 2019 study by three officials found that it leaked.", "three officials"),
        ("State TV reported on 3 May 2022 that it closed.", "State TV"),
        ("“It is old,” said Jane Doe, who began in 1952.", None),
        ("Sterling Lang, a spokesman for Gov. Jane Doe, said it closed on 3 May 2022.", "Sterling Lang"),
        ("Tar washed up on 3 May 2022 and officials said boats were lost.", None),
        ("The council attacked Orbit on 3 May 2022 by accusing it of negligence.", None),
        ("The Lakeland Centers for Disease Control said on 3 May 2022 that it spread.", "Lakeland Centers for Disease Control"),
        ("Kellogg's said on 3 May 2022 that it closed the mill.", "Kellogg's"),
        ("Orbit expects to build 6 million boats, fewer than it did in 2019.", None),
        ("Analysts expect Orbit to report a loss on 3 May 2025.", "Analysts"),
        ("It was closed by then, says the Lakeland Armed Forces minister, in May 2022.", "Lakeland Armed Forces minister"),
    ],
)  # fmt: skip
def test_the_speaker_is_somebody_who_speaks(revision, sentence, speaker):
    mention = extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1]
    assert mention.speaker == speaker
