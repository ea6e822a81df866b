"""Who says so, by which words, and as how certain. Pure."""
