"""When a clause tells no more than a possibility, and when one is only what it speaks of."""

import pytest

from ingest.extract.claims.possibility import is_possible


@pytest.mark.parametrize(
    "clause",
    [
        "The bridge may open",
        "There was a possible link",
        "The council is likely to meet",
        "There is a risk of another flood",
        "It remains unclear",
    ],
)
def test_a_hedge_makes_what_is_told_possible(clause):
    assert is_possible(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "The council bought cover against a potential flood",
        "The council discussed a possible sale",
        "The council met to reduce the risk of a flood",
        "The council investigated the possibility of a flood",
        "Prices fell because of fears of a flood",
        "The council counted probable and confirmed cases",
        "Sailors were 21% more likely to fall ill",
        "Sailors were twice as likely to fall ill",
        "The boats left as soon as possible",
        "The council faced an uncertain future",
        "The lamps are lit so that sailors could see",
        "Neither he nor the others could be found",
        "There is no risk of a flood",
        "The council had drawn up a list for potential revenge",
        "The council was exploring the possible sale of its ships",
        "The council said that the risks of sailing were small",
        "The year saw what few could have imagined",
        "The council released a potentially damning account",
    ],
)
def test_what_is_done_with_a_possibility_is_told_for_certain(clause):
    assert not is_possible(clause)
