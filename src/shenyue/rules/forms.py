"""Form files: the prescribed table layouts as TOML, so that a new national form is a new file and not a new program."""

from pathlib import Path

import tomli

from shenyue.errors import BrokenPack, Mistake
from shenyue.report import Form, FormTableLayout, Line, PartTitle

_FORM_KEYS = frozenset({"version", "years", "groups", "part", "table"})
_PART_KEYS = frozenset({"number", "title", "aliases", "words"})
_TABLE_KEYS = frozenset({"key", "title", "part", "head", "row", "column"})
_LINE_KEYS = frozenset({"key", "label", "aliases", "under"})
_PARTS = range(1, 7)
_YEARS = 2
"""A form is in force from a first to a last report year."""


def read_form(path: Path) -> Form:
    """The form in a TOML file; BrokenPack with every mistake found in it."""
    return _Reading(path).form()


class _Reading:
    """One form file being read; mistakes are gathered, so that the author sees all of them at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mistakes: list[Mistake] = []
        self._lines: list[str] = []

    def form(self) -> Form:
        content = self._content()
        self._known(content, _FORM_KEYS, "")
        tables = tuple(self._table(entry) for entry in self._entries(content, "table", ""))
        form = Form(
            version=self._text(content, "version", ""),
            years=self._years(content),
            parts=tuple(self._part(entry) for entry in self._entries(content, "part", "")),
            tables=tables,
            groups=self._groups(content, {row.key for table in tables for row in table.rows}),
        )
        if self._mistakes:
            raise BrokenPack(tuple(self._mistakes))
        return form

    def _content(self) -> dict[str, object]:
        try:
            text = self._path.read_text(encoding="utf-8")
            self._lines = text.splitlines()
            return tomli.loads(text)
        except OSError as error:
            raise BrokenPack((Mistake(self._path, 0, "", f"表式文件无法读取（{error}）。"),)) from error
        except UnicodeDecodeError as error:
            raise BrokenPack((Mistake(self._path, 0, "", "表式文件须为 UTF-8 编码。"),)) from error
        except tomli.TOMLDecodeError as error:
            sentence = f"TOML 语法错误：{error.msg}。"
            raise BrokenPack((Mistake(self._path, error.lineno, "", sentence),)) from error

    def _part(self, entry: dict[str, object]) -> PartTitle:
        self._known(entry, _PART_KEYS, "part")
        return PartTitle(
            number=self._part_number(entry, "number", "part"),
            title=self._text(entry, "title", "part"),
            aliases=self._texts(entry, "aliases", "part"),
            words=self._texts(entry, "words", "part"),
        )

    def _table(self, entry: dict[str, object]) -> FormTableLayout:
        self._known(entry, _TABLE_KEYS, "table")
        return FormTableLayout(
            key=self._text(entry, "key", "table"),
            title=self._text(entry, "title", "table"),
            part=self._part_number(entry, "part", "table"),
            rows=self._axis(entry, "row"),
            columns=self._axis(entry, "column"),
            head=self._text(entry, "head", "table") if "head" in entry else "",
        )

    def _axis(self, entry: dict[str, object], name: str) -> tuple[Line, ...]:
        lines = tuple(self._line(line, f"table.{name}") for line in self._entries(entry, name, "table"))
        keys = [line.key for line in lines]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            self._wrong(f"table.{name}.key", f"“{key}”重复出现，同一表内的键不得重复。", key)
        return lines

    def _line(self, entry: dict[str, object], where: str) -> Line:
        self._known(entry, _LINE_KEYS, where)
        return Line(
            key=self._text(entry, "key", where),
            label=self._text(entry, "label", where),
            aliases=self._texts(entry, "aliases", where),
            under=self._texts(entry, "under", where),
        )

    def _years(self, content: dict[str, object]) -> tuple[int, int]:
        years = content.get("years")
        if (
            isinstance(years, list)
            and len(years) == _YEARS
            and all(type(year) is int for year in years)
            and years[0] <= years[1]
        ):
            return years[0], years[1]
        self._wrong("years", "须为起止两个年份，如 [2021, 9999]，起始年份在前。", "years")
        return 0, 0

    def _groups(self, content: dict[str, object], rows: set[str]) -> dict[str, tuple[str, ...]]:
        groups = content.get("groups", {})
        if not isinstance(groups, dict):
            self._wrong("groups", "须为行组名到行键清单的对照表。", "groups")
            return {}
        read = {name: self._texts(groups, name, "groups") for name in groups}
        for name, keys in read.items():
            for key in keys:
                if key not in rows:
                    self._wrong(f"groups.{name}", f"表式中没有“{key}”这一行。", key)
        return read

    def _entries(self, entry: dict[str, object], key: str, where: str) -> list[dict[str, object]]:
        found = entry.get(key)
        if isinstance(found, list) and found and all(isinstance(item, dict) for item in found):
            return found
        self._wrong(_dotted(where, key), f"缺少 [[{_dotted(where, key)}]]，或写法不对。", key)
        return []

    def _text(self, entry: dict[str, object], key: str, where: str) -> str:
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self._wrong(_dotted(where, key), "须为非空的字符串。", key)
        return ""

    def _texts(self, entry: dict[str, object], key: str, where: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        self._wrong(_dotted(where, key), "须为字符串的清单，如 [“甲”, “乙”]。", key)
        return ()

    def _part_number(self, entry: dict[str, object], key: str, where: str) -> int:
        value = entry.get(key)
        if type(value) is int and value in _PARTS:
            return value
        self._wrong(_dotted(where, key), "须为 1 至 6 的整数（报告的第几部分）。", key)
        return 0

    def _known(self, entry: dict[str, object], keys: frozenset[str], where: str) -> None:
        for key in entry:
            if key not in keys:
                self._wrong(_dotted(where, key), f"没有这个键；可用的有 {'、'.join(sorted(keys))}。", key)

    def _wrong(self, key: str, sentence: str, word: str) -> None:
        self._mistakes.append(Mistake(self._path, self._line_of(word), key, sentence))

    def _line_of(self, word: str) -> int:
        """The first line that has the word; 0 where it is what the file lacks."""
        return next((number for number, line in enumerate(self._lines, 1) if word in line), 0)


def _dotted(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
