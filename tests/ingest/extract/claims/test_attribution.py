"""How far attributing words reach, and whose words they are: asides, dashes, "as Doe put it"."""

import pytest

from ingest.extract import extract


def claim(revision, sentence: str) -> tuple[str | None, str | None, str]:
    mention = extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1]
    return mention.speaker, mention.cue, mention.modality


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Doe, who visited the yard on 3 May, said it was old.",
        "The yard is shut, said Sen. Jane Doe (R - Me.), who visited it on 3 May.",
        "If the firm wins — and experts say it almost surely has — it was thanks to the vote of May 2023.",
        "“We see risk,” said Jane Doe, one of two members of the council who came here on 3 May.",
        "Sen. Jane Doe, R - Me., who met the board on 3 May, said the fund is not moving.",
        "The policy statement, released by the office in May, said the harbour was old.",
        "When Jane Doe, 53, became chief in 2007 she told reporters that her task was safety.",
        "The firm faced anger on 3 May after reports that its chief had left.",
        "Doe came to its aid on 3 May, calling it “a very important and old company.” He said it “knows that it has duties.”",
        "By 3 May there were 54 reported cases, among them four at sea.",
        "The director showed about 90 minutes of “If the Sea Is Willing and the Boat Holds” in Leeds on 3 May.",
        "Orbit of Lakeland, which now has 45 yards, announced an agreement to acquire the Peoria, Ill., yard in May.",
        "Justin Doe was sad about it and decided to do something: in May, he led the barbers.",
        "Ben Doe argued for the need of boats in May.",
        "Doe fell out on 3 May with Harbour officials who said they were glad.",
        "The writer, who got a prize for a novel that tells the story of a farm, sold his medal in 1943.",
    ],
)
def test_what_the_author_tells_of_a_speaker_is_the_authors(revision, sentence):
    assert claim(revision, sentence)[0] is None


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The dam failed on 3 May, as Jane Doe noted.", "Jane Doe", "noted"),
        ("The dam failed on 3 May, as Jane Doe put it.", "Jane Doe", "put it"),
        ("As Jane Doe put it in May 2023, the dam was old.", "Jane Doe", "put it"),
        ("Doe came despite saying in May that the dam was old.", "Doe", "saying"),
        ("After warning in May that the dam was old, Doe left.", "Doe", "warning"),
        ("The firm sold the yard in May, according to Harbour officials here.", "Harbour officials", "according to"),
        ("A group led by three of its owners, Jane Doe, John Roe and Max Poe, said in May that it failed.",
         "group led by three of its owners", "said"),
        ('The driver of a "full self-sailing" boat said it sank in May.', 'driver of a "full self-sailing" boat', "said"),
        ("Boats left the bay. (AP) Harbour officials confirmed in May that it was shut.", "Harbour officials", "confirmed"),
        ("Asked in May whether it was enough, Coast Guard Adm. Jane Doe said it was.", "Jane Doe", "said"),
        ("The sums are small, managers speaking at a boat conference in Leeds said in May.",
         "managers speaking at a boat conference in Leeds", "said"),
        ("The plan was led by Harbour Oil, which announced in May that it had a yard.", "Harbour Oil", "announced"),
        ("Jane Doe met John Roe, who warned in May that it was old.", "John Roe", "warned"),
        ("Rene Doe of iBoat reports that Harbour Oil opened a yard in May.", "Rene Doe", "reports"),
        ("Boats, sailors tell me, have been there since May.", "sailors", "tell"),
        ("Most people questioned in ten towns for our Harbour Review said it was open in May.",
         "Most people questioned in ten towns for our Harbour Review", "said"),
        ("As the president acknowledged in his remarks on 3 May, Lakeland has gone far.", "president", "acknowledged"),
        ("The company grew stronger in May, one industry banker said.", "one industry banker", "said"),
        ("The final report into the Deep Harbour spill said in May that it was old.",
         "final report into the Deep Harbour spill", "said"),
        ("“We will go,” said Jane Doe on 3 May.", "Jane Doe", "said"),
        ("“You know what I want most of all?’’ Jane Doe told The Post on 3 May.", "Jane Doe", "told"),
        ("“I was gutted by it all,” Jane Doe said. “It was late. And so it went. “I felt better in May than in June.”",
         "Jane Doe", "said"),
        ("Makers added to it when they each said that they were losers in May 2024.", "Makers", "said"),
        ("Bob Roe, governor of Lakeland, one of the states with the worst affected shores, was glad: “It ended in May.”",
         "Bob Roe", ":"),
        ("Lakeland Mayor Boris Doe wept. “I think it was wrong in May,” he told Radio 4.", "Boris Doe", "told"),
        ("“There were sticking points,” Jane Doe, the White House adviser said in May.", "Jane Doe", "said"),
        ("Jane Doe came with Mr Roe. Of what she told Ms Roe, she said, most was done in May.", "Jane Doe", "said"),
        ("34% of boat owners say they fished in 2023.", "34% of boat owners", "say"),
        ("It is known that boats worked on it Dr Jane Doe, director of the yard, said in May.", "Jane Doe", "said"),
        ("Bob Roe, head of a yard, came. The firm wept. He said two. He said three. He said four. He said it was old in May.",
         "Bob Roe", "said"),
        ("In May, the Harbour Agency told Orbit that it had 24 hours to find a boat.", "Harbour Agency", "told"),
        ("More boats left in May, P.J. Doe said.", "P.J. Doe", "said"),
    ],
)  # fmt: skip
def test_who_says_so_is_found_beside_and_after_what_is_said(revision, sentence, speaker, cue):
    assert claim(revision, sentence)[:2] == (speaker, cue)


def test_reports_that_nobody_is_named_for_name_nobody(revision):
    sentence = "The firm rose on reports that it had closed in May."
    assert claim(revision, sentence) == (None, "reports that", "reported")


def test_a_hearer_alone_leaves_the_speaker_unnamed(revision):
    assert claim(revision, "Prices could fall, leaders were warned on 3 May.") == (
        None,
        "leaders were warned",
        "possible",
    )


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("“We won't call it old,” Jane Doe told reporters on 3 May.", "negated"),
        (
            "Lakeland confirmed on 3 May 125 people -- many who have not been abroad -- had been ill.",
            "reported",
        ),
        ("“The bridge will be open for all,” Jane Doe said on 3 May.", "planned"),
        ("“There is no risk of a flood,” Jane Doe said on 3 May.", "negated"),
        ("Jane Doe said on 3 May: “It was old, and it is not now.”", "reported"),
    ],
)
def test_the_first_clause_of_direct_speech_tells_how_surely(revision, sentence, modality):
    assert claim(revision, sentence)[2] == modality


def test_what_somebody_expects_to_do_is_a_plan_and_no_statement(revision):
    sentence = "The slick was large, and officials expected to update that figure on 3 July 2024."
    assert claim(revision, sentence) == (None, None, "planned")


def test_the_authors_own_words_of_another_day_are_asserted(revision):
    sentence = "In 2023 I wrote: “The oldest boat I keep there has stood since May 2009.”"
    assert claim(revision, sentence) == (None, None, "asserted")


def test_what_was_done_for_a_day_to_come_is_planned(revision):
    sentence = "A saw cut the pipe to get a tight fit on 5 July 2024."
    assert claim(revision, sentence) == (None, None, "planned")
