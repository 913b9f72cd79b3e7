"""The placeholders in a sample's texts, so that prose and tables agree by construction.

{year} {last_year} {next_year} {unit} {short}, and figures by address: {applications.new.total}, or by a group of rows of the
form: {applications.denied.total}. They stand for the computed figure, whatever raw text an example writes into the cell.
"""

from collections.abc import Mapping
from decimal import Decimal

import regex

from shenyue.form import Form
from shenyue.patterns import compiled
from shenyue.samples.figures import TableFigures
from shenyue.samples.sample import BrokenSample, Sample

_PLACEHOLDER = compiled(r"\{([a-z_]+(?:\.[a-z_]+)*)\}")


def fill(text: str, sample: Sample, form: Form, figures: Mapping[str, TableFigures]) -> str:
    """The text with its placeholders filled; raises BrokenSample for one that does not exist."""
    words = {
        "year": str(sample.year),
        "last_year": str(sample.year - 1),
        "next_year": str(sample.year + 1),
        "unit": sample.unit,
        "short": sample.short,
    }

    def value(match: regex.Match[str]) -> str:
        name = match[1]
        return words[name] if name in words else _figure(name, form, figures)

    return _PLACEHOLDER.sub(value, text)


def _figure(address: str, form: Form, figures: Mapping[str, TableFigures]) -> str:
    table, _, rest = address.partition(".")
    row, _, column = rest.partition(".")
    rows = form.groups.get(row, (row,))
    try:
        return plain(sum((figures[table][key, column] for key in rows), Decimal(0)))
    except KeyError:
        raise BrokenSample(f"占位符 {{{address}}} 不存在：{form.version} 年表式没有这个单元格。") from None


def plain(figure: Decimal) -> str:
    """A figure as printed: 12, 0.5."""
    return f"{figure.normalize():f}"
