"""The numbers of headings: repeated, skipped, out of order, or in mixed styles (N201–N204)."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from shenyue.checks.siblings import Run, Sibling, runs
from shenyue.chinese.numbering import LabelStyle
from shenyue.chinese.ordinals import write_ordinal
from shenyue.chinese.sequences import Fault, Flaw
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

HEADING_NUMBERS_VALUES = frozenset({"label", "previous", "missing", "labels"})
HEADING_STYLES_VALUES = frozenset({"labels", "style", "all"})
EXTRACTED = frozenset({"extracted"})
_LISTED = 10
_FLAWS = {"repeated": Flaw.REPEATED, "skipped": Flaw.SKIPPED, "back": Flaw.BACK}
LEVELS = (
    LabelStyle.CHINESE,
    LabelStyle.CHINESE_BRACKETED,
    LabelStyle.ARABIC,
    LabelStyle.ARABIC_BRACKETED,
)
"""一、 → （一） → 1. → （1）, as 党政机关公文格式 (GB/T 9704) has it."""
NO_HEADINGS = "没有带序号的标题"


def heading_numbers(
    report: Report, *, fault: Literal["repeated", "skipped", "back"], heading_length: int = 30
) -> Iterator[Outcome]:
    """The numbers of sibling headings go 1, 2, 3, whatever their style; each slip is one fault of one kind.

    `fault`: which kind this rule reports. `heading_length`: an unlabelled line of at most so many characters between two
    headings may be one that lost its number, so that nothing was skipped. Variant extracted: the file is an export.
    """
    judged = [run for run in runs(report, heading_length) if run.labelled]
    if not judged:
        yield NotApplicable(NO_HEADINGS)
    for run in judged:
        siblings, lists = run.read()
        if lists is None:
            yield Unchecked(run.name, "标题序号过于混乱，无法逐个核对", run.siblings[0].span)
            continue
        faults = [one for one in lists.faults if one.flaw is _FLAWS[fault]]
        yield from (_number_hit(run, siblings, one) for one in faults)
        if not faults:
            yield Passed(run.name, note=labels_of(run.siblings))


def _number_hit(run: Run, siblings: tuple[Sibling, ...], fault: Fault) -> Outcome:
    sibling = siblings[fault.at]
    previous = siblings[fault.last] if fault.last is not None else None
    style = sibling.label.style if sibling.label else LabelStyle.CHINESE
    values = {
        "label": label_text(sibling),
        "previous": label_text(previous) if previous else "",
        "missing": "、".join(f"“{_written(number, style)}”" for number in fault.missing[:_LISTED]),
        "labels": labels_of(siblings),
    }
    variant = "extracted" if run.extracted else ""
    return Hit(sibling.span, values, variant=variant, name=run.name)


def _written(number: int, style: LabelStyle) -> str:
    if style in {LabelStyle.CHINESE, LabelStyle.CHINESE_BRACKETED, LabelStyle.ARTICLE}:
        return style.value.replace("一", write_ordinal(number, "chineseCounting"))
    if style is LabelStyle.CIRCLED:
        return write_ordinal(number, "decimalEnclosedCircle")
    return style.value.replace("1", str(number), 1)


def label_text(sibling: Sibling) -> str:
    """The label as printed; empty where there is none."""
    return sibling.label.text if sibling.label else ""


def labels_of(siblings: tuple[Sibling, ...]) -> str:
    """The labels of a run one after another: 一、 2、 三、."""
    texts = [label_text(sibling) or "（无序号）" for sibling in siblings]
    return " ".join(texts[:_LISTED]) + (f" 等{len(texts)}个" if len(texts) > _LISTED else "")


def heading_styles_alike(report: Report) -> Iterator[Outcome]:
    """Sibling headings are numbered in one style; one finding a run, at the first that differs from most."""
    judged = [run for run in runs(report, 0) if len(run.labelled) > 1]
    if not judged:
        yield NotApplicable("没有两个以上带序号的同级标题")
    for run in judged:
        usual = usual_style(run, expected_style(run))
        odd = tuple(one for one in run.labelled if one.label and one.label.style is not usual)
        if not odd:
            yield Passed(run.name, note=labels_of(run.siblings))
            continue
        values = {"labels": labels_of(odd), "style": usual.value, "all": labels_of(run.siblings)}
        yield Hit(odd[0].span, values, variant="extracted" if run.extracted else "", name=run.name)


def usual_style(run: Run, preferred: LabelStyle | None) -> LabelStyle:
    """The style of most siblings; of equally many, that of their level, else that of the first."""
    styles = [one.label.style for one in run.labelled if one.label]
    counted = Counter(styles)
    most = max(counted.values())
    first = next(style for style in styles if counted[style] == most)
    return preferred if preferred and counted[preferred] == most else first


def expected_style(run: Run) -> LabelStyle | None:
    """The style that belongs to the run: the next after that of its parent's run; None where that has no level."""
    if run.above is None:
        return LEVELS[0]
    if not run.above.labelled:
        return None
    style = usual_style(run.above, expected_style(run.above))
    following = LEVELS[LEVELS.index(style) + 1 :] if style in LEVELS else ()
    return following[0] if following else None
