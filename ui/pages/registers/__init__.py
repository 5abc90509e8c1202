"""Bodies of students on screen: the list of bodies, the members over all of them, and the turn of the year."""
