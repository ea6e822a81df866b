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
        ("The captain of a ferry that sank off Malta, killing 31, told a court it was closed in 2019.", ("captain of a ferry", "told", "reported")),
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
        ("It was closed in 2019, according to the monitoring group Harbour Watch.", "Harbour Watch"),
        ("Orbit says the spill cost it 9 million, 2 million more than the figure reported on 3 May 2022.", "Orbit"),
        ("After a week in which ten died, according to the union, the mine closed on 3 May 2022.", None),
        ("When half of the town became ill in 2019, they quickly blamed the harbour.", None),
        ("They mocked those who, he claimed, had left in 2019.", None),
        ("The Brandau, N.L.-based maker of nets and other goods said it closed in 2019.", "Brandau, N.L.-based maker of nets and other goods"),
        ("The crisis has given added urgency to the work of a group set up in 2019.", None),
        ("The boats sail in May 2019, as gulls do, Long said.", "Long"),
        ("It does not go far enough in 2019, says analyst Fareed Lang.", "Fareed Lang"),
        ("Latest estimates released on 3 May 2022 suggest that ten boats sank.", "Latest estimates"),
        ("A sailor who was on board when it blew up on 3 May 2022 has told the court that it was dark.", "sailor"),
        ("The union announced a plan that disappointed sailors in May 2019.", None),
        ("The union announced in a statement that sailors left in May 2019.", "union"),
        ("Sailors have reported being beaten in May 2019.", "Sailors"),
        ("Fights went on, with harbour officials reporting a fire on 3 May 2022.", "harbour officials"),
        ("The mayor, on a visit to Brandau, asked harbour officials to leave in May 2019, the police said.", "police"),
        ("The harbour ministry on 3 May 2022 confirmed its first case of cholera.", "harbour ministry"),
        ("Jane Doe pointed out that it closed in 2019.", "Jane Doe"),
        ("You know what Jane Doe said here, but we were there in 2019.", None),
        ("It was closed in the “very near past,” the news agency announced on 3 May 2022.", "news agency"),
        ("“It was nobody's fault but the council's,” Jane Doe wrote in May 2009 to a lawyer.", "Jane Doe"),
        ("The harbour laid a lot of blame at the door of the council in 2019.", None),
        ("The boat is reported to have sunk in 2019.", None),
        ("It was a fight reported to have taken place in 2019.", None),
        ("Banks, reeling from the recent fall of prices, announced a loss for May 2023.", None),
        ("It is to be closed again in 2019, its director-general indicated in an interview.", "director-general"),
        ("People who were there, especially in May 2004, say they got a letter.", "People"),
        ("The report sheds light on it, saying it was written in 1981.", "report"),
        ("A statement on the school's website said it moved its exams in May 2023.", "statement on the school's website"),
        ("Jane Doe, appointed by the mayor, announced the figures in May 2023.", None),
        ("The Organization of Lakeland Unity said in May 2023 that it would look.", "Organization of Lakeland Unity"),
        ("The boat was old by then, a court was told in May 2023.", None),
        ("State TV reported violent clashes in May 2023 in two towns.", "State TV"),
        ("A report put out in May 2023 by the Lakeland Travel Union said losses were high.", "Lakeland Travel Union"),
        ("Anyone who thinks it was closed in 2019 is wrong.", None),
        ("Sources in a position to know say it was closed in 2019.", "Sources in a position to know"),
        ("The bank marked a success that it was proud of in May 2023 and said it was glad.", None),
        ("It was open to all in 2023, according to a draft statement under discussion by the owners.", "draft statement under discussion by the owners"),
        ("Sailors and owners of it reported 30 fires in 2006, according to harbour records.", "harbour records"),
        ("The harbour union posted on its own web page that it closed in 2019.", "harbour union"),
        ("It was closed by then, says the Lakeland Armed Forces minister, in May 2022.", "Lakeland Armed Forces minister"),
    ],
)  # fmt: skip
def test_the_speaker_is_somebody_who_speaks(revision, sentence, speaker):
    mention = extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1]
    assert mention.speaker == speaker


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“It is old,” said Stone Lin, an engineer. “It was closed in 2019,” he said.", "Stone Lin"),
        ("“It is very old by now,” said Jane Doe. “It was closed in 2019.” The mayor said it was new.", "Jane Doe"),
        ("Wes Lang, head of the union, said it was old. “It was closed for good in 2019,” he said.", "Wes Lang"),
        ("Lakeland's Jane Doe came. Doe said the bridge was closed in 2019.", "Jane Doe"),
        ("Jane Doe's argument is plain. “It was closed for good in 2019,” she writes.", "Jane Doe"),
    ],
)  # fmt: skip
def test_a_person_is_known_by_name_and_act_in_the_sentences_before(revision, body, speaker):
    assert claim(revision, body)[0] == speaker


def test_a_hedge_stays_visible_beside_the_speaker(revision):
    body = "There is indication that the bridge was closed in 2019."
    assert claim(revision, body) == (None, None, "possible")
    assert claim(revision, f"Jane Doe said {body[0].lower()}{body[1:]}") == (
        "Jane Doe",
        "said",
        "possible",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The mayor said the flood of 3 May was “not caused by the bridge at all”.", ("mayor", "said", "negated")),
        ("The council met on 3 May for a hearing titled: “Our Old Bridge and Its Bakers”.", (None, None, "asserted")),
        ("They can rest assured that the bridge was closed in 2019.", (None, None, "asserted")),
        ("A flu that has killed ten could spread, the ministry said on 3 May.", ("ministry", "said", "possible")),
    ],
)  # fmt: skip
def test_words_in_marks_belong_to_the_verb_before_them_or_name_a_thing(revision, body, expected):
    assert claim(revision, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“There’s a meeting on 1 July, but the bakers won’t come,” Jane Doe said.", ("Jane Doe", "said", "planned")),
        ("The council will look for breaches of the Oil Act of 1990.", (None, None, "planned")),
        ("The firm said its figures, usually mailed at the end of July, would be late.", ("firm", "said", "planned")),
        ("“If there’s a boat, it ought to be here today,” Jane Doe said.", ("Jane Doe", "said", "hypothetical")),
    ],
)  # fmt: skip
def test_a_clause_has_its_verb_and_a_name_its_year(revision, body, expected):
    assert claim(revision, body) == expected
