"""The scene of corpora/chat: a street's report for 2023 with the faults that its README lists, made from a shipped sample."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from shenyue.engine import check
from shenyue.examples import report_of
from shenyue.review import Review
from shenyue.rules import Choice, read_pack
from shenyue.samples import changed

_PROBLEMS = "（一）存在的主要问题\n一是政策解读形式较为单一；二是社区信息公开栏更新不够及时；三是业务培训的针对性有待增强。"
_CHANGES = {
    "base": "street-2023",
    "figures": {"disputes": {"review": {"corrected": 1}}},
    "tables": {"applications.new.total": "11", "regulations.rules.made": "", "fees.fees.amount": ""},
    "reword": {
        "二是按时公开部门预算和决算；三是": "三是按时公开部门预算和决算；三是",
        "因政府信息公开被申请行政复议2件，结果维持。": "截止2023年底,各项工作平稳有序。",
        "本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止。": "",
    },
    "replace": {"part5": _PROBLEMS, "part6": "无其他需要报告的事项。"},
}


@cache
def scene() -> Review:
    """The review, without last year's report."""
    pack = read_pack("beijing/xicheng", ())
    report = replace(report_of(changed(_CHANGES), pack), prior=None)
    choice = Choice(pack.id, "title", "标题中的“北京市西城区”对应规则包 beijing/xicheng")
    return Review(Path("报告.docx"), report, pack, choice, check(report, pack))
