"""Reports pasted or converted into Markdown: the same tables, drawn in every way that editors and converters draw them."""

from cases_txt import with_tabs
from form_grids import (
    Grid,
    applications,
    disputes,
    expected_applications,
    expected_disputes,
    stacked,
    table_two,
    to_html,
)
from hostile_case import HostileCase
from made_report import EXPECTED, LABELS, OPENING, PARTS, SHORTFALL, TITLE, lines

NAME = TITLE.format(year=2023)
Rows = list[list[str]]


def rows_of(grid: Grid) -> Rows:
    """What is merged left empty."""
    return [line.split("\t") for line in with_tabs(grid).split("\n")]


def repeated(grid: Grid) -> Rows:
    """What is merged written out in every cell, as some converters do."""
    rows = rows_of(grid)
    for box in grid:
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                rows[row][column] = box.text
    return rows


def piped(rows: Rows, *, outer: bool = True, head: bool = True) -> str:
    """As GitHub draws a table; without a head, an empty one stands above, as converters write it."""
    written = [" | ".join(row) for row in rows]
    rule = " | ".join(["---"] * len(rows[0]))
    above = [written[0], rule] if head else [" | ".join([""] * len(rows[0])), rule, written[0]]
    listed_rows = [*above, *written[1:]]
    return "\n".join(f"| {row} |" for row in listed_rows) if outer else "\n".join(listed_rows)


def framed(rows: Rows) -> str:
    """Without any head: each row between bars, dashes above and below."""
    width = "-" * 40
    return "\n".join([width, *(f"| {' | '.join(row)} |\n{width}" for row in rows)])


def cornered(rows: Rows) -> str:
    """As pandoc draws a grid table, long cells broken into two lines."""
    border = "+" + "+".join(["-----"] * len(rows[0])) + "+"
    drawn = [border]
    for row in rows:
        halves = [
            (cell[: len(cell) // 2], cell[len(cell) // 2 :]) if len(cell) > 5 else (cell, "") for cell in row
        ]
        drawn += ["| " + " | ".join(half[n] for half in halves) + " |" for n in (0, 1)] + [border]
    return "\n".join(drawn)


def parted(rows: Rows, at: int) -> str:
    """With an empty line in the middle of the table."""
    whole = piped(rows).split("\n")
    return "\n".join([*whole[:at], "", *whole[at:]])


def report(two: str, three: str, four: str) -> str:
    """The report, its part titles as headings and an empty line after each paragraph."""
    written = lines([two], [three], [four], 2023)
    return "\n\n".join(
        f"## {line}" if line in PARTS else f"# {line}" if line == NAME else line for line in written
    )


def whole(name: str, three: str, four: str, two: str = "本年未制发规范性文件。") -> HostileCase:
    """A report whose tables three and four must come out figure by figure."""
    return HostileCase(
        f"md_{name}",
        ".md",
        lambda: report(two, three, four).encode(),
        must_contain=(OPENING, SHORTFALL),
        must_not_contain=("---", "##", "**", "|"),
        labels=LABELS,
        label_source="typed",
        title=NAME,
        year=2023,
        figures=(EXPECTED if "第二十条" in two else expected_applications() | expected_disputes()),
        origins_exact=True,
    )


THREE, FOUR, TWO = rows_of(applications()), rows_of(disputes()), table_two()
DRAWN = (
    whole("merged_left_empty", piped(THREE), piped(FOUR)),
    whole("merged_repeated", piped(repeated(applications())), piped(repeated(disputes()))),
    whole("without_outer_bars", piped(THREE, outer=False), piped(FOUR, outer=False)),
    whole("empty_head", piped(THREE, head=False), piped(FOUR, head=False)),
    whole("framed_by_dashes", framed(THREE), framed(FOUR)),
    whole("grid_table", cornered(THREE), cornered(FOUR)),
    whole("cut_by_empty_lines", parted(THREE, 9), parted(FOUR, 3)),
    whole("html_tables", to_html(applications()), to_html(disputes()), to_html(stacked(*TWO))),
    whole(
        "table_two_in_blocks", piped(THREE), piped(FOUR), "\n\n".join(piped(rows_of(grid)) for grid in TWO)
    ),
    whole("table_two_stacked", piped(THREE), piped(FOUR), piped(rows_of(stacked(*TWO)))),
    whole("in_a_fence", f"```\n{piped(THREE)}\n```", f"~~~text\n{piped(FOUR)}\n~~~"),
    HostileCase(
        "md_bold_titles",
        ".md",
        lambda: (
            report("无。", piped(THREE), piped(FOUR)).replace("## 一、总体情况", "**一、总体情况**").encode()
        ),
        must_not_contain=("**",),
        labels=LABELS,
        origins_exact=True,
    ),
    HostileCase(
        "md_named_txt",
        ".txt",
        lambda: report("无。", piped(THREE), piped(FOUR)).encode("gb18030"),
        must_contain=(OPENING, SHORTFALL),
        must_not_contain=("##", "|"),
        labels=LABELS,
        figures=expected_applications(),
    ),
    HostileCase(
        "md_utf_16",
        ".md",
        lambda: b"\xff\xfe" + report("无。", piped(THREE), piped(FOUR)).encode("utf-16-le"),
        labels=LABELS,
        figures=expected_applications(),
        origins_exact=True,
    ),
)
SMALL = (
    HostileCase(
        "md_marks",
        ".md",
        (
            f"{NAME}\n====\n\n> **一、总体情况**\n\n本镇**全年**公开*57*条，[详见](http://a.cn/b_(c).html)，\\*星\\*&nbsp;，3*5*2，____ 线。\n"
            "![印章](a.png)\n\n（一）主动公开\n---\n\n后一句话。  \n"
        ).encode,
        must_contain=(NAME, "本镇全年公开57条，详见，*星*\xa0，3*5*2，____ 线。", "后一句话。"),
        must_not_contain=("**", "===", "---", "http", "印章", ">"),
        labels=(("一、", "总体情况"), ("（一）", "主动公开")),
        outline=((0, NAME), (None, "总体情况"), (1, "主动公开")),
        unread_between=(("图片", "线。", "（一）"),),
        origins_exact=True,
    ),
    HostileCase(
        "md_lists",
        ".md",
        "前一句话。\n\n1. 甲事\n1. 乙事\n1. 丙事\n\n中间。\n\n1. 丁事\n2. 戊事\n\n- 己事\n* 庚事\n+ [x] 辛事\n".encode,
        labels=(
            ("1.", "甲事"),
            ("2.", "乙事"),
            ("3.", "丙事"),
            ("1.", "丁事"),
            ("2.", "戊事"),
            ("", "己事"),
            ("", "庚事"),
            ("", "辛事"),
        ),
        origins_exact=True,
    ),
    HostileCase(
        "md_cells",
        ".md",
        "表一\n\n|甲|乙|\n|:-|-:|\n|商业<br>企业|a\\|b|\n|**12**||\n\n后一句话。\n".encode,
        must_contain=("表一", "后一句话。"),
        tables=((("甲", "乙"), ("商业企业", "a|b"), ("12", "")),),
        origins_exact=True,
    ),
    HostileCase(
        "md_html_cells",
        ".md",
        "前一句话。\n<table>\n<tr><td rowspan='2'>甲</td><td>乙<br/>丙</td></tr>\n<tr><td>&nbsp;12</td></tr>\n</table>\n后一句话。\n".encode,
        must_contain=("前一句话。", "后一句话。"),
        must_not_contain=("<",),
        tables=((("甲", "乙丙"), ("12",)),),
        origins_exact=True,
    ),
    HostileCase(
        "md_front_matter",
        ".md",
        f"---\ntitle: {NAME}\ndate: 2024-01-20\n---\n\n## 一、总体情况\n\n{OPENING}\n\n<!-- 不显示 -->\n".encode,
        must_contain=(NAME, OPENING),
        must_not_contain=("date", "不显示"),
        title=NAME,
        year=2023,
        unread=("文件头", "注释"),
        nothing_unread=True,
    ),
    HostileCase(
        "md_bars_in_prose",
        ".md",
        "首页 | 新闻 | 公开\n\n一、总体情况\n\n甲|乙两类。\n".encode,
        must_contain=("首页 | 新闻 | 公开", "甲|乙两类。"),
        tables=(),
    ),
    HostileCase(
        "md_unlike_rows",
        ".md",
        "|甲|乙|丙|\n|---|---|---|\n|1|2|\n".encode,
        tables=((("甲", "乙", "丙"), ("1", "2")),),
    ),
)
CASES = DRAWN + SMALL
