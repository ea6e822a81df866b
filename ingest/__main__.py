"""`python -m ingest` is the command `dateline`."""

from ingest.cli import main

main()
