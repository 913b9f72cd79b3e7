"""Plain text copied from a web page: tables of which one cell a line is left, or rows whose cells are parted by blanks."""

from cases_txt import plain, with_tabs
from form_grids import Grid, applications, disputes, table_two
from hostile_case import HostileCase
from made_report import EXPECTED, LABELS, OPENING, SHORTFALL, TITLE

NAME = TITLE.format(year=2023)
NAVIGATION = "首页\n新闻\n政务公开\n当前位置：首页 > 政府信息公开 > 年度报告\n打印 关闭\n"


def spaced(grid: Grid) -> str:
    """A row a line, its cells parted by single blanks; merged cells stand once."""
    rows = (line.split("\t") for line in with_tabs(grid).split("\n"))
    return "\n".join(" ".join(cell for cell in row if cell) for row in rows)


def stacked(grid: Grid) -> str:
    """A cell a line."""
    return "\n".join(box.text for box in grid)


def copied(two: str, three: str, four: str) -> str:
    """The page as it comes out of a browser's window."""
    return NAVIGATION + plain(two, three, four)


def read(name: str, text: str) -> HostileCase:
    """A page every figure of which must come out."""
    return HostileCase(
        f"copied_{name}",
        ".txt",
        text.encode,
        must_contain=(OPENING, SHORTFALL),
        labels=LABELS,
        title=NAME,
        year=2023,
        figures=EXPECTED,
        nothing_unread=True,
        origins_exact=True,
    )


def doubted(name: str, text: str) -> HostileCase:
    """A page with a blank cell in table three, after which no column is certain."""
    return HostileCase(
        f"copied_{name}",
        ".txt",
        text.encode,
        must_contain=(OPENING, SHORTFALL),
        absent_tables=("applications",),
        unread_between=(("表格", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议"),),
    )


STACKED = (
    "\n".join(stacked(grid) for grid in table_two()),
    stacked(applications()),
    stacked(disputes()),
)
SPACED = ("\n".join(spaced(grid) for grid in table_two()), spaced(applications()), spaced(disputes()))
CASES = (
    read("a_cell_a_line", copied(*STACKED)),
    read("a_cell_a_line_and_empty_lines", copied(*STACKED).replace("\n", "\n\n")),
    read("parted_by_blanks", copied(*SPACED)),
    read("parted_by_wide_blanks", copied(*(part.replace(" ", "\u3000") for part in SPACED))),
    doubted(
        "a_cell_a_line_one_blank", copied(STACKED[0], STACKED[1].replace("\n60\n", "\n\n", 1), STACKED[2])
    ),
    doubted("parted_by_blanks_one_blank", copied(SPACED[0], SPACED[1].replace(" 60 ", " ", 1), SPACED[2])),
)
