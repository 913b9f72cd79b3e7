"""Whether the styles of heading numbers are those of their levels (N205)."""

from collections.abc import Iterator

from shenyue.checks.numbering import (
    LEVELS,
    NO_HEADINGS,
    expected_style,
    label_text,
    labels_of,
    usual_style,
)
from shenyue.checks.siblings import runs
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.report import Report

HEADING_LEVELS_VALUES = frozenset({"labels", "parent", "expected", "style"})


def heading_levels(report: Report) -> Iterator[Outcome]:
    """Each level has its style and none is skipped: 一、 → （一） → 1. → （1）; one finding a run of siblings.

    Styles without a level in that scheme (①, 1）, 第一条) are not judged, nor is what stands under them. Where every text runs on
    behind its number, the run may be a list of items and is doubtful.
    """
    judged = [run for run in runs(report, 0) if run.labelled]
    if not judged:
        yield NotApplicable(NO_HEADINGS)
    for run in judged:
        expected = expected_style(run)
        usual = usual_style(run, expected)
        if expected is None or usual not in LEVELS or usual is expected:
            yield Passed(run.name, note=labels_of(run.siblings))
            continue
        wrong = tuple(one for one in run.labelled if one.label and one.label.style is usual)
        values = {
            "labels": labels_of(wrong),
            "parent": label_text(run.parent) if run.parent else "",
            "expected": expected.value,
            "style": usual.value,
        }
        variant = "extracted" if run.extracted else ""
        certain = not all(one.run_in for one in run.siblings)
        yield Hit(wrong[0].span, values, variant=variant, certain=certain, name=run.name)
