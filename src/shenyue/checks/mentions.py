"""Whether the prose speaks of subjects that a provision asks for, wherever it does so (C706)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shenyue.checks.sentences import holds, sentences
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

SUBJECTS_VALUES = frozenset({"subjects"})


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject with the words that show that it was treated."""

    name: str
    words: tuple[str, ...]


def subjects_mentioned(report: Report, *, subjects: Mapping[str, Subject]) -> Iterator[Outcome]:
    """Each subject has one of its words somewhere in the prose; one finding names all that have none."""
    texts = [one.text for one in sentences(report)]
    if not texts:
        yield NotApplicable("报告没有文字")
        return
    lacking = {key: one for key, one in subjects.items() if not any(holds(text, one.words) for text in texts)}
    for key in subjects:
        if key not in lacking:
            yield Passed(key)
    if not lacking:
        return
    if any(one.content for one in report.document.unread):
        for key in lacking:
            yield Unchecked(key, "报告有未能读取的内容（如图片）")
        return
    names = "、".join(one.name for one in lacking.values())
    yield Hit(None, {"subjects": names}, name=next(iter(lacking)), missing="subjects")
