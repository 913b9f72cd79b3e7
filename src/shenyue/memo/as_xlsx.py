"""The memo as a workbook: one line a finding to be filtered and ticked off, then the account of what was checked."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from shenyue.errors import WrongUsage
from shenyue.memo.model import Item, Memo

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_COLUMNS = (
    ("序号", 6), ("级别", 10), ("规则", 8), ("名称", 22), ("位置", 34), ("原文", 30), ("问题", 44), ("核算", 36),
    ("依据", 36), ("修改建议", 36), ("处理意见", 10), ("审核批注", 26), ("单位反馈", 26),
)  # fmt: skip
"""Name and width in characters; the last is for the unit to fill in."""
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
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for row, item in enumerate(memo.items, 1):
        sheet.write_number(row, 0, item.number, text)
        _write(sheet, row, 1, _cells(item), text)
    if memo.none:
        sheet.write_string(1, 6, memo.none, text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(memo.items), 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(item: Item) -> tuple[str, ...]:
    """In the order of the columns, from the second on."""
    return (
        item.severity, item.rule, item.title, item.place, item.passage, item.message, item.formula,
        "；".join(item.basis), item.suggestion, item.verdict, item.note, "",
    )  # fmt: skip


def _account(sheet: "Worksheet", memo: Memo, head: "Format", text: "Format") -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 100)
    lines = [("审核对象", fact.name, fact.text) for fact in memo.facts]
    lines += [("审核结论", "", memo.conclusion), ("问题概述", "", memo.lead or memo.none)]
    for account in memo.annex:
        lines += [(account.name, entry.name, entry.text) for entry in account.entries]
        lines += [(account.name, "", account.none)] if account.none else []
    for row, cells in enumerate((("类别", "名称", "内容"), *lines)):
        _write(sheet, row, 0, cells, text if row else head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), 2)


def _write(sheet: "Worksheet", row: int, column: int, cells: Iterable[str], looks: "Format") -> None:
    """Every cell is text, whatever it begins with."""
    for at, cell in enumerate(cells, column):
        sheet.write_string(row, at, cell, looks)
