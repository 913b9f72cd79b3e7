"""Reports as files of the formats that units send; the same page gives the same bytes every time."""

from collections.abc import Callable, Mapping

from tools.corpora.pages import Page
from tools.corpora.writers.docx import auto_docx, typed_docx
from tools.corpora.writers.html import html
from tools.corpora.writers.md import md
from tools.corpora.writers.txt import extracted_txt, grid_txt, typed_txt

WRITERS: Mapping[str, Callable[[Page], bytes]] = {
    "txt": typed_txt,
    "grid.txt": grid_txt,
    "extracted.txt": extracted_txt,
    "html": html,
    "docx": typed_docx,
    "auto.docx": auto_docx,
    "md": md,
}
"""By the end of the file name."""
