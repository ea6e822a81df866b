"""How certain a clause makes what it tells."""

import pytest

from ingest.extract.claims.modality import modality_of


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("The bridge fell", "asserted"),
        ("The bridge will fall", "planned"),
        ("The bridge is to be closed", "planned"),
        ("The bridge is due to open", "planned"),
        ("She left due to illness", "asserted"),
        ("The plan for the bridge failed", "asserted"),
        ("The bridge will not open until summer", "planned"),
        ("The bridge will not open", "negated"),
        ("The bridge did not open", "negated"),
        ("Not only did the bridge open", "asserted"),
        ("A man with no experience opened the bridge", "asserted"),
        ("No later than noon the bridge opened", "asserted"),
        ("The bridge may open", "possible"),
        ("As the town looks to the council, she opened the bridge", "asserted"),
        ("The bridge looks to be gone", "possible"),
        ("There are risks of another fall", "possible"),
        ("They could see the bridge", "asserted"),
        ("The bridge could open", "possible"),
        ("The bridge may have opened", "possible"),
        ("The bridge would have opened", "hypothetical"),
        ("if the bridge opens", "hypothetical"),
        ("The bridge had to be closed", "asserted"),
        ("The man was found to be ill", "asserted"),
        ("The aim was to close the bridge", "asserted"),
        ("The council is to discuss how it might be paid", "planned"),
        ("The bridge is set to open, perhaps as early as  ", "planned"),
        ("The bridge fell, not long before noon", "asserted"),
        ("The bridge cost a million, not including the ramp", "asserted"),
        ("The plan was mocked for its lack of detail", "asserted"),
        ("But if you look at the bridge, it fell", "asserted"),
        ("“If this had happened the bridge would be gone", "hypothetical"),
        ("The storms were grave and were expected to end", "planned"),
        ("They sent aides to speak for a new plan to save the bridge", "asserted"),
        ("The union plans a march", "planned"),
        ("The firm said it was looking forward to the meeting", "planned"),
        ("The firm moved the gate forward to the road", "asserted"),
        ("The well is not expected to be drilled before summer", "planned"),
        ("The bay got a sniff of what may be in store", "asserted"),
        ("The firm plans to use mud and possibly cement", "planned"),
        ("Makers are refusing to build yards", "negated"),
        ("A friend sang at ABC No Rio", "asserted"),
        ("No boat sailed", "negated"),
        ("Rain caused the work to be stopped", "asserted"),
        ("The rise was likely fuelled by a cut to rates", "possible"),
        ("Had the bridge opened the town would be rich", "hypothetical"),
        ("The council will meet on what had the right colour", "planned"),
        ("There is time should the council choose to meet", "hypothetical"),
        ("Nor should the council choose to meet", "negated"),
        ("The bridge came to be known as the plank", "asserted"),
        ("The tale turned out to be invented", "asserted"),
        ("We are gonna see the bridge", "planned"),
        ("They are looking to close the bridge", "planned"),
        ("The mayor wants the council to close the bridge", "planned"),
        ("The bridge appears ready to open", "possible"),
        ("Mayor Vows to Close Bridge", "planned"),
        ("Mayor Meets Bakers With Plan to Close Bridge", "asserted"),
    ],
)
def test_the_words_of_the_clause_tell(clause, modality):
    assert modality_of(clause, (0, len(clause)), attributed=False) == modality


def test_what_others_say_is_reported_and_what_they_say_would_be_is_planned():
    said = "that the bridge opened"
    assert modality_of(said, (0, len(said)), attributed=True) == "reported"
    judged = "that it would be “premature” to say so"
    assert modality_of(judged, (0, len(judged)), attributed=True) == "reported"
    would = "that the bridge would open"
    assert modality_of(would, (0, len(would)), attributed=True) == "planned"
    assert modality_of(would, (0, len(would)), attributed=False) == "asserted"


def test_a_clause_that_hangs_on_a_condition_is_hypothetical():
    sentence = "If it rains, the bridge will close"
    assert modality_of(sentence, (11, len(sentence)), attributed=False) == "hypothetical"
    courage = "If they had courage, they'd leave"
    assert modality_of(courage, (20, len(courage)), attributed=False) == "hypothetical"
    joined = "They would help friends or colleagues if it rained"
    assert modality_of(joined, (0, 30), attributed=False) == "hypothetical"


@pytest.mark.parametrize(
    ("clause", "lies", "modality"),
    [
        ("The bridge should be open", "ahead", "planned"),
        ("The bridge should be open", "past", "asserted"),
        ("The bridge will recall the flood", "past", "asserted"),
        ("The bridge will recall the flood", "ahead", "planned"),
        ("The bridge was to open", "past", "planned"),
    ],
)
def test_what_is_to_come_has_a_day_to_come(clause, lies, modality):
    span = (0, len(clause))
    assert modality_of(clause, span, attributed=False, lies=lies) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("There is indication that the bridge fell", "possible"),
        ("There are growing fears that the bridge fell", "possible"),
        ("They raised the possibility that the bridge would fall", "possible"),
        ("It is likely that the bridge fell", "possible"),
        ("There is no doubt that the bridge fell", "asserted"),
    ],
)
def test_a_hedge_before_that_stays_visible(sentence, modality):
    start = sentence.index(" that") + 1
    assert modality_of(sentence, (start - 1, len(sentence)), attributed=False) == modality


def test_a_question_that_somebody_asks_is_no_condition():
    sentence = "They do not know if the bridge will be there"
    asked = (sentence.index(" if"), len(sentence))
    assert modality_of(sentence, asked, attributed=False) == "possible"


@pytest.mark.parametrize(
    ("clause", "lies", "modality"),
    [
        ("The ferry could carry ten cars  ", "past", "asserted"),
        ("The ferry could carry ten cars  ", "ahead", "possible"),
        ("The ferry could have carried ten cars  ", "past", "possible"),
        ("They should have a bridge  ", "ahead", "planned"),
        ("The bridge did not open until  ", "past", "asserted"),
        ("The plan to close the bridge hit a rock  ", "ahead", "asserted"),
        ("The bridge stayed shut, with more work expected  ", "ahead", "planned"),
        ("They should have built a bridge  ", "ahead", "hypothetical"),
    ],
)
def test_a_modal_means_another_thing_of_a_day_that_is_past(clause, lies, modality):
    assert modality_of(clause, (0, len(clause)), attributed=False, lies=lies) == modality
