"""One event from its mentions: what leads it, how much it matters, its permalink. Pure."""
