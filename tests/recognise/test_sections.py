"""The six parts, whatever became of their headings; the sections cover the text."""

import pytest
from laid_out import FORMS, NEW, Grid, Line, applications, disputes, document, numbered, plain, text_document

from shenyue.model import Document, Paragraph
from shenyue.recognise import recognise
from shenyue.report import FoundBy, Report

TITLES = tuple(part.title for part in NEW.parts)
NUMERALS = "一二三四五六"
PREFACE = (
    "云州市桂花桥街道办事处\n2023年政府信息公开工作年度报告\n"
    "依据条例编制本报告。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分。"
)
BODIES = (
    "2023年，本街道完善公开机制，全年主动公开信息146条，办结申请3件，群众满意度进一步提高，各项工作平稳有序开展。",
    "有关数据如下。",
    "有关数据见下表。",
    "未被复议。",
    "一是解读形式较单一；二是更新不够及时。下一步将改进解读，按月检查。",
    "无",
)
PRESCRIBED = tuple(f"{numeral}、{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True))


def read(
    headings: tuple[str, ...] = PRESCRIBED, bodies: tuple[str, ...] = BODIES, preface: str = PREFACE
) -> Report:
    lines = [preface, *(f"{heading}\n{body}" for heading, body in zip(headings, bodies, strict=True))]
    return whole(text_document("\n".join(lines)))


def whole(of: Document) -> Report:
    """The report in a document, its sections checked to cover the text."""
    report = recognise(of, FORMS)
    edges = [0, *(section.span.end for section in report.sections)]
    assert [section.span.start for section in report.sections] == edges[:-1]
    assert edges[-1] == len(of.text)
    return report


def parts(report: Report) -> list[int | None]:
    return [section.part for section in report.sections]


def headings(report: Report) -> list[str]:
    quote = report.document.quote
    return [quote(section.heading.title) if section.heading else "" for section in report.sections]


SIX = [0, 1, 2, 3, 4, 5, 6]
LABELS = {
    "typed": PRESCRIBED,
    "lost": TITLES,
    "arabic": tuple(f"{number}. {title}" for number, title in enumerate(TITLES, 1)),
    "mixed": (PRESCRIBED[0], f"2、 {TITLES[1]}", f"3、{TITLES[2]}", *PRESCRIBED[3:]),
    "wide point": tuple(f"{numeral}．{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)),
    "bracketed": tuple(f"（{numeral}）{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)),
    "part": tuple(f"第{numeral}部分 {title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)),
    "part with comma": tuple(
        f"第{numeral}部分、{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)
    ),
    "one lost": (*PRESCRIBED[:3], TITLES[3], *PRESCRIBED[4:]),
    "one wrong": (*PRESCRIBED[:3], f"五、{TITLES[3]}", *PRESCRIBED[4:]),
    "colons": tuple(f"{heading}：" for heading in PRESCRIBED),
    "stops": tuple(f"{heading}。" for heading in PRESCRIBED),
    "blanks": tuple(f"　{heading[:2]}　{heading[2:]} " for heading in PRESCRIBED),
    "two lines": (
        *PRESCRIBED[:2],
        "三、收到和处理政府信息\n公开申请情况",
        f"四、\n{TITLES[3]}",
        *PRESCRIBED[4:],
    ),
    "bookmark": (f"[bookmark: _GoBack]{PRESCRIBED[0]}", *PRESCRIBED[1:]),
}


@pytest.mark.parametrize("way", LABELS)
def test_labels(way: str) -> None:
    report = read(LABELS[way])
    assert parts(report) == SIX
    assert [heading.replace("\n", "") for heading in headings(report)[1:]] == list(TITLES)
    assert {section.found_by for section in report.sections[1:]} == {FoundBy.TITLE}
    assert not any(section.headings for section in report.sections)


@pytest.mark.parametrize("mark", ["。", "：", ":", "　"])
def test_run_in_headings(mark: str) -> None:
    lines = (f"{heading}{mark}{body}{BODIES[0]}" for heading, body in zip(PRESCRIBED, BODIES, strict=True))
    report = whole(text_document("\n".join((PREFACE, *lines))))
    assert parts(report) == SIX
    assert headings(report)[1:] == list(TITLES)
    assert all(section.heading and section.heading.run_in for section in report.sections[1:])


def test_run_in_headings_without_a_mark() -> None:
    lines = (f"{heading}{body}" for heading, body in zip(PRESCRIBED, BODIES, strict=True))
    report = whole(text_document("\n".join((PREFACE, *lines))))
    assert parts(report) == SIX
    assert headings(report)[1:] == list(TITLES)


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n" + "\n".join(PRESCRIBED),
        "\n".join(PRESCRIBED),
        "\n".join(f"{one}……{n}" for n, one in enumerate(PRESCRIBED, 1)),
        "\n".join(f"{one}\t{n}" for n, one in enumerate(PRESCRIBED, 1)),
    ],
    ids=["headed", "bare", "dots", "tab"],
)
def test_table_of_contents(contents: str) -> None:
    report = read(preface=f"云州市财政局2023年政府信息公开工作年度报告\n{contents}")
    assert parts(report) == SIX
    assert report.sections[1].span.start > report.document.text.index(TITLES[5])


def test_inline_mention_is_no_heading() -> None:
    bodies = (
        "总体情况良好，本节不再说明。\n主动公开政府信息情况见第二部分；其他需要报告的事项见第六部分。",
        *BODIES[1:],
    )
    assert parts(read(bodies=bodies)) == SIX


@pytest.mark.parametrize(
    ("number", "heading", "by"),
    [
        (1, "一、基本情况", FoundBy.TITLE),
        (1, "一、工作开展概述", FoundBy.TITLE),
        (1, "一、年度工作", FoundBy.NUMBER),
        (2, "二、主动公开情况", FoundBy.TITLE),
        (3, "三、收到和处理政府信息公开申请的有关情况", FoundBy.TITLE),
        (4, "四、因政府信息公开被申请行政复议、提起行政诉讼情况", FoundBy.TITLE),
        (5, "五、存在问题及下一步打算", FoundBy.TITLE),
        (5, "五、下一步工作安排", FoundBy.NUMBER),
        (6, "六、其他需要报告的事项情况", FoundBy.TITLE),
        (6, "六、需要说明的情况", FoundBy.NUMBER),
    ],
)
def test_other_wordings(number: int, heading: str, by: FoundBy) -> None:
    report = read((*PRESCRIBED[: number - 1], heading, *PRESCRIBED[number:]))
    assert parts(report) == SIX
    assert report.sections[number].found_by is by


def test_sub_topics_too_high_are_no_parts() -> None:
    first = "一、总体情况\n概述。\n二、依申请公开情况\n内容。\n三、政府信息管理情况\n内容。\n四、监督保障"
    report = read((first, *PRESCRIBED[1:]))
    assert parts(report) == [0, 1, None, None, None, 2, 3, 4, 5, 6]
    assert headings(report)[2:5] == ["依申请公开情况", "政府信息管理情况", "监督保障"]


def test_sub_heading_with_the_title_of_a_part() -> None:
    first = f"一、总体情况\n（一）{TITLES[1]}\n内容。\n（二）{TITLES[2]}"
    report = read((first, *PRESCRIBED[1:]))
    assert parts(report) == SIX
    assert len(report.sections[1].headings) == 2


@pytest.mark.parametrize("missing", range(6))
def test_part_left_out(missing: int) -> None:
    kept = [
        (heading, body)
        for n, (heading, body) in enumerate(zip(PRESCRIBED, BODIES, strict=True))
        if n != missing
    ]
    report = whole(text_document("\n".join((PREFACE, *(line for pair in kept for line in pair)))))
    assert parts(report) == [part for part in SIX if part != missing + 1]


def test_part_twice_and_order_kept() -> None:
    order = (0, 1, 3, 2, 4, 5, 2)
    report = read(tuple(PRESCRIBED[n] for n in order), tuple(BODIES[n] for n in order))
    assert parts(report) == [0, 1, 2, 4, 3, 5, 6, 3]


def tables() -> dict[int, tuple[Grid, ...]]:
    two = tuple(plain(key, numbered(key)) for key in ("regulations", "permits", "enforcement", "fees"))
    return {2: two, 3: (applications(numbered("applications")),), 4: (disputes(numbered("disputes")),)}


def with_tables(lost: tuple[int, ...] = ()) -> Report:
    lines: list[Line] = [*PREFACE.split("\n")]
    for number, (heading, body) in enumerate(zip(PRESCRIBED, BODIES, strict=True), 1):
        lines += [] if number in lost else [heading]
        lines += tables().get(number, (body,))
    return whole(document(*lines))


@pytest.mark.parametrize("lost", [(), (2,), (3,), (4,), (2, 3, 4), (5,), (1,), (6,)])
def test_part_whose_heading_is_lost(lost: tuple[int, ...]) -> None:
    report = with_tables(lost)
    assert parts(report) == SIX
    assert {section.part for section in report.sections if section.found_by is FoundBy.CONTENT} == set(lost)
    for key, number in (("regulations", 2), ("applications", 3), ("disputes", 4)):
        assert report.section_at(report.tables[key].span.start).part == number
    assert not any(section.headings for section in report.sections)


def test_heading_of_a_page_without_label() -> None:
    lines = [*PREFACE.split("\n"), *(line for pair in zip(PRESCRIBED, BODIES, strict=True) for line in pair)]
    of = document(*(line if line != PRESCRIBED[4] else "存在问题与改进措施" for line in lines))
    blocks = tuple(
        Paragraph(block.span, None, outline_level=1)
        if isinstance(block, Paragraph) and of.quote(block.span).startswith("存在问题")
        else block
        for block in of.blocks
    )
    assert parts(whole(Document(of.name, of.text, blocks, of.source))) == SIX


@pytest.mark.parametrize("text", ["", "\n\n", "只有一行", "一、", "一、总体情况"])
def test_hardly_anything(text: str) -> None:
    whole(text_document(text))


def test_many_headings_take_no_time() -> None:
    lines = (
        f"{NUMERALS[n % 6]}、{TITLES[n % 6]}\n（{NUMERALS[n % 6]}）加强领导\n1.完善制度，明确分工。"
        for n in range(3000)
    )
    assert len(whole(text_document("\n".join(lines))).sections) == 3000
