"""Waivers as they are written, in a pack or beside the reports, held against what they name."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.errors import BrokenPack, Mistake
from shenyue.form import Form
from shenyue.patterns import compiled
from shenyue.rules.guessing import hint
from shenyue.rules.model import RulePack, Waiver
from shenyue.rules.toml_files import TomlFile, read_toml

if TYPE_CHECKING:
    from shenyue.rules.schema import WaiverTable

TableLines = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""Keys of rows and of columns by table key."""
_PART = compiled(r"part[0-6]")
_MISSING = ("part.", "aspect.", "table.")
_CELL = 3


def read_folder_file(path: Path, pack: RulePack) -> tuple[Waiver, ...]:
    """The waivers of a shenyue.toml; none where there is no such file. Raises BrokenPack with everything that is wrong with it."""
    try:
        status = path.stat()
    except OSError:
        return ()
    file, tables = _read(path, (status.st_mtime_ns, status.st_size))
    mistakes: list[Mistake] = []
    waivers = waivers_of(file, tables, table_lines(pack.forms), mistakes)
    if mistakes:
        raise BrokenPack(tuple(mistakes))
    return waivers


@lru_cache(maxsize=64)
def _read(path: Path, _: tuple[int, int]) -> tuple[TomlFile, "tuple[WaiverTable, ...]"]:
    """Once for as long as the file does not change."""
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415
    from shenyue.rules.schema import FolderFile  # noqa: PLC0415

    file = read_toml(path)
    try:
        return file, tuple(FolderFile.model_validate(file.content).waiver)
    except ValidationError as error:
        raise BrokenPack(tuple(mistakes_of(error, FolderFile, file))) from error


def table_lines(forms: tuple[Form, ...]) -> TableLines:
    """Every table of the forms with its lines."""
    lines: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for table in (table for form in forms for table in form.tables):
        rows, columns = lines.get(table.key, (frozenset(), frozenset()))
        rows |= {row.key for row in table.rows}
        lines[table.key] = rows, columns | {column.key for column in table.columns}
    return lines


def waivers_of(
    file: TomlFile, tables: "Sequence[WaiverTable]", lines: TableLines, mistakes: list[Mistake]
) -> tuple[Waiver, ...]:
    """The waivers of a file; what is wrong with them is put down."""
    for number, table in enumerate(tables):
        key = f"waiver.{number}"
        if not table.unit and not table.file:
            sentence = '要写明放过哪些报告：unit（单位名称）或 file（文件名），可用 * 代表任意文字，全部报告写 unit = "*"。'
            mistakes.append(file.mistake(key, sentence))
        mistakes.extend(file.mistake(f"{key}.place", told) for told in _misplaced(table.place, lines))
    return tuple(
        Waiver(
            rule=table.rule,
            reason=table.reason,
            person=table.person,
            expires=table.expires,
            file=file.path,
            line=file.line_of(f"waiver.{number}"),
            units=table.unit,
            files=table.file,
            place=table.place,
            quote=table.quote,
        )
        for number, table in enumerate(tables)
    )


def _misplaced(place: str, lines: TableLines) -> Iterator[str]:
    """What is wrong with a place."""
    if not place or _PART.fullmatch(place) or place.startswith(_MISSING):
        return
    pieces = place.split(".")
    if len(pieces) != _CELL:
        yield (
            "位置写作 表.行.栏（如 fees.fees.amount，可用 *）、part5（第五部分，前言为 part0），"
            "或所缺内容的名称（如 aspect.management）。"
        )
        return
    table, *cell = pieces
    if table not in lines:
        yield f"没有“{table}”这张表。{hint(table, lines, '可用的有')}"
        return
    for name, known, what in zip(cell, lines[table], ("行", "栏"), strict=True):
        if name and not any(fnmatchcase(one, name) for one in known):
            yield f"表 {table} 没有“{name}”这一{what}。{hint(name, known, '可用的有')}"
