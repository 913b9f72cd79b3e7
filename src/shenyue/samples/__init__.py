"""Made-up reports as specifications: what the examples of rules change, and what corpora are made of."""

from shenyue.samples.changes import changed
from shenyue.samples.laying_out import lay_out
from shenyue.samples.prescribed import document, form_of, shipped_forms
from shenyue.samples.printing import PrintedCell, PrintedParagraph, PrintedTable, printed
from shenyue.samples.reading import read_sample, shipped_names, shipped_sample
from shenyue.samples.sample import BrokenSample, Sample, SamplePart

__all__ = [
    "BrokenSample",
    "PrintedCell",
    "PrintedParagraph",
    "PrintedTable",
    "Sample",
    "SamplePart",
    "changed",
    "document",
    "form_of",
    "lay_out",
    "printed",
    "read_sample",
    "shipped_forms",
    "shipped_names",
    "shipped_sample",
]
