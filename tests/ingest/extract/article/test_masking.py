"""What rules about who says what read past."""

from datetime import date

import pytest

from ingest.extract.article.document import read
from ingest.extract.article.masking import without_dates
from ingest.model import Article


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("The vice - president came to the well - known sea - side yard", True),
        ("It was shut well - off as it was and sea - side - he says it will open", False),
    ],
)
def test_a_spaced_hyphen_before_a_pronoun_is_a_dash(sentence, joined):
    text = f"{sentence}. The mid - west, the far - east and the sea - bed came."
    masked = without_dates(read(Article(None, None, "", text, date(2024, 6, 26))), (0, len(text)))
    assert (" - he" in masked) is not joined
    assert "sea___side" in masked
