"""Sub-sections that a district prescribes, and how long a part may be (kinds required_section, section_length)."""

from collections.abc import Iterator, Mapping

from shenyue.checks.language.wording_text import is_signature
from shenyue.checks.local.entries import UNREAD, empty_list, part_name, unread_in
from shenyue.checks.overview import overview
from shenyue.checks.prose import headings_of
from shenyue.checks.sentences import folded, holds
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Heading, Paragraph, Span
from shenyue.report import Report, Section

REQUIRED_SECTION_VALUES = frozenset({"section", "words", "part"})
REQUIRED_SECTION_VARIANTS = frozenset({"empty"})
SECTION_LENGTH_VALUES = frozenset({"count", "limit", "relation", "section", "diff"})
_PARTS = range(1, 7)


def required_section(
    report: Report, *, part: int, sections: Mapping[str, tuple[str, ...]]
) -> Iterator[Outcome]:
    """Each section has a heading in the part, and something under it (else variant empty).

    `sections`: by its name, words of which a heading must have one. Run-in headings count.
    """
    own = _sections(report, part)
    if not own:
        yield NotApplicable(f"没有识别出{part_name(part)}")
        return
    headings = [(section, one) for section in own for one in _below(section, part)]
    for name, words in sections.items():
        place = f"part.{part}.{name}"
        values = {"section": name, "words": "、".join(words), "part": part_name(part)}
        found = [(section, one) for section, one in headings if _titled(report, one, words)]
        if not found:
            unread = unread_in(report, (part,))
            yield (
                Unchecked(name, f"{part_name(part)}{UNREAD}是否有“{name}”一节")
                if unread
                else Hit(None, values, name=name, missing=place)
            )
        elif any(_says(report, section, one) for section, one in found):
            yield Passed(name)
        elif report.unread_in(found[0][0].span):
            yield Unchecked(name, f"{part_name(part)}{UNREAD}“{name}”一节是否为空")
        else:
            yield Hit(found[0][1].title, values, variant="empty", name=name)


def required_section_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    yield from _part_complaints(parameters)
    yield from empty_list(parameters, "sections")
    sections = parameters.get("sections")
    for name, words in sections.items() if isinstance(sections, Mapping) else ():
        if not words or not all(str(word).strip() for word in words):
            yield f"sections.{name}", "至少要写一个小标题里会有的词，词不能是空白。"


def section_length(
    report: Report, *, part: int, headings: tuple[str, ...] = (), least: int = 0, most: int = 0
) -> Iterator[Outcome]:
    """The part, or its sub-sections whose heading has one of the words, has at least `least` and at most `most` characters.

    Blanks, tables, the signature and the part's own title do not count; 0 sets no limit.
    """
    sections = _sections(report, part)
    if not sections:
        yield NotApplicable(f"没有识别出{part_name(part)}")
        return
    measured = tuple(_measured(report, sections, part, headings))
    if not measured:
        yield NotApplicable(f"{part_name(part)}没有标题中有“{'、'.join(headings)}”的小节")
    for name, heading, spans in measured:
        count = sum(len("".join(report.document.quote(span).split())) for span in spans)
        values = {"count": str(count), "section": name}
        place = heading.title if heading else spans[0] if spans else None
        if most and count > most:
            yield _off(place, values, "超过", most, count)
        elif count >= least:
            yield Passed(name, note=f"{count}字")
        elif unread_in(report, (part,)):
            yield Unchecked(name, f"{part_name(part)}{UNREAD}字数")
        else:
            yield _off(place, values, "不足", least, count)


def _off(place: Span | None, values: Mapping[str, str], relation: str, limit: int, count: int) -> Hit:
    told = {**values, "relation": relation, "limit": str(limit), "diff": str(abs(count - limit))}
    missing = "" if place else f"length.{values['section']}"
    return Hit(place, told, name=values["section"], missing=missing)


def section_length_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    yield from _part_complaints(parameters)
    least, most = (int(str(parameters.get(name, 0))) for name in ("least", "most"))
    if least <= 0 and most <= 0:
        yield "most", "least（最少字数）和 most（最多字数）至少写一个，须大于 0。"
    elif most and least > most:
        yield "least", "最少字数不能大于最多字数。"


def _part_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    if "part" in parameters and parameters["part"] not in _PARTS:
        yield "part", "应为 1 至 6（报告的第几部分）。"


def _sections(report: Report, part: int) -> tuple[Section, ...]:
    """Of part one, with the sub-topics raised out of it."""
    return overview(report) if part == 1 else report.parts(part)


def _below(section: Section, part: int) -> tuple[Heading, ...]:
    """The headings below the part's own; that of a raised sub-topic is one of them."""
    return section.headings if section.part == part else headings_of(section)


def _titled(report: Report, heading: Heading, words: tuple[str, ...]) -> bool:
    return holds(folded(report.document.quote(heading.title)), [folded(word) for word in words])


def _says(report: Report, section: Section, heading: Heading) -> bool:
    """Whether anything stands under a heading, sub-headings included, up to the next of its level."""
    text = report.document.text[heading.span.end : _end(section, heading)]
    return any(character.isalnum() for character in text)


def _end(section: Section, heading: Heading) -> int:
    after = (
        one.span.start
        for one in section.headings
        if one.span.start > heading.span.start and one.level <= heading.level
    )
    return next(after, section.span.end)


def _measured(
    report: Report, sections: tuple[Section, ...], part: int, words: tuple[str, ...]
) -> Iterator[tuple[str, Heading | None, tuple[Span, ...]]]:
    """What is to be measured: its name, its heading, and the spans that count."""
    if not words:
        spans = tuple(span for one in sections for span in _prose(report, _own_text(one, part)))
        yield part_name(part), sections[0].heading, spans
        return
    for section in sections:
        for heading in _below(section, part):
            if _titled(report, heading, words):
                name = report.document.quote(heading.title).strip()
                yield (
                    name,
                    heading,
                    tuple(_prose(report, Span(heading.span.end, _end(section, heading)))),
                )


def _own_text(section: Section, part: int) -> Span:
    heading = section.heading if section.part == part else None
    return Span(heading.span.end if heading else section.span.start, section.span.end)


def _prose(report: Report, span: Span) -> Iterator[Span]:
    """The paragraphs in a stretch, without the signature."""
    for block in report.document.blocks:
        own = isinstance(block, Paragraph) and block.span.overlaps(span)
        if own and not is_signature(report, block.span):
            yield Span(max(block.span.start, span.start), min(block.span.end, span.end))
