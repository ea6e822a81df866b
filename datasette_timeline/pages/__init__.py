"""The pages: lists of events, single records, and what a site has besides."""
