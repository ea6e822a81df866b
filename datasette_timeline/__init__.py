"""Dateline's showing half: an installed Datasette plugin that reads timeline.db and never ingests."""
