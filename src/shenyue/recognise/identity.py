"""Who reports, and for which year: read from the report's own title, which may stand on two or three lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.model import Document, Paragraph, Span
from shenyue.patterns import compiled
from shenyue.recognise.kinds import kind_of
from shenyue.report import Identity, Title

_YEAR = compiled(
    r"(?<!\d)(?P<year>(?:19|20)\d{2}|[二2][〇○零OoO0][〇○零0一二三四五六七八九]{2})(?!\d)年?度?", regex.ASCII
)
_SUBJECT = compiled(r"政府信息[和与、]?政务公开|政府信息公开|政务信息公开|政务公开|信息公开")
_REPORT = compiled(
    r"(?:报告|年报|总结)书?(?=[（(\[]?(?:(?:19|20)\d{2}|二[〇○零0][\p{Han}0]{2})?年?度?[）)\]]?\Z)"
)
_NO_TITLE = compiled(
    r"[。；;，,！？?>＞│|]|首页|位置[:：]|通知|附件|编制|来源|浏览|打印|字号|日期|时间|下载|\.\p{Latin}+"
)
_UNIT_WORDS = compiled(r"政府|街道|[局委办厅部院镇乡省市区县旗州盟]|中心|公司|学校|大学")
_FIRST_PART = compiled(r"[\s\p{Z}]*(?:一[、.．]|1[、.．]|第一部分)[\s\p{Z}]*\p{Han}{0,12}(?:情况|概述|概况)")
_PERIOD = compiled(
    r"(?P<year>(?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日.{0,16}?12\s*月\s*(?:31\s*日|底)", regex.ASCII
)
_BLANK = compiled(r"[\p{Z}\p{C}\s]+")
_AROUND = compiled(r"[（(\[〔【][）)\]〕】]|[《》“”\"]|\A[-—–·、:：]+|[-—–·、:：]+\Z|\A关于|的\Z|关于\Z")
_LINES = 60
_LONGEST = 70
_LONGEST_LINE = 50
"""Characters; prose is longer."""
_LONGEST_UNIT = 30
_MOST_LINES = 3


class _Line(NamedTuple):
    text: str
    """NFKC, without blanks."""
    span: Span
    """Without the blanks around."""


def identify(document: Document) -> Identity:
    """Title, unit, year and kind of unit, as far as the document says them."""
    lines = _lines(document)
    own = _title_lines(lines)
    if not own:
        return Identity(None, "", _stated_period(document.text), None)
    joined = _joined(own)
    unit = _unit(joined)
    title = Title(
        "".join(document.quote(line.span) for line in own), Span(own[0].span.start, own[-1].span.end)
    )
    return Identity(title, unit, _year(joined) or _stated_period(document.text), kind_of(unit))


def _lines(document: Document) -> list[_Line]:
    """The lines before the first part."""
    found: list[_Line] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = document.quote(block.span)
        if _FIRST_PART.match(text) or len(found) >= _LINES:
            break
        found += _lines_of(text, block.span.start)
    return found


def _lines_of(text: str, start: int) -> Iterator[_Line]:
    """The lines of a paragraph; one that says a date or a source is parted at its blanks, for a title may stand beside."""
    pattern = r"[^\n\p{Z}]+" if compiled(r"[:：]").search(text) and len(text) <= _LONGEST else r"[^\n]+"
    for match in compiled(pattern).finditer(text):
        stripped = match[0].strip("\ufeff\u200b \t\r\u3000\xa0")
        if stripped:
            at = start + match.start() + match[0].index(stripped)
            yield _Line(normalize("NFKC", _BLANK.sub("", stripped)), Span(at, at + len(stripped)))


def _title_lines(lines: Sequence[_Line]) -> Sequence[_Line]:
    """The lines of the title. Of several (of the page and of the text) the last complete one is the report's own."""
    best: Sequence[_Line] = ()
    for at in range(len(lines)):
        found = _ending_at(lines, at)
        if found and _completeness(found) >= _completeness(best):
            best = found
    return best if any(_completeness(best)) else ()


def _completeness(lines: Sequence[_Line]) -> tuple[bool, bool]:
    joined = _joined(lines)
    return bool(_unit(joined)), _year(joined) is not None


def _ending_at(lines: Sequence[_Line], at: int) -> Sequence[_Line]:
    """The fewest lines up to an index that make a title, with the lines that unit and year stand on."""
    for count in range(1, min(_MOST_LINES, at + 1) + 1):
        own = lines[at - count + 1 : at + 1]
        if not _may_be_title(own[0]):
            return ()
        joined = _joined(own)
        subject, report = _SUBJECT.search(joined), _REPORT.search(joined)
        if subject and report and subject.end() <= report.start() and len(joined) <= _LONGEST:
            return _widened(lines, at - count + 1, at + 1)
    return ()


def _widened(lines: Sequence[_Line], start: int, end: int) -> Sequence[_Line]:
    """The title with the year below it and the unit or year above it, where it lacks them."""
    if end < len(lines) and _year(_joined(lines[start:end])) is None and _is_year(lines[end]):
        end += 1
    for _ in range(2):
        unit, year = _completeness(lines[start:end])
        if start == 0 or (unit and year):
            break
        above = lines[start - 1]
        if not ((not unit and _is_unit(above)) or (not year and _is_year(above))):
            break
        start -= 1
    return lines[start:end]


def _may_be_title(line: _Line) -> bool:
    return len(line.text) <= _LONGEST_LINE and not _NO_TITLE.search(line.text)


def _is_unit(line: _Line) -> bool:
    """Whether a line is hardly more than a unit's name, the year after it included."""
    if not _may_be_title(line) or _SUBJECT.search(line.text) or len(line.text) > _LONGEST_UNIT:
        return False
    return bool(_UNIT_WORDS.search(line.text)) and not compiled(r"[:：]|\d{1,2}月").search(line.text)


def _is_year(line: _Line) -> bool:
    return bool(compiled(rf"[（(]?(?:{_YEAR.pattern})[）)]?").fullmatch(line.text))


def _joined(lines: Sequence[_Line]) -> str:
    return "".join(line.text for line in lines)


def _unit(joined: str) -> str:
    """What a title says before its subject, without the year: the unit's name."""
    subject = _SUBJECT.search(joined)
    name = _YEAR.sub("", joined[: subject.start()] if subject else joined)
    for _ in range(2):
        name = _AROUND.sub("", name)
    return f"{name}政府" if name.endswith("人民") else name


def _year(joined: str) -> int | None:
    match = _YEAR.search(joined)
    if match is None:
        return None
    return read_integer(
        match["year"].translate(
            {ord("O"): "〇", ord("o"): "〇", ord("0"): "〇"} if match["year"][0] == "二" else {}
        )
    )


def _stated_period(text: str) -> int | None:
    """The year of the statistical period, where the text states one."""
    match = _PERIOD.search(normalize("NFKC", text))
    return int(match["year"]) if match else None
