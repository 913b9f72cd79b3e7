"""Small reports on disk for the tests of the command line, made from the shipped samples."""

from pathlib import Path

PARTS = (
    "一、总体情况", "（一）主动公开。全年主动公开政府信息30条。", "（二）依申请公开。全年未收到申请。",
    "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况", "一是{five}。二是加强培训。{again}", "六、其他需要报告的事项", "本年度未收取信息处理费。",
)  # fmt: skip


def write_report(
    folder: Path, name: str = "报告.txt", *, again: str = "二是改进服务。", five: str = "解读形式单一"
) -> Path:
    """A typed report of 永安市司法局 without tables; `again` repeats the ordinal 二是 unless told otherwise."""
    lines = ["永安市司法局2023年政府信息公开工作年度报告", *PARTS]
    path = folder / name
    path.write_text("\n".join(lines).format(five=five, again=again), "utf-8")
    return path
