"""Whatever a report says, its memo says the same and does nothing else: no format breaks, none runs."""

import json
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from hostile_strings import HOSTILE
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt
from memos_by_hand import memo, saying

from shenyue.decisions import Include
from shenyue.memo import FORMATS
from shenyue.memo.as_txt import LONGEST
from shenyue.memo.wording import final
from shenyue.review import Order, open_review

ALL = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


def written(suffix: str, text: str) -> bytes:
    return FORMATS[suffix](saying(text), None)


def harmless(text: str) -> str:
    """A text that must look the same in every respect but its characters."""
    return "甲" if final(text) else ""


def hidden(text: str) -> set[str]:
    """Characters that steer, hide or break; those of the private areas are letters to somebody."""
    return {one for one in text if unicodedata.category(one) in {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}}


@ALL
def test_a_final_text_is_one_line_of_visible_characters(text: str) -> None:
    shown = final(text)

    assert not hidden(shown)
    shown.encode("utf-8")
    assert len(shown) < 2_100


@ALL
def test_word_file_has_the_same_paragraphs_and_the_very_text(text: str) -> None:
    hostile, plain = (docx.Document(BytesIO(written("docx", one))) for one in (text, harmless(text)))

    assert len(list(hostile.element.iter())) == len(list(plain.element.iter()))
    if final(text):
        assert f"问题：{final(text)}" in [paragraph.text for paragraph in hostile.paragraphs]
        assert f"{final(text)}：" in [paragraph.text for paragraph in hostile.paragraphs]


@ALL
def test_web_page_has_the_same_elements_and_the_very_text(text: str) -> None:
    hostile, plain = (
        html.document_fromstring(written("html", one).decode()) for one in (text, harmless(text))
    )

    assert [(one.tag, list(one.attrib)) for one in hostile.iter()] == [
        (one.tag, list(one.attrib)) for one in plain.iter()
    ]
    if final(text):
        assert final(text) in [cell.xpath("string()") for cell in hostile.iter("dd")]


@ALL
def test_markdown_has_the_same_blocks_and_the_very_text(text: str) -> None:
    hostile, plain = (list(_tokens(written("md", one).decode())) for one in (text, harmless(text)))

    assert [kind for kind, _ in hostile] == [kind for kind, _ in plain]
    if final(text):
        assert any(f"：{final(text)}" in line for _, line in hostile)


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    """Blocks and inline elements, texts beside each other as one."""
    parser = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])
    for block in parser.parse(source):
        if block.children is None:
            yield block.type, ""
            continue
        kinds = [one.type for one in block.children if one.type != "text"]
        yield " ".join([block.type, *kinds]), "".join(one.content for one in block.children)


@ALL
def test_workbook_holds_texts_and_no_formula(text: str) -> None:
    book = openpyxl.load_workbook(BytesIO(written("xlsx", text)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert all(isinstance(cell.value, int) for cell in cells if cell.data_type == "n")
    if final(text):
        assert final(text) in [cell.value for cell in cells]


@ALL
def test_message_stays_short_and_visible(text: str) -> None:
    message = written("txt", text).decode()

    assert len(message) < LONGEST
    assert not hidden(message.replace("\n", ""))


@ALL
def test_json_is_as_the_schema_says(text: str, root: Path) -> None:
    schema = json.loads((root / "docs" / "schema" / "shenyue.memo-1.json").read_text("utf-8"))
    document = json.loads(written("json", text))

    Draft202012Validator(schema).validate(document)
    assert {item["message"] for item in document["items"]} == {final(text)}


def test_a_hostile_report_read_from_a_file(tmp_path: Path) -> None:
    texts = (text.encode("utf-8", "ignore").decode().replace("\0", "")[:300] for text in HOSTILE.values())
    body = "\n".join(f"一是{line}，二是{line}，二是其他。" for text in texts for line in text.split("\n"))
    path = tmp_path / "报告<script>&{{}}.txt"
    head = "永安市司法局2023年政府信息公开工作年度报告\n一、总体情况\n"
    path.write_text(f"{head}{body}\n", "utf-8", newline="\n")
    review = open_review(path, Order())

    assert review.findings
    for suffix, render in FORMATS.items():
        assert render(memo(Include.ALL, review), None), suffix
