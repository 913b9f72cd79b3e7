"""Whether part six reports the fees for information processing (C701)."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.checks.parts import PART_NUMERALS
from shenyue.checks.prose import stretches
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

FEES_REPORTED_VALUES = frozenset({"part", "spoken"})
FEES_REPORTED_VARIANTS = frozenset({"spoken_of"})
_NAME = "fees"


class _Sentence(NamedTuple):
    text: str
    span: Span
    part: int | None


def fees_reported(
    report: Report,
    *,
    part: int,
    words: tuple[str, ...],
    spoken_words: tuple[str, ...],
    denials: tuple[str, ...],
    ignore: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """The part says something on the fees, be it that there were none.

    `words`: any of them in the part is a report. `spoken_words`: elsewhere in the prose they show that fees were charged (variant
    spoken_of), unless the sentence holds one of `denials`, which then is a report too. `ignore`: phrases that do not count.
    """
    sections = report.parts(part)
    if not sections:
        yield NotApplicable(f"没有识别出第{PART_NUMERALS[part]}部分")
        return
    sentences = tuple(_sentences(report, ignore))
    if any(one.part == part and _has(one.text, words) for one in sentences):
        yield Passed(_NAME)
        return
    if any(report.unread_in(section.span) for section in sections):
        yield Unchecked(_NAME, "该部分有未能读取的内容（如图片）", sections[0].span)
        return
    spoken = [one for one in sentences if one.part != part and _has(one.text, spoken_words)]
    if any(_has(one.text, denials) for one in spoken):
        yield Passed(_NAME, note="在其他部分作了说明")
        return
    own = [one.span for one in sentences if one.part == part]
    heading = sections[0].heading
    span = own[0] if own else (heading.span if heading else sections[0].span)
    values = {"part": PART_NUMERALS[part], "spoken": spoken[0].text if spoken else ""}
    yield Hit(span, values, variant="spoken_of" if spoken else "", name=_NAME, missing=_NAME)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _sentences(report: Report, ignore: tuple[str, ...]) -> Iterator[_Sentence]:
    """The sentences of the prose and the headings below parts, without the phrases to be ignored."""
    for stretch in stretches(report):
        spans = [passage.span for passage in stretch.passages]
        if stretch.heading is not None and stretch.heading is not stretch.section.heading:
            spans.insert(0, stretch.heading.span)
        for span in spans:
            for match in compiled(r"[^。！？；\s](?:[^。！？；\n]*[^。！？；\s])?").finditer(
                report.document.quote(span)
            ):
                text = match[0].strip()
                for phrase in ignore:
                    text = text.replace(phrase, "")
                if text:
                    yield _Sentence(
                        text, Span(span.start + match.start(), span.start + match.end()), stretch.section.part
                    )
