"""Who might have to do with whom, found without comparing all with all. Pure."""
