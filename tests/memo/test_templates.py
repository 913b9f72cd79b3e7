"""Templates of a district: filled, however Word has cut their text into runs; checked before they are used."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.table import Table
from memos_by_hand import memo, saying

from shenyue.errors import WrongUsage
from shenyue.memo import FORMATS
from shenyue.memo.fields import FIELDS, Field, every_field
from shenyue.memo.shipped_templates import shipped_template
from shenyue.memo.template_check import complaints
from shenyue.memo.word_marks import W

SUFFIXES = ("docx", "md", "html", "txt")
Make = Callable[[Document], None]


def word(folder: Path, make: Make) -> Path:
    """A Word template made by a function."""
    document = docx.Document()
    make(document)
    path = folder / "模板.docx"
    document.save(str(path))
    return path


def lines(path: Path, template: Path) -> list[str]:
    """The paragraphs and cells of the memo made with a template."""
    out = path / "意见.docx"
    out.write_bytes(FORMATS["docx"](memo(), template))
    document = docx.Document(str(out))
    return [one.text for one in document.paragraphs] + list(_cells(document.tables))


def _cells(tables: list[Table]) -> Iterator[str]:
    return (cell.text for table in tables for row in table.rows for cell in row.cells)


# Word.


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_field_split_over_runs(tmp_path: Path, cut: int) -> None:
    def make(document: Document) -> None:
        paragraph = document.add_paragraph()
        text = "致{{单位}}：结论为{{ 结论 }}完"
        for start in range(0, len(text), cut):
            paragraph.add_run(text[start : start + cut]).bold = start % 2 == 0

    (shown,) = lines(tmp_path, word(tmp_path, make))
    assert shown == "致北京市西城区柳荫坊街道办事处：结论为按要求修改后报送。完"


def test_full_width_braces_of_an_input_method(tmp_path: Path) -> None:
    (shown,) = lines(tmp_path, word(tmp_path, lambda one: _add(one, "｛｛单位｝｝")))
    assert shown == "北京市西城区柳荫坊街道办事处"


def _add(document: Document, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def test_a_block_between_two_paragraphs_and_one_within_another(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        _add(
            document,
            "{{#部分}}",
            "{{部分名称}}（{{年度}}）",
            "{{#问题}}",
            "{{序号}}、{{名称}}",
            "批注：{{批注}}",
        )
        _add(document, "{{/问题}}", "{{/部分}}", "完")

    shown = lines(tmp_path, word(tmp_path, make))
    assert shown[:3] == [
        "第一部分“总体情况”（2023年）",
        "1、列举序号重复",
        "第二部分“主动公开政府信息情况”（2023年）",
    ]
    assert shown[-1] == "完"
    assert len(shown) == 10


def test_a_block_in_one_paragraph(tmp_path: Path) -> None:
    shown = lines(tmp_path, word(tmp_path, lambda one: _add(one, "{{#问题}}{{序号}}{{级别}}{{/问题}}", "完")))
    assert shown[:2] == ["1必须改正", "2建议改正"]
    assert len(shown) == 7


def test_a_block_in_a_table_row(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "序号", "批注"
        table.cell(1, 0).text, table.cell(1, 1).text = "{{#问题}}{{序号}}", "{{批注}}{{/问题}}"

    assert lines(tmp_path, word(tmp_path, make)) == ["序号", "批注", *(x for n in "123456" for x in (n, ""))]


def test_an_empty_block_leaves_nothing(tmp_path: Path) -> None:
    template = word(tmp_path, lambda one: _add(one, "头", "{{#批注}}", "有批注", "{{/批注}}", "{{没有问题}}"))
    with pytest.raises(WrongUsage, match="没有名为“批注”的字段"):
        lines(tmp_path, template)
    template = word(
        tmp_path, lambda one: _add(one, "头", "{{#处理记录}}", "有记录", "{{/处理记录}}", "{{没有问题}}")
    )
    assert lines(tmp_path, template) == ["头"]


def test_header_and_footer_are_filled(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{文件}}"
        _add(document, "{{标题}}")

    out = tmp_path / "意见.docx"
    out.write_bytes(FORMATS["docx"](memo(), word(tmp_path, make)))
    assert docx.Document(str(out)).sections[0].header.paragraphs[0].text == "street-2023-faulty.docx"


def test_paragraphs_that_word_has_named_are_repeated_without_their_names(tmp_path: Path) -> None:
    names = "http://schemas.microsoft.com/office/word/2010/wordml"

    def make(document: Document) -> None:
        _add(document, "{{#问题}}", "{{序号}}", "{{/问题}}")
        for number, paragraph in enumerate(document.paragraphs):
            paragraph._p.set(f"{{{names}}}paraId", f"0000000{number}")

    out = tmp_path / "意见.docx"
    out.write_bytes(FORMATS["docx"](memo(), word(tmp_path, make)))
    assert b"paraId" not in ZipFile(out).read("word/document.xml")


def test_fields_in_a_text_box_and_in_a_hyperlink(tmp_path: Path) -> None:
    def make(document: Document) -> None:
        outer = document.add_paragraph("甲")._p
        inner = deepcopy(document.add_paragraph("{{单位}}")._p)
        box = outer.makeelement(f"{W}pict", {})
        box.append(inner)
        outer.append(box)
        link = outer.makeelement(f"{W}hyperlink", {})
        link.append(document.add_paragraph().add_run("{{年度}}{{#问题}}{{序号}}{{/问题}}")._r)
        document.add_paragraph()._p.append(link)

    out = tmp_path / "意见.docx"
    out.write_bytes(FORMATS["docx"](memo(), word(tmp_path, make)))
    text = ZipFile(out).read("word/document.xml").decode()
    assert "{{" not in text
    assert text.count("北京市西城区柳荫坊街道办事处") == 2
    assert "2023年6" in text


def test_what_was_written_is_not_read_again(tmp_path: Path) -> None:
    template = word(tmp_path, lambda one: _add(one, "{{#问题}}", "{{说明}}", "{{/问题}}", "{{单位}}"))
    out = tmp_path / "意见.docx"
    out.write_bytes(FORMATS["docx"](saying("{{结论}}{{#问题}}"), template))

    assert {one.text for one in docx.Document(str(out)).paragraphs} == {"{{结论}}{{#问题}}"}


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["{{单味}}"], "没有名为“单味”的字段。您是不是想写 单位？"),
        (["{{#问题}}", "{{序号}}"], "后面没有对应的 {{/问题}}"),
        (["{{/问题}}"], "前面没有对应的 {{#问题}}"),
        (["{{#问题}}", "{{/问题}}"], "要么各占一段"),
        (["{{问题}}"], "“问题”有多条"),
        (["{{#部分}}", "{{序号}}", "{{/部分}}"], "没有名为“序号”的字段"),
        (["没有问题的模板"], "问题不会列出来"),
    ],
)
def test_faults_of_a_word_template_are_told(tmp_path: Path, texts: list[str], said: str) -> None:
    wrong = complaints(word(tmp_path, lambda one: _add(one, *texts)))

    assert any(said in sentence for sentence in wrong), wrong


def test_all_unknown_fields_are_told_at_once(tmp_path: Path) -> None:
    template = word(tmp_path, lambda one: _add(one, "{{单味}}{{结伦}}", "{{#问题}}", "{{序好}}", "{{/问题}}"))

    assert complaints(template) == (
        "正文第 1 段：没有名为“单味”的字段。您是不是想写 单位？",
        "正文第 1 段：没有名为“结伦”的字段。您是不是想写 结论？",
        "正文第 3 段：没有名为“序好”的字段。您是不是想写 序号？",
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(content)

    assert len(complaints(path)) == 1
    with pytest.raises(WrongUsage):
        FORMATS["docx"](memo(), path)


# Text.


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for x in 问题 %}{{ x.位子 }}{% endfor %}", "第 1 行：没有名为“位子”的字段。您是不是想写 位置？"),
        ("{{ 标体 }}{% for x in 问题 %}{% endfor %}", "没有名为“标体”的字段。您是不是想写 标题？"),
        ("{% if 0 %}{{ 没见过 }}{% endif %}", "没有名为“没见过”的字段"),
        ("{% for x in 问题 if x.级别别 == '提示' %}{{ x.位置 }}{% endfor %}", "没有名为“级别别”的字段"),
        ("{% for x in 问题 %}{{ x['位子'] }}{% endfor %}", "用到了没有的字段“位子”。"),
        (
            "{% for a in 部分 %}{% for b in a.问题 %}{{ b.部分名 }}{% endfor %}{% endfor %}",
            "没有名为“部分名”的字段",
        ),
        ("{% for x in 问题 %}", "少了 {% endfor %}"),
        ("{% for x in 问题 %}{{ x.位置|大写 }}{% endfor %}", "没有名为 大写 的过滤器"),
        ("{% for x in 问题 %}{{ ''.__class__.__mro__ }}{% endfor %}", "不允许的写法"),
        ("{% for x in 问题 %}{{ x }}{% endfor %}", "一组内容不能直接写出来"),
        ("{{ 标题 }}", "问题不会列出来"),
        ("{% for x in 问题 %}{{ x.说明|safe }}{% endfor %}", "没有名为 safe 的过滤器"),
        (
            "{% autoescape false %}{% for x in 问题 %}{{ x.说明 }}{% endfor %}{% endautoescape %}",
            "转义不能关闭",
        ),
        ("{% for x in 问题 %}{{ 1/0 }}{% endfor %}", "无法套用"),
        ("{% for x in 问题 %}{{ 标题 标题 }}{% endfor %}", "第 1 行写法不对"),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_faults_of_a_text_template_are_told(tmp_path: Path, suffix: str, source: str, said: str) -> None:
    path = tmp_path / f"模板.{suffix}"
    path.write_text(source, "utf-8")

    wrong = complaints(path)
    assert any(said in sentence for sentence in wrong), wrong


def test_own_text_template(tmp_path: Path) -> None:
    path = tmp_path / "模板.html"
    path.write_text("<p>{{ 单位 }}{% for x in 问题 %}<b>{{ x.说明 }}</b>{% endfor %}</p>", "utf-8")

    shown = FORMATS["html"](saying("<i>&"), path).decode()
    assert shown.startswith("<p>&lt;i&gt;&amp;<b>&lt;i&gt;&amp;</b>")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_shipped_templates_can_be_used_as_they_are(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"模板.{suffix}"
    path.write_bytes(shipped_template(suffix))

    assert complaints(path) == ()
    assert FORMATS[suffix](memo(), path) == FORMATS[suffix](memo(), None)


def test_other_files_are_no_templates(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="看不出是哪种模板"):
        complaints(tmp_path / "模板.xlsx")
    with pytest.raises(WrongUsage, match="可用模板的格式"):
        shipped_template("xlsx")


def test_the_manual_names_every_field(root: Path) -> None:
    manual = (root / "docs" / "审核意见模板.md").read_text("utf-8")

    for field in every_field():
        if isinstance(field, Field) or field in FIELDS:
            assert f"| {field.name} | {field.meaning} |" in manual
