"""How what was read is written for a reader: dates, counts, titles, cards and links, in words. Pure."""
