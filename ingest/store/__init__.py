"""The only code that writes timeline.db: its schema, its changes, its checks."""
