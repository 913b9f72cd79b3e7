"""Sub-topics of a part that stand on the level of the six parts, so that these shift or restart (S108)."""

from collections.abc import Iterator

from shenyue.checks.overview import raised_topics
from shenyue.checks.parts import PART_NUMERALS, part_title
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.report import Report, Section

RAISED_TOPICS_VALUES = frozenset({"number", "title", "headings", "count"})
_LISTED = 10


def raised_subtopics(report: Report) -> Iterator[Outcome]:
    """Between two parts stands no other top-level heading that counts on; one finding for those after one part, at the first."""
    found = [section for section in report.sections if section.part]
    if not found:
        yield NotApplicable("没有识别出报告的任何一个部分")
        return
    raised = {part.span: run for part, run in raised_topics(report)}
    for part in found:
        run = raised.get(part.span)
        yield _hit(report, part, run) if run else Passed(f"part.{part.part}")


def _hit(report: Report, part: Section, run: tuple[Section, ...]) -> Hit:
    headings = [section.heading for section in run if section.heading]
    printed = [" ".join(report.document.quote(heading.span).split()) for heading in headings]
    more = f"等{len(printed)}个" if len(printed) > _LISTED else ""
    values = {
        "number": PART_NUMERALS[part.part or 0],
        "title": part_title(report, part.part or 0),
        "headings": "".join(f"“{text}”" for text in printed[:_LISTED]) + more,
        "count": str(len(printed)),
    }
    return Hit(headings[0].span if headings else run[0].span, values, name=f"part.{part.part}")
