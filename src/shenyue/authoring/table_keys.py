"""The tables, rows and columns that a rule may name."""

from collections.abc import Mapping
from dataclasses import dataclass

from shenyue.form import Form


@dataclass(frozen=True, slots=True)
class TableKeys:
    """The keys of one table in one form."""

    rows: Mapping[str, str]
    """Label by key, groups of the form included (with an empty label)."""
    columns: Mapping[str, str]


def table_keys(form: Form) -> Mapping[str, TableKeys]:
    """By table key of the contract."""
    return {
        table.key: TableKeys(
            {row.key: row.label for row in table.rows}
            | {
                name: "" for name, rows in form.groups.items() if set(rows) <= {row.key for row in table.rows}
            },
            {column.key: column.label for column in table.columns},
        )
        for table in form.tables
    }
