"""How a view is read: the SQL of pages, and the walks, counts and rollups that keep each within the time limit."""
