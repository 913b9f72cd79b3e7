"""What is particular to one format."""

import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree, html
from memos_by_hand import answered, memo, undecided

from shenyue.decisions import Include
from shenyue.errors import WrongUsage
from shenyue.memo import FORMATS, Memo
from shenyue.memo.as_txt import LONGEST, message


def repeated(times: int) -> Memo:
    """A memo with many findings, every third of them grave."""
    one = memo()
    items = tuple(
        replace(item, number=number, rank=2 if number % 3 == 0 else 0)
        for number, item in enumerate(one.items * times, 1)
    )
    return replace(one, groups=(replace(one.groups[0], items=items),))


# Word.


def test_word_page_is_that_of_the_standard() -> None:
    section = docx.Document(BytesIO(FORMATS["docx"](memo(), None))).sections[0]

    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    for margin, wanted in zip(margins, (37, 35, 28, 26), strict=True):
        assert margin is not None
        assert abs(margin - Mm(wanted)) < Mm(0.1)
    assert section.page_height is not None
    height = section.page_height - Mm(37 + 35)
    assert 22 <= height / Pt(28.95) < 22.1


def test_word_styles_name_the_prescribed_fonts_for_chinese() -> None:
    styles = docx.Document(BytesIO(FORMATS["docx"](memo(), None))).styles
    fonts = {
        style.name: (fonts.get(qn("w:eastAsia")), style.font.size)
        for style in styles
        if (fonts := style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")) is not None
    }

    assert fonts["Title"] == ("方正小标宋简体", Pt(22))
    assert fonts["Heading 1"][0] == "黑体"
    assert fonts["Heading 2"][0] == "楷体_GB2312"
    assert fonts["Footer"] == ("宋体", Pt(14))


def test_word_headings_and_findings_in_order() -> None:
    document = docx.Document(BytesIO(FORMATS["docx"](memo(), None)))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]

    assert headings[:4] == [
        "一、审核结论",
        "二、需要修改的问题",
        "（一）第一部分“总体情况”",
        "1.列举序号重复（必须改正）",
    ]
    assert headings[-5:-1] == [
        "二、已核对，未发现下列问题", "三、未能核对的事项", "四、文件中没有读入的内容", "五、不适用或者停用的事项",
    ]  # fmt: skip
    texts = [one.text for one in document.paragraphs]
    assert not any(text.startswith("审核批注") for text in texts)
    assert texts.count("附件：核对情况") == 1


def test_word_page_numbers_stand_outside() -> None:
    package = ZipFile(BytesIO(FORMATS["docx"](memo(), None)))
    odd, even = (package.read(f"word/footer{number}.xml").decode() for number in (1, 2))

    assert "PAGE" in odd
    assert 'w:jc w:val="right"' in odd
    assert 'w:jc w:val="left"' in even
    assert "evenAndOddHeaders" in package.read("word/settings.xml").decode()


def test_word_file_is_the_same_for_the_same_memo_and_well_formed() -> None:
    content = FORMATS["docx"](memo(), None)
    package = ZipFile(BytesIO(content))

    assert content == FORMATS["docx"](memo(), None)
    assert package.namelist()[0] == "[Content_Types].xml"
    for name in package.namelist():
        etree.fromstring(package.read(name))


# Web page.


def test_web_page_asks_for_nothing() -> None:
    page = html.document_fromstring(FORMATS["html"](memo(), None).decode())

    assert not page.xpath("//script|//link|//img|//iframe|//object|//form|//a|//@src|//@href|//@style")
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert str(policy).startswith("default-src 'none'")
    style = str(page.xpath("string(//style)"))
    assert "url(" not in style
    assert "@page" in style


# Workbook.


def test_workbook_has_a_line_a_finding_with_filters_and_a_frozen_head() -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"](memo(), None)))
    sheet = book["问题清单"]

    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("序号", "级别", "规则", "名称")
    assert [row[0] for row in rows[1:]] == [1, 2, 3, 4, 5, 6]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:M7"
    assert [sheet.column_dimensions[one].width > 4 for one in "ABCDEFGHIJKLM"] == [True] * 13
    assert book["核对情况"].freeze_panes == "A2"


def test_workbook_without_findings_says_so() -> None:
    sheet = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"](memo(review=undecided()), None)))["问题清单"]

    assert "没有经审核确认的问题" in str(sheet["G2"].value)


# Message.


def test_message_is_numbered_and_plain() -> None:
    text = message(memo())

    assert "\n1. 列举序号重复（必须改正）\n" in text
    assert "\n6. 表三" in text
    assert "受字数限制" not in text
    assert not set("*#<>|`") & set(text)


@pytest.mark.parametrize("times", [2, 3, 10, 100])
def test_message_that_had_to_be_shortened_says_what_went(times: int) -> None:
    text = message(repeated(times))

    assert len(text) < LONGEST
    assert "（受字数限制，略去了依据" in text
    if times >= 10:
        assert "处没有列出" in text


def test_the_gravest_are_left_out_last() -> None:
    text = message(repeated(4))
    numbers = [
        int(line.split(".")[0]) for line in text.splitlines() if line[:1].isdigit() and ". " in line[:5]
    ]
    dropped = set(range(1, 25)) - set(numbers)

    assert numbers == sorted(numbers)
    if dropped:
        assert not any(number % 3 == 0 for number in dropped)


# JSON.


def test_json_keeps_every_term_of_a_sum() -> None:
    document = json.loads(FORMATS["json"](memo(Include.ALL, answered()), None))

    assert document["schema"] == "shenyue.memo/1"
    assert document["date"] == "2024-01-22"
    assert [one["value"] for one in document["items"][4]["operands"]] == ["8", "0", "0", "0", "0", "0", "9"]


@pytest.mark.parametrize("suffix", ["xlsx", "json"])
def test_fixed_formats_refuse_a_template(suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(WrongUsage, match="模板"):
        FORMATS[suffix](memo(), tmp_path_factory.mktemp("t") / "x")
