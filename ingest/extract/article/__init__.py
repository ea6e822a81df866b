"""An article made ready: its own words, its report, and the passages that tell of something at a date. Pure."""
