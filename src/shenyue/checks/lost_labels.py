"""A heading that has lost its number, or a part that has lost its heading while its text stands (N207)."""

from collections.abc import Iterator

from shenyue.checks.parts import PART_NUMERALS, part_title
from shenyue.checks.siblings import Run, Sibling, runs
from shenyue.chinese.sequences import Flaw, read_siblings
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import LabelSource, Span
from shenyue.report import FoundBy, Report, Section

LOST_LABELS_VALUES = frozenset({"number", "title", "text"})
LOST_LABELS_VARIANTS = frozenset({"heading", "text", "extracted"})
_SAME_ENDING = 2
"""Characters that the titles of siblings have in common, such as 情况."""


def lost_labels(report: Report, *, heading_length: int = 30) -> Iterator[Outcome]:
    """No heading among numbered siblings is without a number, and no part without a heading.

    `heading_length`: an unlabelled line of at most so many characters between two headings, which explains a gap in their numbers,
    is one that lost its own. Variants: heading (the part stands without any), text (so does the text of a sub-heading), extracted (an
    export may have lost the number).
    """
    parts, *below = runs(report, heading_length)
    if not parts.labelled:
        yield NotApplicable("没有带序号的标题")
        return
    yield from _of_parts(report)
    for run in below:
        lost = tuple(_fallen_out(report, run))
        for one in lost:
            long = one.span.end - one.span.start > heading_length
            span = _first_sentence(report, one.span) if long else one.span
            yield _hit(report, span, run.name, variant="text" if long else "")
        if run.labelled and not lost:
            yield Passed(run.name)


def _of_parts(report: Report) -> Iterator[Outcome]:
    sections = [section for section in report.sections if section.part]
    numbered = sum(bool(section.heading and section.heading.label) for section in sections)
    for section in sections:
        if section.heading is None and section.found_by is FoundBy.CONTENT:
            yield _headless(report, section)
        elif section.heading and not section.heading.label and 2 * numbered > len(sections):
            yield _hit(report, section.heading.span, f"part.{section.part}")
        else:
            yield Passed(f"part.{section.part}")


def _headless(report: Report, section: Section) -> Hit:
    number = section.part or 0
    values = {"number": PART_NUMERALS[number], "title": part_title(report, number), "text": ""}
    return Hit(_first_line(report, section.span), values, variant="heading", name=f"part.{number}")


def _first_line(report: Report, span: Span) -> Span:
    """The first line of a stretch that is not blank."""
    text = report.document.text
    start = next((at for at in range(span.start, span.end) if not text[at].isspace()), span.start)
    end = text.find("\n", start, span.end)
    return Span(start, span.end if end < 0 else end)


def _first_sentence(report: Report, span: Span) -> Span:
    end = report.document.text.find("。", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end + 1)


def _hit(report: Report, span: Span, name: str, variant: str = "") -> Hit:
    text = " ".join(report.document.quote(span).split())
    extracted = report.label_source is LabelSource.EXTRACTED
    values = {"number": "", "title": "", "text": text}
    return Hit(span, values, variant="extracted" if extracted else variant, name=name)


def _fallen_out(report: Report, run: Run) -> Iterator[Sibling]:
    """Unlabelled lines that explain what the labels of a run skip, and one that goes on where they end."""
    lists = read_siblings([one.label.value if one.label else None for one in run.siblings])
    _, among = run.read()
    if lists is None or among is None or len(run.labelled) < 2:  # noqa: PLR2004 - siblings
        return
    if len(among.faults) < len(lists.faults):
        for fault in lists.faults:
            if fault.flaw is Flaw.SKIPPED:
                after = run.siblings[fault.last].span.end if fault.last is not None else 0
                between = Span(after, run.siblings[fault.at].span.start)
                yield from _likeliest(report, run, between, len(fault.missing))
    elif not lists.faults:
        end = Span(run.siblings[-1].span.end, len(report.document.text))
        yield from [one for one in _unlabelled(run, end) if _worded_alike(report, run, one)][:1]


def _unlabelled(run: Run, place: Span) -> list[Sibling]:
    return [one for one in run.among if one.label is None and one not in run.siblings and one.span in place]


def _likeliest(report: Report, run: Run, place: Span, times: int) -> list[Sibling]:
    """Of the lines in a gap as many as there are numbers missing, first those that are worded like the siblings."""
    lines = _unlabelled(run, place)
    lines.sort(key=lambda one: not _worded_alike(report, run, one))
    return lines[:times]


def _worded_alike(report: Report, run: Run, line: Sibling) -> bool:
    """Whether a line ends as two siblings do."""
    ending = report.document.quote(line.span).strip()[-_SAME_ENDING:]
    paragraphs = {paragraph.span.start: paragraph.span for paragraph in report.document.paragraphs()}
    lines = [_line_of(report, one.span, paragraphs) for one in run.labelled]
    return sum(text.strip().endswith(ending) for text in lines) > 1


def _line_of(report: Report, label: Span, paragraphs: dict[int, Span]) -> str:
    start = max((at for at in paragraphs if at <= label.start), default=label.start)
    return report.document.quote(paragraphs.get(start, label))
