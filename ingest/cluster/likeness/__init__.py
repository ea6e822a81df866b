"""What two mentions are to one another: alike, linked, told apart, of one origin. Pure."""
