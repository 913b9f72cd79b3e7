"""The unit's own file with the findings at the very spots: Word comments in a docx, margin notes on a page for other formats."""

from shenyue.annotate.annotating import Annotated, annotated, target
from shenyue.annotate.remarks import Signature

__all__ = ["Annotated", "Signature", "annotated", "target"]
