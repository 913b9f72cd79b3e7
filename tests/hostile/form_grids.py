"""The form tables as grids of boxes, with figures of our own that balance; what layouts do to them is done to these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from raw_docx import p, tbl, tc

APPLICANTS = (
    ("natural_person", "自然人"), ("company", "商业企业"), ("research", "科研机构"), ("charity", "社会公益组织"),
    ("legal_service", "法律服务机构"), ("other", "其他"), ("total", "总计"),
)  # fmt: skip
OUTCOMES = (
    ("granted", "", "（一）予以公开"),
    ("partly_granted", "", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("denied_state_secret", "（三）不予公开", "1.属于国家秘密"),
    ("denied_law", "（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("denied_safety", "（三）不予公开", "3.危及“三安全一稳定”"),
    ("denied_third_party", "（三）不予公开", "4.保护第三方合法权益"),
    ("denied_internal", "（三）不予公开", "5.属于三类内部事务信息"),
    ("denied_process", "（三）不予公开", "6.属于四类过程性信息"),
    ("denied_enforcement_file", "（三）不予公开", "7.属于行政执法案卷"),
    ("denied_inquiry", "（三）不予公开", "8.属于行政查询事项"),
    ("unavailable_not_held", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("unavailable_needs_making", "（四）无法提供", "2.没有现成信息需要另行制作"),
    ("unavailable_unclear", "（四）无法提供", "3.补正后申请内容仍不明确"),
    ("unprocessed_petition", "（五）不予处理", "1.信访举报投诉类申请"),
    ("unprocessed_repeat", "（五）不予处理", "2.重复申请"),
    ("unprocessed_publication", "（五）不予处理", "3.要求提供公开出版物"),
    ("unprocessed_excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
    ("unprocessed_reconfirm", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    (
        "other_no_correction",
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    (
        "other_no_payment",
        "（六）其他处理",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    ("other", "（六）其他处理", "3.其他"),
    ("total", "", "（七）总计"),
)
OUTCOMES_2019 = (*OUTCOMES[:18], ("other", "", "（六）其他处理"), OUTCOMES[21])
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
COUNTS: Mapping[tuple[str, str], int] = {
    ("new", "natural_person"): 112, ("new", "company"): 9, ("new", "charity"): 3, ("new", "other"): 1,
    ("carried_in", "natural_person"): 5,
    ("granted", "natural_person"): 60, ("granted", "company"): 7, ("granted", "charity"): 3,
    ("partly_granted", "natural_person"): 10, ("denied_internal", "natural_person"): 8, ("denied_inquiry", "natural_person"): 4,
    ("unavailable_not_held", "natural_person"): 20, ("unavailable_not_held", "company"): 2,
    ("unprocessed_petition", "natural_person"): 6, ("other_no_correction", "natural_person"): 2, ("other", "other"): 1,
    ("total", "natural_person"): 110, ("total", "company"): 9, ("total", "charity"): 3, ("total", "other"): 1,
    ("carried_out", "natural_person"): 7,
}  # fmt: skip
RESULTS = (
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
)
DISPUTES = (
    ("review", (2, 1, 0, 3, 6)),
    ("suit_direct", (4, 0, 1, 0, 5)),
    ("suit_after_review", (1, 0, 0, 0, 1)),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell, maybe merged, of a grid."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


Grid = tuple[Box, ...]


def count(row: str, column: str) -> str:
    """The figure of table three, as printed."""
    if column != "total":
        return str(COUNTS.get((row, column), 0))
    return str(sum(value for (name, _), value in COUNTS.items() if name == row))


def count_2019(row: str, column: str) -> str:
    """The same in the form of 2019, in which （六） has no rows of its own."""
    if row == "other":
        return str(int(count("other", column)) + int(count("other_no_correction", column)))
    return count(row, column)


def applications(
    figure: Callable[[str, str], str] = count, outcomes: tuple[tuple[str, str, str], ...] = OUTCOMES
) -> Grid:
    """Table three: three columns of labels and seven of figures under three rows of heads."""
    boxes = [
        Box(CORNER, 0, 0, 3, 3),
        Box("申请人情况", 0, 3, 1, 7),
        Box("自然人", 1, 3, 2),
        Box("法人或其他组织", 1, 4, 1, 5),
    ]
    boxes += [Box("总计", 1, 9, 2), *(Box(label, 2, 4 + n) for n, (_, label) in enumerate(APPLICANTS[1:6]))]
    boxes += [
        Box("一、本年新收政府信息公开申请数量", 3, 0, 1, 3),
        Box("二、上年结转政府信息公开申请数量", 4, 0, 1, 3),
    ]
    boxes += [
        Box("三、本年度办理结果", 5, 0, len(outcomes)),
        Box("四、结转下年度继续办理", 5 + len(outcomes), 0, 1, 3),
    ]
    groups = [group for _, group, _ in outcomes]
    for row, (_, group, label) in enumerate(outcomes, 5):
        boxes.append(Box(label, row, 2) if group else Box(label, row, 1, 1, 2))
        if group and groups.index(group) == row - 5:
            boxes.append(Box(group, row, 1, groups.count(group)))
    keys = ["new", "carried_in", *(key for key, _, _ in outcomes), "carried_out"]
    boxes += [
        Box(figure(key, column), 3 + n, 3 + m)
        for n, key in enumerate(keys)
        for m, (column, _) in enumerate(APPLICANTS)
    ]
    return in_order(boxes)


def expected_applications(
    figure: Callable[[str, str], str] = count, outcomes: tuple[tuple[str, str, str], ...] = OUTCOMES
) -> dict[str, str]:
    """Every figure of table three under the keys of the contract."""
    keys = ["new", "carried_in", *(key for key, _, _ in outcomes), "carried_out"]
    return {f"applications.{key}.{column}": figure(key, column) for key in keys for column, _ in APPLICANTS}


def disputes() -> Grid:
    """Table four: one row of fifteen figures under three rows of heads."""
    boxes = [
        Box("行政复议", 0, 0, 1, 5),
        Box("行政诉讼", 0, 5, 1, 10),
        Box("未经复议直接起诉", 1, 5, 1, 5),
        Box("复议后起诉", 1, 10, 1, 5),
    ]
    for block, (_, values) in enumerate(DISPUTES):
        for n, ((_, label), value) in enumerate(zip(RESULTS, values, strict=True)):
            boxes.append(Box(label, 1, n, 2) if not block else Box(label, 2, block * 5 + n))
            boxes.append(Box(str(value), 3, block * 5 + n))
    return in_order(boxes)


def expected_disputes() -> dict[str, str]:
    """Every figure of table four."""
    return {
        f"disputes.{row}.{column}": str(value)
        for row, values in DISPUTES
        for (column, _), value in zip(RESULTS, values, strict=True)
    }


def table_two() -> tuple[Grid, ...]:
    """The four blocks of table two, each a grid of its own."""
    return (
        listed(
            ("第二十条第（一）项",),
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            ("规章", "0", "0", "2"),
            ("行政规范性文件", "3", "1", "25"),
        ),
        listed(("第二十条第（五）项",), ("信息内容", "本年处理决定数量"), ("行政许可", "156")),
        listed(
            ("第二十条第（六）项",), ("信息内容", "本年处理决定数量"), ("行政处罚", "12"), ("行政强制", "4")
        ),
        listed(
            ("第二十条第（八）项",), ("信息内容", "本年收费金额（单位：万元）"), ("行政事业性收费", "3.25")
        ),
    )


EXPECTED_TWO = {
    "regulations.rules.made": "0", "regulations.rules.repealed": "0", "regulations.rules.in_force": "2",
    "regulations.normative.made": "3", "regulations.normative.repealed": "1", "regulations.normative.in_force": "25",
    "permits.permits.decisions": "156", "enforcement.penalties.decisions": "12", "enforcement.coercion.decisions": "4",
    "fees.fees.amount": "3.25",
}  # fmt: skip


def table_two_2019() -> tuple[Grid, ...]:
    """The five blocks of table two in the form of 2019."""
    counts = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    return (
        listed(
            ("第二十条第（一）项",),
            ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"),
            ("规章", "0", "0", "2"),
            ("规范性文件", "3", "4", "25"),
        ),
        listed(
            ("第二十条第（五）项",),
            counts,
            ("行政许可", "31", "-2", "156"),
            ("其他对外管理服务事项", "17", "1", "90"),
        ),
        listed(("第二十条第（六）项",), counts, ("行政处罚", "40", "0", "12"), ("行政强制", "6", "-1", "4")),
        listed(
            ("第二十条第（八）项",),
            ("信息内容", "上一年项目数量", "本年增/减"),
            ("行政事业性收费", "5", "-3"),
        ),
        listed(
            ("第二十条第（九）项",),
            ("信息内容", "采购项目数量", "采购总金额"),
            ("政府集中采购", "14", "59.75"),
        ),
    )


EXPECTED_TWO_2019 = {
    "regulations.rules.newly_made": "0", "regulations.rules.newly_public": "0", "regulations.rules.total_public": "2",
    "regulations.normative.newly_made": "3", "regulations.normative.newly_public": "4", "regulations.normative.total_public": "25",
    "permits.permits.last_year": "31", "permits.permits.change": "-2", "permits.permits.decisions": "156",
    "permits.other_services.last_year": "17", "permits.other_services.change": "1", "permits.other_services.decisions": "90",
    "enforcement.penalties.last_year": "40", "enforcement.penalties.change": "0", "enforcement.penalties.decisions": "12",
    "enforcement.coercion.last_year": "6", "enforcement.coercion.change": "-1", "enforcement.coercion.decisions": "4",
    "fees.fees.last_year": "5", "fees.fees.change": "-3", "procurement.procurement.items": "14", "procurement.procurement.amount": "59.75",
}  # fmt: skip


def listed(*rows: tuple[str, ...]) -> Grid:
    """A grid of plain rows; the last cell of a shorter row runs to the right edge."""
    width = max(map(len, rows))
    return tuple(
        Box(text, n, m, 1, width - m if m == len(row) - 1 else 1)
        for n, row in enumerate(rows)
        for m, text in enumerate(row)
    )


def in_order(boxes: list[Box] | Grid) -> Grid:
    """Row by row, left to right."""
    return tuple(sorted(boxes, key=lambda box: (box.row, box.column)))


def stacked(*grids: Grid) -> Grid:
    """One below the other as one table, as wide as the widest."""
    boxes: list[Box] = []
    width = max(box.column + box.columns for grid in grids for box in grid)
    for grid in grids:
        top = max((box.row + box.rows for box in boxes), default=0)
        edge = max(box.column + box.columns for box in grid)
        for box in grid:
            wider = width - edge if box.column + box.columns == edge else 0
            boxes.append(replace(box, row=box.row + top, columns=box.columns + wider))
    return in_order(boxes)


def to_html(grid: Grid, write: Callable[[str], str] = str) -> str:
    """As a web page has it."""
    rows = [
        "".join(_td(box, write) for box in grid if box.row == row)
        for row in range(max(box.row + box.rows for box in grid))
    ]
    return "<table border='1'>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _td(box: Box, write: Callable[[str], str]) -> str:
    spans = (f' rowspan="{box.rows}"' if box.rows > 1 else "") + (
        f' colspan="{box.columns}"' if box.columns > 1 else ""
    )
    return f"<td{spans}>{write(box.text)}</td>"


def to_docx(grid: Grid) -> str:
    """As Word has it: merged cells by gridSpan and vMerge."""
    rows = []
    for row in range(max(box.row + box.rows for box in grid)):
        here = sorted(
            (box for box in grid if box.row <= row < box.row + box.rows), key=lambda box: box.column
        )
        rows.append("<w:tr>" + "".join(_tc(box, row) for box in here) + "</w:tr>")
    return tbl(*rows, columns=max(box.column + box.columns for box in grid))


def _tc(box: Box, row: int) -> str:
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    merge = "" if box.rows == 1 else '<w:vMerge w:val="restart"/>' if row == box.row else "<w:vMerge/>"
    return tc(p(box.text if row == box.row else ""), span + merge)
