"""What comparison reads of a mention: its words, names and figures, its time, and how telling each is. Pure."""
