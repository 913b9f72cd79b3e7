"""Figures of the prose: against the tables, against one another, and against themselves."""
