"""A file that is no annual report at all: every rule says that its thing is missing, and only this says why."""

from shenyue.report import Report

NO_REPORT = (
    "这看来不是政府信息公开工作年度报告：标题、单位、年度、六个部分和表格一样也没有认出。请确认选对了文件。"
)


def is_unlike(report: Report) -> bool:
    """Whether nothing of an annual report was recognised: no title, unit or year, no part, no table."""
    known = report.title or report.unit or report.year or report.tables
    return not known and not any(report.parts(number) for number in range(1, 7))
