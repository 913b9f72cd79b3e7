"""Whether the report's own title reads <单位><年份>年政府信息公开工作年度报告 (S107)."""

from collections.abc import Iterator

import regex

from shenyue.checks.sentences import folded
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.patterns import compiled
from shenyue.report import Report

REPORT_TITLE_VALUES = frozenset({"found", "problems", "standard"})
REPORT_TITLE_VARIANTS = frozenset({"year_form"})
_SUBJECT = "政府信息公开"
_TAIL = "工作年度报告"
_FIRST_YEAR = 2019
"""Of the formats that prescribe the title; the 条例 before did not."""
_YEAR = compiled(
    r"(?P<open>[(\[〔【]?)(?<!\d)(?P<year>(?:19|20)\d{2}|[二2][〇○零Oo0][〇○零一二三四五六七八九]{2})(?!\d)(?P<unit>年?度?(?=.|\Z))(?P<close>[)\]〕】]?)"
)
_UNIT = compiled(r"[\p{Han}\p{L}\d()·、—\-]{2,}")
_NOT_OF_A_UNIT = compiled(r"\A关于|的\Z|\A《|[《》“”]|年\Z")


def report_title(report: Report) -> Iterator[Outcome]:
    """The title has the unit, the year with 年, and the prescribed words, in one line or two; the year before or after the unit.

    Variant year_form: all is there, but the year stands elsewhere, in brackets or with 年度.
    """
    title = report.identity.title
    if title is None:
        yield Unchecked("title", "没有识别出报告的标题")
        return
    if report.year is not None and report.year < _FIRST_YEAR:
        yield NotApplicable("2019年以前的报告没有规定标题")
        return
    text = folded(title.text)
    problems, grave = _problems(text)
    if not problems:
        yield Passed("title", note=title.text)
        return
    values = {
        "found": " ".join(title.text.split()),
        "problems": "，".join(problems),
        "standard": f"{report.unit or '（单位全称）'}{report.year or '（年份）'}年{_SUBJECT}{_TAIL}",
    }
    yield Hit(title.span, values, variant="" if grave else "year_form", name="title")


def _problems(text: str) -> tuple[list[str], bool]:
    """What is wrong with a folded title, and whether more than the form of its year."""
    year = _YEAR.search(text)
    words = text if year is None else text[: year.start()] + text[year.end() :]
    problems = [] if year else ["没有写年份"]
    problems += _wording(words)
    if year is not None and not year["unit"] and not (year["open"] and year["close"]):
        problems.append("年份之后缺“年”字")
    if problems or year is None:
        return problems, True
    return _year_form(text, year), False


def _wording(words: str) -> list[str]:
    """What is wrong besides the year."""
    unit, subject, tail = words.partition(_SUBJECT)
    if not subject:
        return [f"没有用“{_SUBJECT}{_TAIL}”"]
    problems = [] if _UNIT.fullmatch(unit) else ["没有写单位全称" if not unit else f"“{unit}”不是单位全称"]
    if unit and not problems and _NOT_OF_A_UNIT.search(unit):
        problems.append(f"“{unit}”中有多余的字或标点")
    return problems if tail == _TAIL else [*problems, _tail_problem(tail)]


def _tail_problem(tail: str) -> str:
    if tail == "年度报告":
        return "缺“工作”二字"
    if tail in {"工作报告", "报告"}:
        return f"“{tail}”应为“{_TAIL}”"
    if tail.endswith("年报"):
        return "“年报”应写全称“年度报告”"
    if tail.count("年度") > 1:
        return "“年度”重复"
    if tail.startswith(_TAIL):
        return f"“{tail.removeprefix(_TAIL)}”多余"
    return f"“{tail}”应为“{_TAIL}”"


def _year_form(text: str, year: regex.Match[str]) -> list[str]:
    problems = []
    if year["open"] or year["close"]:
        problems.append("年份加了括号")
    if year["unit"] == "年度":
        problems.append("年份之后宜用“年”，不用“年度”")
    if year.start() and not text.startswith(_SUBJECT, year.end()):
        problems.append("年份不在单位之前或者之后")
    return problems
