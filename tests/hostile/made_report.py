"""A report of an invented town, in words of our own, around whatever tables a case wants."""

from form_grids import (
    EXPECTED_TWO,
    Grid,
    applications,
    disputes,
    expected_applications,
    expected_disputes,
    stacked,
    table_two,
    to_docx,
    to_html,
)
from hostile_case import html
from raw_docx import docx, p

TITLE = "青石镇{year}年政府信息公开工作年度报告"
OPENING = "本镇上一年的政务信息由党政办统一审校后发布，门户栏目按月更新。"
SHORTFALL = "栏目更新偶有迟延，下一步逐月检查并通报。"
PARTS = (
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
)  # fmt: skip
LABELS = tuple((part[:2], part[2:]) for part in PARTS)
EXPECTED = EXPECTED_TWO | expected_applications() | expected_disputes()


def lines(two: list[str], three: list[str], four: list[str], year: int) -> list[str]:
    """The report line by line; tables are markup of either format."""
    return [
        TITLE.format(year=year), PARTS[0], OPENING, PARTS[1], *two, PARTS[2], *three, PARTS[3], *four, PARTS[4], SHORTFALL, PARTS[5], "无。",
    ]  # fmt: skip


def tables_html() -> tuple[list[str], list[str], list[str]]:
    """The tables of the form as it is prescribed."""
    return [to_html(stacked(*table_two()))], [to_html(applications())], [to_html(disputes())]


def article(
    two: list[str] | None = None,
    three: list[str] | None = None,
    four: list[str] | None = None,
    year: int = 2023,
) -> str:
    """The report as markup of a page; tables not given are the form's own."""
    own = tables_html()
    found = lines(two or own[0], three or own[1], four or own[2], year)
    return "\n".join(line if line.startswith("<") else f"<p>{line}</p>" for line in found)


def page(
    two: list[str] | None = None,
    three: list[str] | None = None,
    four: list[str] | None = None,
    year: int = 2023,
) -> bytes:
    """The report as a page of its own."""
    return html(f'<div class="article">{article(two, three, four, year)}</div>')


def word(
    two: list[Grid] | None = None,
    three: list[Grid] | None = None,
    four: list[Grid] | None = None,
    year: int = 2023,
) -> bytes:
    """The report as a Word file."""
    found = (two or [stacked(*table_two())], three or [applications()], four or [disputes()])
    second, third, fourth = ([to_docx(grid) + p() for grid in grids] for grids in found)
    written = lines(second, third, fourth, year)
    return docx("".join(line if line.startswith("<") else p(line) for line in written))
