"""Answers, from the review alone: one function an intent."""
