"""A printed sample as a document, of the same shape as a loader gives for a file."""

from hashlib import sha256

from shenyue.chinese.numbering import Label, read_label
from shenyue.form import Form
from shenyue.loaders.laying import Laying
from shenyue.model import Cell, Document, LabelSource, Source, Span
from shenyue.samples.printing import PrintedParagraph, PrintedTable, printed
from shenyue.samples.sample import Sample


def lay_out(sample: Sample, form: Form) -> Document:
    """The document that a loader would give for this report, with its tables in the layout of `form`."""
    laying = Laying()
    for node, block in enumerate(printed(sample, form)):
        laying.separate()
        if isinstance(block, PrintedTable):
            _table(laying, block, node)
        else:
            _paragraph(laying, block, node, sample.label_source)
    source = Source(
        path=f"{sample.name}.toml",
        format="sample",
        sha256=sha256(laying.since(0).encode()).hexdigest(),
        extracted=sample.label_source is LabelSource.EXTRACTED,
    )
    return laying.document(f"{sample.name}.toml", source)


def _paragraph(laying: Laying, block: PrintedParagraph, node: int, label_source: LabelSource) -> None:
    start = laying.position
    label = read_label(block.text)
    if label_source is LabelSource.AUTO and label is not None:
        _auto_paragraph(laying, block.text, label, node)
        return
    laying.put(block.text, node)
    laying.paragraph(start, source=label_source if label is not None else LabelSource.TYPED)


def _auto_paragraph(laying: Laying, text: str, label: Label, node: int) -> None:
    """Word computed the label: it is in the text, followed by one blank, but not in the file."""
    start = laying.position
    laying.put(f"{label.text} ", node, generated=True)
    laying.put(text.lstrip().removeprefix(label.text).lstrip(), node)
    laying.paragraph(start, auto_label=label)


def _table(laying: Laying, table: PrintedTable, node: int) -> None:
    start = laying.position
    cells: list[Cell] = []
    row = 0
    for cell in table.cells:
        if cells:
            laying.separate("\n" * (cell.row - row) or "\t")
        row, begin = cell.row, laying.position
        laying.put(cell.text, node)
        span = Span(begin, laying.position)
        cells.append(Cell(span, cell.row, cell.column, cell.row_span, cell.column_span))
    laying.table(start, cells)
