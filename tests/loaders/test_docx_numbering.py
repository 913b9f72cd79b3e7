"""Automatic numbers as the reader of the Word file sees them."""

import pytest
from docx_files import abstract, labels, lines, lvl, num, numbered, p, read

from shenyue.chinese.numbering import Label, LabelStyle
from shenyue.model import LabelSource, Paragraph

ONE_LIST = abstract(lvl(0, "chineseCounting", "（%1）")) + num(1)
OUTLINE = abstract(
    lvl(0, "chineseCountingThousand", "第%1条"),
    lvl(1, "decimal", "%1.%2", "<w:isLgl/>"),
    lvl(2, "decimalEnclosedCircle", "%3"),
)


def shown(numbering: str, *paragraphs: str, styles: str = "") -> list[str | None]:
    return labels(read("".join(paragraphs), numbering=numbering, styles=styles))


@pytest.mark.parametrize(
    ("number_format", "text", "third"),
    [
        ("chineseCounting", "%1、", "三、"),
        ("chineseCountingThousand", "第%1条", "第三条"),
        ("japaneseCounting", "%1、", "三、"),
        ("taiwaneseCountingThousand", "（%1）", "（三）"),
        ("chineseLegalSimplified", "%1、", "叁、"),
        ("ideographDigital", "%1、", "三、"),
        ("decimal", "%1.", "3."),
        ("decimal", "(%1)", "(3)"),
        ("decimal", "%1)", "3)"),
        ("decimalFullWidth", "%1．", "３．"),
        ("decimalZero", "%1", "03"),
        ("decimalEnclosedCircle", "%1", "③"),
        ("decimalEnclosedCircleChinese", "%1", "③"),
        ("upperRoman", "%1.", "III."),
        ("lowerLetter", "%1)", "c)"),
        ("none", "附件：", "附件："),
    ],
)
def test_formats(number_format: str, text: str, third: str) -> None:
    document = read(
        numbered("甲") + numbered("乙") + numbered("丙"),
        numbering=abstract(lvl(0, number_format, text)) + num(1),
    )
    assert lines(document)[2] == f"{third} 丙"


@pytest.mark.parametrize("suffix", ["tab", "space", "nothing"])
def test_one_blank_after_the_label_whatever_the_suffix(suffix: str) -> None:
    numbering = abstract(lvl(0, "decimal", "%1. ", f'<w:suff w:val="{suffix}"/>')) + num(1)
    document = read(numbered("甲"), numbering=numbering)
    assert document.text == "1. 甲"
    origin = document.source.origins[0]
    assert (document.text[origin.start : origin.end], origin.generated, origin.node) == ("1. ", True, 0)


def test_a_label_is_read_like_a_typed_one() -> None:
    paragraph = read(numbered("甲"), numbering=ONE_LIST).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.label == Label("（一）", 1, LabelStyle.CHINESE_BRACKETED, "）")
    assert paragraph.label_source is LabelSource.AUTO


@pytest.mark.parametrize(
    ("number_format", "text", "label"),
    [
        ("decimal", "%1", Label("1", 1, LabelStyle.ARABIC, "")),
        ("chineseLegalSimplified", "（%1）", Label("（壹）", 1, LabelStyle.CHINESE_BRACKETED, "）")),
        ("upperRoman", "%1、", Label("I、", 1, LabelStyle.ROMAN, "、")),
        ("lowerLetter", "%1)", Label("a)", 1, LabelStyle.LETTER, ")")),
        ("decimalEnclosedParen", "第%1项", Label("第⑴项", 1, LabelStyle.ARTICLE, "项")),
        ("decimal", "[%1]", Label("[1]", 1, LabelStyle.ARABIC_BRACKETED, "]")),
        ("decimal", "%1-%1", Label("1-1", 1, LabelStyle.MULTILEVEL, "")),
    ],
)
def test_a_label_that_nobody_types(number_format: str, text: str, label: Label) -> None:
    document = read(numbered("甲"), numbering=abstract(lvl(0, number_format, text)) + num(1))
    assert next(document.paragraphs()).label == label


def test_bullets_are_no_numbers() -> None:
    document = read(numbered("甲"), numbering=abstract(lvl(0, "bullet", "\uf06c")) + num(1))
    assert document.text == "甲"
    assert labels(document) == [None]


def test_levels_restart_and_count_on() -> None:
    paragraphs = [numbered("x", 1, level) for level in (0, 1, 1, 2, 2, 1, 2, 0, 1, 2)]
    assert shown(OUTLINE + num(1), *paragraphs) == [
        *("第一条", "1.1", "1.2", "①", "②", "1.3", "①", "第二条", "2.1", "①")
    ]


def test_level_that_never_restarts_and_one_that_restarts_late() -> None:
    numbering = abstract(
        lvl(0, "decimal", "%1."),
        lvl(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>'),
        lvl(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1)
    paragraphs = [numbered("x", 1, level) for level in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert shown(numbering, *paragraphs) == ["1.", "(1)", "1)", "(2)", "2)", "2.", "(3)", "1)"]


def test_skipped_level_shows_its_start() -> None:
    numbering = abstract(lvl(0, "decimal", "%1.", start=3), lvl(1, "decimal", "%1.%2")) + num(1)
    assert shown(numbering, numbered("x", 1, 1), numbered("x", 1, 0)) == ["3.1", "3."]


def test_lists_of_one_definition_count_on_together() -> None:
    numbering = ONE_LIST + num(2)
    assert shown(numbering, numbered("x", 1), numbered("x", 2), numbered("x", 1)) == [
        "（一）",
        "（二）",
        "（三）",
    ]


def test_start_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = ONE_LIST + num(2, overrides=override)
    paragraphs = [numbered("x", number) for number in (1, 1, 2, 2, 1)]
    assert shown(numbering, *paragraphs) == ["（一）", "（二）", "（五）", "（六）", "（七）"]


def test_level_override_changes_the_format() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "%1.")}</w:lvlOverride>'
    assert shown(ONE_LIST + num(2, overrides=override), numbered("x", 2), numbered("x", 2)) == ["1.", "2."]


def test_numbering_by_style_with_inheritance() -> None:
    numbering = abstract(
        lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    ) + num(1)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2x"><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(p("x", f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "H2x", "Off", "H1"))
    document = read(body, numbering=numbering, styles=styles)
    assert labels(document) == ["一、", "（一）", "（二）", None, "二、"]
    assert [paragraph.outline_level for paragraph in document.paragraphs()] == [0, 1, 1, 0, 0]


def test_paragraph_switches_its_style_numbering_off() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    off = p("x", '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    on = p("x", '<w:pStyle w:val="L"/>')
    assert shown(ONE_LIST, on, off, on, styles=styles) == ["（一）", None, "（二）"]


def test_default_paragraph_style_numbers_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    assert shown(ONE_LIST, p("x"), p("x", '<w:pStyle w:val="nowhere"/>'), styles=styles) == [
        "（一）",
        "（二）",
    ]


def test_numbering_style_link() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="公文"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="公文"/>{lvl(0, "decimal", "%1、")}</w:abstractNum>'
        + num(1, 0)
        + num(2, 1)
    )
    by_style = '<w:style w:type="numbering" w:styleId="公文"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert shown(numbering, numbered("x", 1), numbered("x", 2), styles=by_style) == ["1、", "2、"]
    assert shown(numbering, numbered("x", 1), numbered("x", 2)) == ["1、", "2、"]


@pytest.mark.parametrize(
    "numbering",
    [
        num(1, 7),
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum>' + num(1),
        abstract(lvl(3, "decimal", "%4.")) + num(1),
        abstract(lvl(0, "decimal", "")) + num(1),
        abstract('<w:lvl w:ilvl="0"/>') + num(1),
    ],
)
def test_broken_definitions_number_nothing(numbering: str) -> None:
    styles = '<w:style w:styleId="s"><w:basedOn w:val="s"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert shown(numbering, numbered("x"), styles=styles) == [None]


def test_numbers_that_are_none_do_no_harm() -> None:
    body = p("x", '<w:numPr><w:ilvl w:val="zz"/><w:numId w:val="1"/></w:numPr>') + p(
        "x", '<w:numPr><w:ilvl/><w:numId w:val="999999999999"/></w:numPr>'
    )
    assert labels(read(body, numbering=ONE_LIST)) == ["（一）", None]


def test_old_numbering_in_a_tracked_change_does_not_count() -> None:
    change = '<w:pPrChange w:id="1" w:author="甲"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert shown(ONE_LIST, p("x", change), numbered("x")) == [None, "（一）"]


def test_deleted_and_hidden_paragraphs_do_not_count() -> None:
    gone = numbered("").replace("</w:numPr>", '</w:numPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>')
    hidden = numbered("藏").replace("</w:numPr>", "</w:numPr><w:rPr><w:vanish/></w:rPr>")
    hidden = hidden.replace("<w:r><w:rPr>", "<w:r><w:rPr><w:vanish/>")
    assert shown(ONE_LIST, numbered("x"), gone, hidden, numbered("x")) == ["（一）", "（二）"]


def test_a_newer_format_is_read_by_its_fallback() -> None:
    choice = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert shown(abstract(choice) + num(1), numbered("x")) == ["01."]
