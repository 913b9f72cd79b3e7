"""Edits of the form tables in the grammar of faults.toml: `add 1 applications.new.total`, `relabel row …`, `swap forms`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import regex

from shenyue.form import Form
from shenyue.samples.figures import cells_of
from shenyue.samples.placeholders import plain
from tools.corpora.arithmetic import reversed_digits
from tools.corpora.drafts import Draft
from tools.corpora.forms import form_of_version

_OTHER = {"2019": "2021", "2021": "2019"}


class NoFault(ValueError):  # noqa: N818 - named for what it is
    """In this report the edit would change nothing, or break nothing."""


@dataclass(slots=True)
class Edited:
    """What edits have come to so far."""

    form: Form
    clean: Mapping[str, Any]
    """The clean figures by address: all operands are these."""
    cells: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    def number(self, address: str) -> Decimal:
        """The clean figure of a cell; NoFault where the form has no such cell."""
        if address not in self.clean:
            raise NoFault(address)
        return Decimal(self.clean[address])

    def write(self, address: str, raw: str | Decimal) -> None:
        """Print something else in a cell."""
        self.number(address)
        self.cells[address] = plain(raw) if isinstance(raw, Decimal) else raw


def edited(draft: Draft, edits: list[str]) -> Draft:
    """The report after the edits. Raises NoFault, or ValueError for an edit that the grammar does not have."""
    work = Edited(draft.form, draft.facts)
    for edit in edits:
        for pattern, change in _GRAMMAR:
            match = pattern.fullmatch(edit)
            if match is not None:
                change(work, match)
                break
        else:
            raise ValueError(f"not in the grammar: {edit}")
    return replace(
        draft,
        form=work.form,
        cells={**draft.cells, **work.cells},
        labels={**draft.labels, **work.labels},
        removed=(*draft.removed, *work.removed),
    )


def _add(work: Edited, match: regex.Match[str]) -> None:
    work.write(match[2], work.number(match[2]) + Decimal(match[1]))


def _set(work: Edited, match: regex.Match[str]) -> None:
    work.write(match[1], match[2])


def _blank(work: Edited, match: regex.Match[str]) -> None:
    if match[1].count(".") == 2:  # noqa: PLR2004 - table.row.column
        work.write(match[1], "")
        return
    for row, column in cells_of(work.form.layout(match[1])):
        work.write(f"{match[1]}.{row}.{column}", "")


def _plus(work: Edited, match: regex.Match[str]) -> None:
    sign = 1 if match[1] == "plus" else -1
    work.write(match[3], work.number(match[3]) + sign * work.number(match[2]))


def _copy(work: Edited, match: regex.Match[str]) -> None:
    work.write(match[2], work.number(match[1]))


def _reverse(work: Edited, match: regex.Match[str]) -> None:
    work.write(match[1], reversed_digits(work.number(match[1])))


def _swap(work: Edited, match: regex.Match[str]) -> None:
    first, second = work.number(match[1]), work.number(match[2])
    if first == second:
        raise NoFault(match[0])
    work.write(match[1], second)
    work.write(match[2], first)


def _move(work: Edited, match: regex.Match[str]) -> None:
    work.write(match[2], work.number(match[2]) - Decimal(match[1]))
    work.write(match[3], work.number(match[3]) + Decimal(match[1]))


def _row(work: Edited, address: str) -> dict[str, str]:
    """The cells of `table.row` by column."""
    table, row = address.split(".")
    return {
        column: f"{table}.{row}.{column}" for name, column in cells_of(work.form.layout(table)) if name == row
    }


def _swap_rows(work: Edited, match: regex.Match[str]) -> None:
    first, second = _row(work, match[1]), _row(work, match[2])
    for column, address in first.items():
        work.write(address, work.number(second[column]))
        work.write(second[column], work.number(address))


def _zero_row(work: Edited, match: regex.Match[str]) -> None:
    into = _row(work, match[2]) if match[2] else {}
    for column, address in _row(work, match[1]).items():
        if into:
            work.write(into[column], work.number(into[column]) + work.number(address))
        work.write(address, Decimal(0))


def _drop(work: Edited, match: regex.Match[str]) -> None:
    what, address = match[1], match[2]
    table, _, line = address.partition(".")
    work.form.layout(table)
    work.removed.append(f"{table}.*.{line}" if what == "column" else address)


def _relabel(work: Edited, match: regex.Match[str]) -> None:
    what, table, line, old, new = match.group(1, 2, 3, 4, 5)
    layout = work.form.layout(table)
    lines = layout.rows if what == "row" else layout.columns
    if not any(each.key == line and each.label == old for each in lines):
        raise NoFault(f"{table}.{line} is not labelled {old}")
    work.labels[f"{table}.{'*.' if what == 'column' else ''}{line}"] = new


def _swap_forms(work: Edited, match: regex.Match[str]) -> None:
    other = form_of_version(_OTHER[work.form.version])
    if match[1]:
        swapped = tuple(
            other.layout(table.key) if table.key == match[1] else table for table in work.form.tables
        )
        groups = other.groups if match[1] == "applications" else work.form.groups
        work.form = replace(work.form, tables=swapped, groups=groups)
        return
    work.form = replace(work.form, tables=other.tables, groups=other.groups)


def _add_table(work: Edited, match: regex.Match[str]) -> None:
    other = form_of_version(_OTHER[work.form.version])
    tables = list(work.form.tables)
    at = next(number for number, table in enumerate(tables) if table.part > 2)  # noqa: PLR2004 - behind table two
    work.form = replace(work.form, tables=(*tables[:at], other.layout(match[1]), *tables[at:]))


def _pattern(edit: str) -> regex.Pattern[str]:
    return regex.compile(edit.replace("CELL", r"(\w+\.\w+\.\w+)").replace("ROW", r"(\w+\.\w+)"))


_Change = Callable[[Edited, "regex.Match[str]"], None]
_GRAMMAR: tuple[tuple[regex.Pattern[str], _Change], ...] = (
    (_pattern(r"set CELL = (.*)"), _set),
    (_pattern(r"blank ([\w.]+)"), _blank),
    (_pattern(r"add (-?\d+) CELL"), _add),
    (_pattern(r"(plus|minus) CELL to CELL"), _plus),
    (_pattern(r"copy CELL to CELL"), _copy),
    (_pattern(r"reverse CELL"), _reverse),
    (_pattern(r"swap CELL CELL"), _swap),
    (_pattern(r"move (\d+) from CELL to CELL"), _move),
    (_pattern(r"swap row ROW ROW"), _swap_rows),
    (_pattern(r"zero row ROW(?: into ROW)?"), _zero_row),
    (_pattern(r"drop (row|column|table) ([\w.]+)"), _drop),
    (_pattern(r"relabel (row|column) (\w+)\.(\w+) from (.*?) to ((?s:.*))"), _relabel),
    (_pattern(r"swap forms(?: (\w+))?"), _swap_forms),
    (_pattern(r"add table (\w+)"), _add_table),
)
