"""Texts of a report made final: one line, nothing hidden, nothing endless."""

from shenyue.output.literal import visible

_LONGEST = 2_000
"""Characters of one text; a spreadsheet cell holds 32,767, a reader much less."""


def final(text: str) -> str:
    """The text as one line that can neither hide nor steer anything: blanks folded, control and direction characters made visible."""
    folded = visible(" ".join(text.split()))
    if len(folded) <= _LONGEST:
        return folded
    return f"{folded[:_LONGEST]}……（共 {len(folded)} 字，以下从略）"
