"""What a view is: a period, filters and words searched for as one value, its events in SQL, the bins of its chart. Pure."""
