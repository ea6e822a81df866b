"""Who utters direct speech by a verb that is in no list."""

import pytest

from ingest.extract import extract


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("“You like to think that it closed in 2019,” the harbour master shot back.", "harbour master", "shot"),
        ("“It has been closed since 2019,” sighed Jane Doe.", "Jane Doe", "sighed"),
        ("“Who could have known in 2019?” shouted the mayor.", "mayor", "shouted"),
        ("“It has been closed since 2019,” Jane Doe recalls.", "Jane Doe", "recalls"),
        ("“It has been closed since 2019,” is what the sign reads.", None, "“"),
        ("“It has been closed since 2019.” Jane Doe walked away.", None, "“"),
    ],
)  # fmt: skip
def test_a_verb_after_direct_speech_that_goes_on_is_one_of_saying(revision, sentence, speaker, cue):
    mention = extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1]
    assert (mention.speaker, mention.cue) == (speaker, cue)
