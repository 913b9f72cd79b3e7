"""The unit's own file with the findings at the very spots: Word comments in a docx, margin notes on a page for other formats."""
