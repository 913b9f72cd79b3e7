"""Addresses in a sample held against the form: a change that hits nothing would make an example that tests nothing."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from shenyue.form import Form, FormTableLayout, Line
from shenyue.samples.figures import cells_of, is_computed
from shenyue.samples.sample import BrokenSample, Sample


def reject_unknown(sample: Sample, form: Form, forms: Iterable[Form]) -> None:
    """Raise BrokenSample for an address that `form` does not have; a figure may belong to any of `forms`."""
    cells = frozenset(_cells(form))
    _reject(
        (raw for raw in sample.cells if not any(fnmatchcase(cell, raw) for cell in cells)), form, "单元格"
    )
    lines = {layout.key for layout in form.tables} | {
        line for layout in form.tables for line in _lines(layout)
    }
    _reject(set(sample.removed) - lines, form, "表、行或列")
    merged = {f"{layout.key}.{text}" for layout in form.tables for text in _merged(layout)}
    labels = {address.removesuffix("+") for address in sample.labels}
    _reject(labels - lines - merged, form, "行、列或合并格")
    figures = {cell for one in forms for cell in _cells(one) if not is_computed(*cell.split("."))}
    _reject(set(sample.figures) - figures, form, "可填数的单元格")


def _reject(unknown: Iterable[str], form: Form, what: str) -> None:
    if names := sorted(unknown):
        raise BrokenSample(f"{form.version} 年表式没有这样的{what}：{'、'.join(names)}")


def _cells(form: Form) -> Iterator[str]:
    return (f"{layout.key}.{row}.{column}" for layout in form.tables for row, column in cells_of(layout))


def _lines(layout: FormTableLayout) -> Iterator[str]:
    yield from (f"{layout.key}.{row.key}" for row in layout.rows)
    yield from (f"{layout.key}.*.{column.key}" for column in layout.columns)


def _merged(layout: FormTableLayout) -> Iterator[str]:
    lines: tuple[Line, ...] = (*layout.rows, *layout.columns)
    return (text for line in lines for text in line.under)
