"""Which mentions are one event: what is connected, and how that parts into happenings. Pure."""
