"""Moments as the reviewer's own clock showed them, whatever time zone they were written down in."""

from datetime import datetime


def minute(at: str) -> str:
    """A moment in ISO 8601 as day, hour and minute here; what is no moment stays as it is."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return at


def day(at: str) -> str:
    """The day of a moment here."""
    return minute(at).partition(" ")[0]
