"""A sample as it is printed: paragraphs and grids in their order, every placeholder filled; what a writer of any format needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from shenyue.form import Form, FormTableLayout, Line
from shenyue.samples.figures import TableFigures, computed_figures
from shenyue.samples.grid import CellText, Grid, PrintedCell, across, blocks, crossed
from shenyue.samples.placeholders import fill, plain
from shenyue.samples.sample import BrokenSample, Sample, SamplePart

__all__ = ["PrintedCell", "PrintedParagraph", "PrintedTable", "printed"]

_SIDE_BY_SIDE = "disputes"
"""The table whose rows the form prints as heads."""
_BLOCKS = 2
"""The part whose tables the form prints as blocks of one table."""


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A line of prose, label included."""

    text: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with its merged cells."""

    cells: Grid


Printed = PrintedParagraph | PrintedTable


def printed(sample: Sample, form: Form) -> tuple[Printed, ...]:
    """The report from title to signature, with tables as `form` prescribes them.

    Raises BrokenSample for a placeholder, a table line or a text to reword that does not exist.
    """
    figures = computed_figures(form, sample.figures)

    def lines(texts: tuple[str, ...]) -> Iterator[Printed]:
        return (PrintedParagraph(fill(text, sample, form, figures)) for text in texts)

    tables = _layouts(sample, form)
    blocks_ = [*lines(sample.title), *lines(sample.preface)]
    for part in sample.parts:
        blocks_ += lines((part.heading,) if part.heading else ())
        blocks_ += lines(part.paragraphs)
        blocks_ += _tables(part, tables, sample, figures)
    return _reworded((*blocks_, *lines(sample.signature)), sample.rewordings)


def _reworded(blocks_: tuple[Printed, ...], words: Mapping[str, str]) -> tuple[Printed, ...]:
    for old, new in words.items():
        count = sum(block.text.count(old) for block in blocks_ if isinstance(block, PrintedParagraph))
        if count != 1:
            raise BrokenSample(f"reword 要换的文字在样本里出现 {count} 次（应恰好一次）：{old}")
        blocks_ = tuple(changed for block in blocks_ for changed in _reworded_block(block, old, new))
    return blocks_


def _reworded_block(block: Printed, old: str, new: str) -> Iterator[Printed]:
    if isinstance(block, PrintedTable) or old not in block.text:
        yield block
        return
    yield from (PrintedParagraph(line) for line in block.text.replace(old, new).split("\n") if line)


def _tables(
    part: SamplePart,
    layouts: tuple[FormTableLayout, ...],
    sample: Sample,
    figures: Mapping[str, TableFigures],
) -> Iterator[PrintedTable]:
    mine = [layout for layout in layouts if layout.part == part.number]
    if part.number == _BLOCKS and mine:
        yield PrintedTable(blocks(mine, lambda layout: _text(layout, sample, figures)))
        return
    for layout in mine:
        draw = across if layout.key == _SIDE_BY_SIDE else crossed
        yield PrintedTable(draw(layout, _text(layout, sample, figures)))


def _text(layout: FormTableLayout, sample: Sample, figures: Mapping[str, TableFigures]) -> CellText:
    def text(row: str, column: str) -> str:
        address = f"{layout.key}.{row}.{column}"
        written = [raw for pattern, raw in sample.cells.items() if fnmatchcase(address, pattern)]
        figure = figures[layout.key].get((row, column))
        return written[-1] if written else plain(figure) if figure is not None else "0"

    return text


def _layouts(sample: Sample, form: Form) -> tuple[FormTableLayout, ...]:
    kept = [layout for layout in form.tables if layout.key not in sample.removed]
    return tuple(_relabelled(_thinned(layout, sample), sample) for layout in kept)


def _thinned(layout: FormTableLayout, sample: Sample) -> FormTableLayout:
    rows = tuple(row for row in layout.rows if f"{layout.key}.{row.key}" not in sample.removed)
    columns = tuple(
        column for column in layout.columns if f"{layout.key}.*.{column.key}" not in sample.removed
    )
    if not rows or not columns:
        raise BrokenSample(f"{layout.key} 的行或列全部删去了；删去整张表请写 {layout.key} = false。")
    return replace(layout, rows=rows, columns=columns)


def _relabelled(layout: FormTableLayout, sample: Sample) -> FormTableLayout:
    labels = {
        address.removeprefix(f"{layout.key}."): label
        for address, label in sample.labels.items()
        if address.startswith(f"{layout.key}.")
    }
    return replace(
        layout,
        head=sample.labels.get(layout.key, layout.head),
        rows=tuple(_lines(layout.rows, labels, "")),
        columns=tuple(_lines(layout.columns, labels, "*.")),
    )


def _lines(lines: tuple[Line, ...], labels: Mapping[str, str], prefix: str) -> Iterator[Line]:
    for line in lines:
        under = tuple(labels.get(text, text) for text in line.under)
        yield replace(line, label=labels.get(prefix + line.key, line.label), under=under)
        added = labels.get(f"{prefix}{line.key}+")
        if added is not None:
            yield Line(key=f"{line.key}+", label=added, under=under)
