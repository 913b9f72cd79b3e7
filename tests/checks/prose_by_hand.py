"""Small reports of headings and prose, made by hand; what is a heading is marked, so that no recognition takes part.

`#2 二、主动公开政府信息情况` begins part two (`#-` a section that is no part, `#2!` a part found by its number, `#2?` by its content);
`## （一）…` and `### 1.…` are headings of levels 2 and 3; text after `|` runs on after a run-in heading; `[图]` is a picture;
`[表]` is a table; every other line is prose.
"""

from dataclasses import dataclass, field, replace

import regex

from shenyue.chinese.numbering import read_label
from shenyue.form import Form, PartTitle
from shenyue.model import Cell, Document, Heading, LabelSource, Paragraph, Source, Span, Table, Unread
from shenyue.report import FoundBy, Identity, Kind, Report, Section

TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
WHOLE = "\n".join(
    f"#{n} {'一二三四五六'[n - 1]}、{title}\n本部分有内容。" for n, title in enumerate(TITLES, 1)
)
"""A report with all six parts."""
_MARK = regex.compile(r"(?:#(?P<part>[0-6\-])(?P<by>[!?]?)|(?P<level>##+)) ?(?P<text>.*)")
_BY = {"": FoundBy.TITLE, "!": FoundBy.NUMBER, "?": FoundBy.CONTENT}


def form(version: str = "2021") -> Form:
    parts = tuple(PartTitle(number, title) for number, title in enumerate(TITLES, 1))
    return Form(version, (2021, 9999) if version == "2021" else (2019, 2020), parts, (), {})


@dataclass
class _Made:
    source: LabelSource
    text: str = ""
    blocks: list[Paragraph | Table] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def put(self, line: str) -> Span:
        start = len(self.text)
        self.text += line + "\n"
        return Span(start, start + len(line))

    def prose(self, line: str) -> Span:
        span = self.put(line)
        self.blocks.append(Paragraph(span, read_label(line), self.source))
        return span

    def heading(self, line: str, level: int) -> Heading:
        printed, bar, rest = line.partition("|")
        whole = self.prose(printed + rest)
        span = Span(whole.start, whole.start + len(printed))
        label = read_label(printed)
        title = Span(span.start + (len(label.text) if label else 0), span.end)
        return Heading(span, title, label, self.source, level, run_in=bool(bar))

    def begin(self, part: int | None, heading: Heading | None, by: FoundBy | None) -> None:
        start = heading.span.start if heading else len(self.text)
        self.sections.append(Section(part, Span(start, start), heading, by))


def report(marked: str, *, extracted: bool = False, version: str = "2021") -> Report:
    """The report that the marks describe."""
    made = _Made(LabelSource.EXTRACTED if extracted else LabelSource.TYPED)
    made.begin(0, None, None)
    for line in marked.strip("\n").split("\n"):
        _add(made, line)
    starts = [section.span.start for section in made.sections[1:]]
    ends = [*starts, len(made.text)]
    sections = tuple(
        replace(section, span=Span(section.span.start, end))
        for section, end in zip(made.sections, ends, strict=True)
    )
    document = Document(
        "made.txt", made.text, tuple(made.blocks), Source("made.txt", "txt", ""), tuple(made.unread)
    )
    identity = Identity(None, "云州市临溪区桂花桥街道办事处", 2023, Kind.STREET)
    return Report(document, identity, form(version), sections, {}, label_source=made.source)


def _add(made: _Made, line: str) -> None:
    mark = _MARK.fullmatch(line)
    if mark is None:
        _block(made, line)
    elif mark["part"]:
        part = None if mark["part"] == "-" else int(mark["part"])
        heading = made.heading(mark["text"], 1) if mark["text"] else None
        made.begin(part, heading, _BY[mark["by"]] if part else None)
    else:
        heading = made.heading(mark["text"], len(mark["level"]))
        last = made.sections[-1]
        made.sections[-1] = replace(last, headings=(*last.headings, heading))


def _block(made: _Made, line: str) -> None:
    if line == "[图]":
        made.unread.append(Unread("图片", "图片中的文字未读取", "文中", len(made.text)))
    elif line == "[表]":
        span = made.put("1\t2")
        made.blocks.append(Table(span, (Cell(span, 0, 0),)))
    else:
        made.prose(line)
