"""The memo as a workbook: one line a finding to be filtered and ticked off, then the account of what was checked."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from shenyue.errors import WrongUsage
from shenyue.memo.model import Item, Memo
from shenyue.output.layout import width

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_COLUMNS = (
    ("序号", 5), ("级别", 9), ("规则", 7), ("名称", 16), ("位置", 24), ("原文", 22), ("问题", 32), ("核算", 26),
    ("依据", 26), ("修改建议", 26), ("处理意见", 9), ("审核批注", 16), ("单位反馈", 16),
)  # fmt: skip
"""Name and width in characters; the last is for the unit to fill in."""
_ACCOUNT_WIDTHS = (24, 34, 100)
_LINE = 15
"""Points a line of text takes."""
_HIGHEST = 409
"""Points that a row may have."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(memo: Memo, template: Path | None = None) -> bytes:
    """The workbook. Raises WrongUsage where a template is given: there is none for workbooks."""
    if template is not None:
        raise WrongUsage("Excel 格式不能用模板，可用模板的有 docx、md、html、txt。")
    content = BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"title": memo.title})
        looks = {
            "border": 1, "text_wrap": True, "valign": "top", "font_name": "宋体", "font_size": 11, "quote_prefix": True,
        }  # fmt: skip
        text = book.add_format(looks)
        head = book.add_format(looks | {"bold": True, "bg_color": "#DDE6F0", "align": "center"})
        _findings(book.add_worksheet("问题清单"), memo, head, text)
        _account(book.add_worksheet("核对情况"), memo, head, text)
    return content.getvalue()


def _findings(sheet: "Worksheet", memo: Memo, head: "Format", text: "Format") -> None:
    for column, (name, wide) in enumerate(_COLUMNS):
        sheet.set_column(column, column, wide)
        sheet.write_string(0, column, name, head)
    widths = [wide for _, wide in _COLUMNS[1:]]
    for row, item in enumerate(memo.items, 1):
        _write(sheet, row, 1, _cells(item), widths, text)
        sheet.write_number(row, 0, item.number, text)
    if memo.none:
        sheet.write_string(1, 6, memo.none, text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(memo.items), 1), len(_COLUMNS) - 1)
    _printed(sheet)


def _cells(item: Item) -> tuple[str, ...]:
    """In the order of the columns, from the second on."""
    return (
        item.severity, item.rule, item.title, item.place, item.passage, item.message, item.formula,
        "；".join(item.basis), item.suggestion, item.verdict, item.note, "",
    )  # fmt: skip


def _account(sheet: "Worksheet", memo: Memo, head: "Format", text: "Format") -> None:
    for column, wide in enumerate(_ACCOUNT_WIDTHS):
        sheet.set_column(column, column, wide)
    lines = [("审核对象", fact.name, fact.text) for fact in memo.facts]
    lines += [("审核结论", "", memo.conclusion), ("问题概述", "", memo.lead or memo.none)]
    for account in memo.annex:
        lines += [(account.name, entry.name, entry.text) for entry in account.entries]
        lines += [(account.name, "", account.none)] if account.none else []
    for row, cells in enumerate((("类别", "名称", "内容"), *lines)):
        _write(sheet, row, 0, cells, _ACCOUNT_WIDTHS, text if row else head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), 2)
    _printed(sheet)


def _write(
    sheet: "Worksheet", row: int, column: int, cells: Sequence[str], widths: Sequence[int], looks: "Format"
) -> None:
    """Every cell is text, whatever it begins with; the row is as high as the longest needs: not every program sees to that."""
    lines = max(ceil(width(cell) / (wide - 1)) for cell, wide in zip(cells, widths, strict=True))
    sheet.set_row(row, min(max(lines, 1) * _LINE + 3, _HIGHEST))
    for at, cell in enumerate(cells, column):
        sheet.write_string(row, at, cell, looks)


def _printed(sheet: "Worksheet") -> None:
    """On A4 across, as wide as the page, with the head on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
