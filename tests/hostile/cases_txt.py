"""Plain text: typed, or exported from something else; line ends, encodings, tables of which only tabs are left."""

from form_grids import Grid, applications, disputes, expected_applications
from hostile_case import HostileCase
from made_report import EXPECTED, LABELS, OPENING, PARTS, SHORTFALL, TITLE, lines

NAME = TITLE.format(year=2023)


def with_tabs(grid: Grid) -> str:
    """A table as a spreadsheet copies it: one line a row, a tab between cells, what is merged left blank."""
    width = max(box.column + box.columns for box in grid)
    rows = [[""] * width for _ in range(max(box.row + box.rows for box in grid))]
    for box in grid:
        rows[box.row][box.column] = box.text
    return "\n".join("\t".join(row) for row in rows)


def as_exported(grid: Grid) -> str:
    """A table as text extractors leave it: one line a cell, a tab before it, a blank line after each row, some cells broken into lines."""
    rows = []
    for row in range(max(box.row + box.rows for box in grid)):
        here = [box for box in grid if box.row <= row < box.row + box.rows]
        rows.append(
            "\n".join(
                "\t" + (_broken(box.text) if box.row == row else "")
                for box in sorted(here, key=lambda box: box.column)
            )
        )
    return "\n\n".join(rows) + "\n"


def _broken(text: str) -> str:
    for whole, parts in (
        ("商业企业", "商业\n企业"),
        ("其他法律行政法规", "其他法律行政\n法规"),
        ("“三安全一稳定”", "“三安全\n一稳定”"),
    ):
        text = text.replace(whole, parts)
    return text + "\u00a0" if text.isdigit() else text


def plain(two: str = "本年未制发规范性文件。", three: str = "（表略）", four: str = "（表略）") -> str:
    """The report as text."""
    return "\n".join(lines([two], [three], [four], 2023)) + "\n"


def text(name: str, content: str, *, encoding: str = "utf-8", exact: bool = True) -> HostileCase:
    """A plain report, all of which must come out."""
    return HostileCase(
        f"text_{name}",
        ".txt",
        lambda: content.encode(encoding),
        must_contain=(OPENING, SHORTFALL),
        must_not_contain=("\r", "\ufeff"),
        labels=LABELS,
        label_source="typed",
        title=NAME,
        year=2023,
        origins_exact=exact,
    )


WHOLE = (
    text("plain", plain()),
    text("crlf", plain().replace("\n", "\r\n")),
    text("cr_only", plain().replace("\n", "\r")),
    text("mixed_line_ends", plain().replace("\n", "\r\n", 3).replace("。\n", "。\r", 1)),
    text("byte_order_mark", plain(), encoding="utf-8-sig"),
    text("utf_16_little", "\ufeff" + plain(), encoding="utf-16-le"),
    text("utf_16_big", "\ufeff" + plain(), encoding="utf-16-be"),
    text("gbk", plain(), encoding="gbk"),
    text("gb18030_of_four_bytes", plain().replace("无。", "无，联系人㐱𠮷。"), encoding="gb18030"),
    text("without_last_line_end", plain().rstrip("\n")),
    text("indented_by_wide_blanks", "\n".join("\u3000\u3000" + line for line in plain().splitlines())),
    text("blank_lines_between", plain().replace("\n", "\n\n\n")),
    text(
        "form_feeds",
        plain().replace(PARTS[2], "\f" + PARTS[2]).replace(PARTS[4], "\f" + PARTS[4]),
        exact=False,
    ),
    text("few_control_characters", plain().replace("无。", "无\x07，\x1f其余\x00从略。"), exact=False),
    text("very_long_line", plain().replace("无。", "无。" + "其余并无可说。" * 150_000)),
)
TABLES = (
    HostileCase(
        "text_tables_with_tabs",
        ".txt",
        lambda: plain(three=with_tabs(applications()), four=with_tabs(disputes())).encode(),
        must_contain=(OPENING, SHORTFALL),
        labels=LABELS,
        figures=expected_applications(),
    ),
    HostileCase(
        "text_exported_with_broken_cells",
        ".txt",
        lambda: plain(three=as_exported(applications())).encode(),
        must_contain=(OPENING, SHORTFALL),
        labels=((PARTS[0][:2], PARTS[0][2:]), (PARTS[5][:2], PARTS[5][2:])),
        label_source="extracted",
        figures=expected_applications(),
    ),
    HostileCase(
        "text_small_table_with_tabs",
        ".txt",
        "前一句话。\n信息内容\t本年处理决定数量\n行政许可\t156\n行政确认\t7\n后一句话。\n".encode,
        must_contain=("前一句话。", "行政许可", "156", "后一句话。"),
        tables=((("信息内容", "本年处理决定数量"), ("行政许可", "156"), ("行政确认", "7")),),
    ),
    HostileCase(
        "text_markdown_table",
        ".md",
        f"# {NAME}\n\n## 一、总体情况\n\n{OPENING}\n\n| 信息内容 | 件数 |\n|:---|---:|\n| 行政许可 | 156 |\n| 行政处罚 | |\n\n后一句话。\n".encode,
        must_contain=(NAME, OPENING, "后一句话。"),
        must_not_contain=("---", "# "),
        labels=(("一、", "总体情况"),),
        tables=((("信息内容", "件数"), ("行政许可", "156"), ("行政处罚", "")),),
        outline=((0, NAME), (1, "总体情况")),
    ),
    HostileCase(
        "text_without_any_table",
        ".txt",
        lambda: plain().encode(),
        tables=(),
        absent_tables=tuple(sorted({key.split(".")[0] for key in EXPECTED})),
    ),
)
SMALL = (
    HostileCase(
        "text_only_a_title",
        ".txt",
        NAME.encode,
        must_contain=(NAME,),
        title=NAME,
        year=2023,
        tables=(),
    ),
    HostileCase(
        "text_control_characters",
        ".txt",
        "前一句\x07话。\n一、总体\x0b情况\n全年\x00平稳。\n".encode,
        labels=(("一、", "总体"),),
        must_not_contain=("\x00",),
    ),
    HostileCase(
        "text_full_width_digits",
        ".txt",
        "１．总体情况\n全年收到申请１２件。\n（２）公开情况\n".encode,
        must_contain=("全年收到申请１２件。",),
        labels=(("１．", "总体情况"), ("", "全年收到"), ("（２）", "公开情况")),
        origins_exact=True,
    ),
    HostileCase(
        "text_labels_with_blanks",
        ".txt",
        "  一 、 总体情况\n\u3000（ 一 ）　主动公开\n\t1 .渠道\n".encode,
        labels=(("一、", "总体情况"), ("（一）", "主动公开"), ("1.", "渠道")),
    ),
    HostileCase(
        "text_one_broken_byte",
        ".txt",
        lambda: (OPENING * 20 + "\n").encode() + b"\xff" + ("\n" + SHORTFALL + "\n").encode(),
        must_contain=(SHORTFALL,),
        unread=("编码|字符|字节|解码|乱码",),
    ),
    HostileCase(
        "text_unicode_separators",
        ".txt",
        "一、总体情况\u2028全年平稳有序。\u2029二、公开情况\u0085按时发布信息。\n".encode,
        must_contain=("全年平稳有序。", "按时发布信息。"),
        labels=(("一、", "总体情况"),),
    ),
    HostileCase(
        "text_zero_width_characters",
        ".txt",
        "\u200b一、总体情况\n全年受理12\u200b件。\n\ufeff二、公开情况\n".encode,
        labels=(("一、", "总体情况"), ("二、", "公开情况")),
    ),
    HostileCase(
        "text_figures_are_no_labels",
        ".txt",
        "2023年新收12件。\n1.5万人次浏览。\n一、二季度按时发布。\n第二十条第（一）项\n一是抓更新。\n3、抓审校\n".encode,
        labels=(
            ("", "2023年"),
            ("", "1.5万"),
            ("", "一、二季度"),
            ("", "第二十条"),
            ("", "一是抓"),
            ("3、", "抓审校"),
        ),
        origins_exact=True,
    ),
)
CASES = WHOLE + TABLES + SMALL
