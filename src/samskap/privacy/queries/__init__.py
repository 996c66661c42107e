"""Reading: what is held about one person, who looked, and how long things are kept."""
