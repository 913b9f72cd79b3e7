"""Tools of the developers, which no wheel carries."""
