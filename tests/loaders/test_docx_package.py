"""Packages: other prefixes and namespaces, odd names, and everything that must be refused with a sentence."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import PATH, REL, W, document_xml, p, packed, r, read, relationships, word_file

from shenyue.errors import UnreadableFile
from shenyue.loaders.docx import package, read_docx

MAIN = "word/document.xml"


def with_main(xml: str | bytes, name: str = MAIN) -> bytes:
    return packed({name: xml})


def refusal(content: bytes, name: str = "坏.docx") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_docx(content, Path(name))
    sentence = str(refused.value)
    assert name in sentence
    assert sentence.endswith("。")
    assert "请" in sentence
    return sentence


@pytest.mark.parametrize(
    "xml",
    [
        f'<document xmlns="{W}"><body><p><r><t>甲</t></r></p></body></document>',
        f"<?xml version='1.0'?><x:document xmlns:x='{W}'><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>",
        document_xml(p("甲")).replace("UTF-8", "UTF-16").encode("utf-16"),
        document_xml(p("<!-- 注释 --><w:r><w:t>甲<?x y?></w:t></w:r>")).encode("utf-8-sig"),
        document_xml(p("甲")).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ],
)
def test_every_way_of_writing_the_same(xml: str | bytes) -> None:
    document = read_docx(with_main(xml), PATH)
    assert document.text == "甲"
    assert [(origin.part, origin.node, origin.offset) for origin in document.source.origins] == [(MAIN, 0, 0)]


def test_a_main_part_of_another_name() -> None:
    content = packed(
        {
            "_rels/.rels": relationships(
                f'<Relationship Type="{REL}/officeDocument" Target="/word/document2.xml"/>'
            ),
            "word/document2.xml": document_xml(p("甲")),
        }
    )
    assert read_docx(content, PATH).source.origins[0].part == "word/document2.xml"


def test_names_know_no_case_and_no_backslash() -> None:
    assert read_docx(with_main(document_xml(p("甲")), "word\\Document.xml"), PATH).text == "甲"


def test_what_the_source_says() -> None:
    content = word_file(p("甲"))
    source = read_docx(content, Path("模板.dotx")).source
    assert (source.path, source.format, len(source.sha256)) == ("模板.dotx", "docx", 64)


def test_refuses_what_is_no_word_file() -> None:
    assert "图片" in refusal(b"\x89PNG\r\n")
    assert "不完整" in refusal(word_file(p("甲"))[:300])
    assert "docx" in refusal("只是文字".encode())
    assert "密码" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert "Excel" in refusal(packed({"xl/workbook.xml": "<workbook/>"}))
    assert "正文" in refusal(packed({"word/styles.xml": "<x/>"}))
    assert "正文" in refusal(with_main("<html/>"))


def test_refuses_broken_markup_with_its_line() -> None:
    assert "XML 第 2 行" in refusal(with_main(document_xml(p("甲"))[:-30]))
    broken = packed(
        {
            MAIN: document_xml(p("甲")),
            "word/_rels/document.xml.rels": relationships(
                f'<Relationship Type="{REL}/styles" Target="styles.xml"/>'
            ),
            "word/styles.xml": "<w:styles",
        }
    )
    assert "样式部分" in refusal(broken)


def test_refuses_entities() -> None:
    xml = document_xml(p(r("甲&x;"))).replace(
        "<w:document", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document'
    )
    assert "实体" in refusal(with_main(xml))


def test_refuses_what_unpacks_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1000)
    assert "超过" in refusal(word_file(p("甲" * 1000)))


def test_refuses_damaged_bytes() -> None:
    content = bytearray(word_file(p("甲乙丙丁")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        begin = archive.getinfo(MAIN).header_offset + 60
    content[begin : begin + 40] = bytes(40)
    assert "损坏" in refusal(bytes(content))


def test_refuses_a_document_without_text() -> None:
    assert "没有文字" in refusal(word_file(p()))
    assert "只有图片" in refusal(word_file(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")))


def test_depth_is_bounded() -> None:
    deep = "<w:sdt><w:sdtContent>" * 110 + p("甲") + "</w:sdtContent></w:sdt>" * 110
    assert read(deep).text == "甲"
    assert refusal(word_file("<w:sdt><w:sdtContent>" * 400 + p("甲") + "</w:sdtContent></w:sdt>" * 400))


def test_a_circle_of_styles_ends() -> None:
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 400}"/></w:style>' for n in range(400)
    )
    assert read(p("甲", '<w:pStyle w:val="s0"/>'), styles=styles).text == "甲"
