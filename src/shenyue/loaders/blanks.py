"""What no reader sees: blanks of every width and marks without width."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\x00"
"""Marks without width that `str.strip` does not know as blanks."""


def is_blank(text: str) -> bool:
    """Whether a stretch shows nothing: blanks, invisible marks, or no character at all."""
    return not text or text.isspace() or not any(c not in _INVISIBLE and not c.isspace() for c in text)
