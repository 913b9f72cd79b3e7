"""Whether each part says anything (S105)."""

from collections.abc import Iterator

from shenyue.checks.overview import raised_topics
from shenyue.checks.parts import PART_NUMERALS, part_title
from shenyue.checks.prose import Stretch, stretches
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span, Table
from shenyue.patterns import compiled
from shenyue.report import Report, Section

PART_CONTENT_VALUES = frozenset({"number", "title"})
_WORD = compiled(r"[\p{Han}\p{L}\p{N}]")
_DATE = compiled(
    r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_NOT_OF_A_UNIT = 6
"""How many characters a signature may have besides the unit's name: （盖章）, 办公室."""


def part_content(report: Report) -> Iterator[Outcome]:
    """Each part has prose or a table under its heading; 无 is content, sub-headings alone are not, nor is the signature.

    Of a part that occurs twice (S104) one with content is enough. Sub-topics raised to the rank of their part (S108) are its content.
    """
    written = [stretch.section for stretch in stretches(report) if _says_something(report, stretch)]
    written += [part for part, _ in raised_topics(report)]
    tables = [block.span for block in report.document.blocks if isinstance(block, Table)]
    for number in dict.fromkeys(section.part for section in report.sections):
        sections = report.parts(number) if number else ()
        if any(section in written or any(span in section.span for span in tables) for section in sections):
            yield Passed(f"part.{number}")
        elif sections:
            yield _empty(report, sections[0])


def _empty(report: Report, section: Section) -> Outcome:
    name = f"part.{section.part}"
    if any(report.unread_in(one.span) for one in report.parts(section.part or 0)):
        return Unchecked(name, "该部分有未能读取的内容（如图片），无法判断是否为空", section.span)
    values = {"number": PART_NUMERALS[section.part or 0], "title": part_title(report, section.part or 0)}
    span = section.heading.title if section.heading else section.span
    in_sentences = any(_ends_as_sentence(report, heading.span) for heading in section.headings)
    return Hit(span, values, certain=not in_sentences, name=name)


def _ends_as_sentence(report: Report, span: Span) -> bool:
    return report.document.quote(span).rstrip().endswith(("。", "！", "；"))


def _says_something(report: Report, stretch: Stretch) -> bool:
    return any(
        _WORD.search(text) and not _is_signature(report, text)
        for text in (report.document.quote(passage.span) for passage in stretch.passages)
    )


def _is_signature(report: Report, text: str) -> bool:
    plain = "".join(text.split())
    if _DATE.fullmatch(plain):
        return True
    unit = "".join(report.unit.split())
    return bool(unit) and unit in plain and len(plain) - len(unit) <= _NOT_OF_A_UNIT
