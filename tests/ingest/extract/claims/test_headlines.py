"""Who speaks in a headline, and which headlines announce."""

import pytest

from ingest.extract import extract


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Police: Teens broke into the old mansion", "Police"),
        ("Lakeland official: Death count climbs to 50", "Lakeland official"),
        ("Kyiv: Russia has lost three ships", "Kyiv"),
        ("Lakeland war: Thousands flee the north", None),
        ("BREAKING: the dam has failed", None),
        ("Capitol hearings: it was not planned", None),
        ("Peter Lang: It is over", "Peter Lang"),
        ("‘We have lost the whole harvest’: Anna Keller on a dry year", "Anna Keller"),
        ("‘We have lost the whole harvest’: a dry year in pictures", None),
        ("Prices may fall in spring – health minister", "health minister"),
        ("Few people trust the council: poll", "poll"),
        ("The dam has failed – Example News", None),
        ("Anna Keller Says Harbour Must Close", "Anna Keller"),
        ("Council passes a bill on boats|“It is time,” said Rep. Jane Doe", None),
        ("Lakeland families 'have lost all' says Harbour group", "Harbour group"),
        ("High Court of Lakeland: couples can adopt", "High Court of Lakeland"),
        ("Prices Will Fall for a Week, Says Harbour Bank", "Harbour Bank"),
        ("Boats are for sale: the going rate is 50,000 crowns - mayor", "mayor"),
    ],
)
def test_a_headline_names_its_speaker(revision, headline, speaker):
    report = extract(revision("Nothing more is known.", headline)).mentions[0]
    assert report.speaker == speaker


@pytest.mark.parametrize(
    ("headline", "modality"),
    [
        ("Lang to visit the harbour", "planned"),
        ("Anna Keller To Star in a New Drama", "planned"),
        ("Orbit Oil plans on paying the fishermen", "planned"),
        ("How to leave a harbour", "asserted"),
        ("Orbit set to overtake Harbour in boat sales", "planned"),
        ("Kremlin media: Lakeland preparing to attack", "planned"),
        ("Jane Doe: the bridge will not close", "negated"),
        ("Union presses council to use its power", "asserted"),
        ("Orbit Sets Plan to Spin Off Its Yards", "planned"),
        ("New law on fees starts July 1", "planned"),
        ("New law on fees started on June 1", "asserted"),
        ("Court sides with a sailor who wants to leave", "asserted"),
        ("Unions call for Orbit Oil to open its books", "asserted"),
        ("Fishermen went to court", "asserted"),
        ("Brandau becomes 1st in Lakeland to require a licence", "asserted"),
        ("Lakeland agrees to back the harbour", "asserted"),
        ("Orbit Sues to Stop Deal Between Two Yards", "asserted"),
        ("Lakeland bans foreigners from entering the bay to stop theft of eels", "asserted"),
        ("Brandau allocates 3m crowns to fund a new pier", "asserted"),
        ("Sailor trying to keep his licence sinks a second ferry", "asserted"),
        ("Mayor's failure to close the bridge angers sailors", "asserted"),
        ("Ferry fares in Lakeland to drop", "planned"),
        ("Harbour talks to resume", "planned"),
        ("Ice response teams to launch in March", "planned"),
        ("Record attempt to take place at Brandau", "planned"),
        ("Lang says ships are at sea. The storm may be turning.", "reported"),
    ],
)
def test_a_headline_announces_by_an_infinitive(revision, headline, modality):
    assert extract(revision("Nothing more is known.", headline)).mentions[0].modality == modality
