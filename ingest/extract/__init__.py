"""Article -> Mentions: which sentences tell of something at a date, and who says so. Pure."""
