"""What a rule names and must exist: forms, tables with their rows and columns, other rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shenyue.form import Form
from shenyue.rules.guessing import hint

Complaint = tuple[str, str]
"""Dotted key and Chinese sentence."""
_LINES = frozenset(
    {"row", "rows", "column", "columns", "left", "right", "sum_of", "sum_column", "prior_row", "also"}
)
"""Parameters of checks that name rows, columns or groups of rows of the `table` beside them."""


def dangling(
    content: Mapping[str, Any], forms: tuple[Form, ...], rules: Iterable[str]
) -> Iterator[Complaint]:
    """What the TOML of a rule, right in its types, names although there is none such."""
    for number, example in enumerate(content.get("example", ())):
        for at, flag in enumerate(example["flags"]):
            yield from _one(flag["rule"], rules, f"example.{number}.flags.{at}.rule", "规则")
    if forms:
        yield from _versions(content, [form.version for form in forms])
        yield from cells(content["check"], forms, "check")


def _versions(content: Mapping[str, Any], known: list[str]) -> Iterator[Complaint]:
    yield from _unknown(content.get("applies", {}).get("forms", ()), known, "applies.forms", "表式")
    for number, basis in enumerate(content["basis"]):
        yield from _unknown(basis.get("forms", ()), known, f"basis.{number}.forms", "表式")


def cells(table: Mapping[str, Any], forms: tuple[Form, ...], key: str) -> Iterator[Complaint]:
    """Tables, rows and columns that no form has, in a table of parameters and those inside it."""
    name = table.get("table")
    if isinstance(name, str):
        layouts = [layout for form in forms for layout in form.tables if layout.key == name]
        yield from _one(name, (layout.key for form in forms for layout in form.tables), f"{key}.table", "表")
        known = {line.key for layout in layouts for line in (*layout.rows, *layout.columns)}
        known |= {group for form in forms for group in form.groups}
        for parameter in _LINES & table.keys() if layouts else ():
            yield from _lines(table[parameter], known, f"{key}.{parameter}")
    for inner, value in table.items():
        for place, each in _tables_in(value, f"{key}.{inner}"):
            yield from cells(each, forms, place)


def _lines(value: object, known: set[str], key: str) -> Iterator[Complaint]:
    if isinstance(value, str):
        yield from _one(value, known, key, "行或栏")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _lines(each, known, f"{key}.{number}")


def _tables_in(value: object, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, Mapping):
        yield key, value
    elif isinstance(value, list) and not isinstance(next(iter(value), ""), str):
        for number, each in enumerate(value):
            yield from _tables_in(each, f"{key}.{number}")


def _unknown(names: Iterable[str], known: Iterable[str], key: str, what: str) -> Iterator[Complaint]:
    for number, name in enumerate(names):
        yield from _one(name, known, f"{key}.{number}", what)


def _one(name: str, known: Iterable[str], key: str, what: str) -> Iterator[Complaint]:
    known = set(known)
    if name not in known:
        yield key, f"没有“{name}”这个{what}。{hint(name, known, '可用的有')}"
