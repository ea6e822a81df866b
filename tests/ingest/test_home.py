"""A new site directory gets what the repository's own has."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_a_new_site_directory_gets_the_descriptions_of_this_one():
    ours = (ROOT / "metadata.yml").read_bytes()
    assert (ROOT / "ingest" / "site" / "metadata.yml").read_bytes() == ours, (
        "cp metadata.yml ingest/site/metadata.yml"
    )
