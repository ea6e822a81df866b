"""What a text calls places: the gazetteer, and how a sentence says that something happened there. Pure."""
