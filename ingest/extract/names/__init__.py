"""What a text calls people: their names, short forms, titles and offices. Pure."""
