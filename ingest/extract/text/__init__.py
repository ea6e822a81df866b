"""The words, sentences and clauses of a text, by exact offsets: what the rest of extraction reads. Pure."""
