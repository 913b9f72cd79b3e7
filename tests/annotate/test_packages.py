"""The zip around the text: what is copied as it is, what cannot be copied without loss, and text that tries to break out."""

import io
import warnings
import zipfile
from pathlib import Path

import pytest
from awkward_files import t
from raw_docx import docx, p
from reading_back import comments, members, unchanged

from shenyue.annotate.annotating import annotated, target
from shenyue.annotate.remarks import Remark, Signature
from shenyue.annotate.word import with_comments
from shenyue.decisions import Include
from shenyue.errors import UnreadableFile
from shenyue.loaders.docx import read_docx
from shenyue.model import Span
from shenyue.review import Order, open_review

REVIEWER = Signature("王审阅", "2024-03-05T09:30:00")
PATH = Path("报告.docx")
EVIL = "</w:t></w:r></w:p></w:comment><script>alert(1)</script>]]>&amp;&#0;<!-- \"'\x00\x07\ud800\u202e\r\n=cmd|' /C calc'!A0"


def commented(content: bytes, *lines: str, author: str = "王审阅") -> bytes:
    document = read_docx(content, PATH)
    remark = Remark(Span(1, 2), lines or ("请核实",))
    return with_comments(content, document, [remark], Signature(author, REVIEWER.at)).content


def packed(content: bytes, extra: list[tuple[str, bytes]]) -> bytes:
    """The same zip with more members."""
    stream = io.BytesIO(content)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, inner in extra:
            archive.writestr(name, inner)
    return stream.getvalue()


def test_text_cannot_break_out() -> None:
    content = docx(p(t("甲乙丙")))
    after = commented(content, EVIL, EVIL, author=EVIL)
    unchanged(content, after)
    (comment,) = comments(after)
    shown = (
        EVIL.replace("\x00", "\ufffd")
        .replace("\x07", "\ufffd")
        .replace("\ud800", "\ufffd")
        .replace("\r\n", " ")
    )
    assert comment.paragraphs == (shown, shown)
    assert comment.author == shown


def test_members_keep_their_order_dates_packing_and_the_zip_its_comment() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p(t("甲乙丙"))))) as old, zipfile.ZipFile(stream, "w") as new:
        new.comment = b"WPS"
        for number, name in enumerate(reversed(old.namelist())):
            entry = zipfile.ZipInfo(name, (2001 + number, 2, 3, 4, 5, 6))
            entry.compress_type = zipfile.ZIP_STORED if number % 2 else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o640 << 16
            new.writestr(entry, old.read(name))
        new.writestr("word/media/", b"")
    content = stream.getvalue()
    after = commented(content)
    unchanged(content, after)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.comment == b"WPS"
        for before, now in zip(old.infolist(), new.infolist(), strict=False):
            for what in ("filename", "date_time", "compress_type", "external_attr"):
                assert getattr(before, what) == getattr(now, what)


def test_names_that_differ_in_case_only() -> None:
    content = docx(p(t("甲乙丙")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("document.xml", "Document.XML"), old.read(name))
    assert commented(stream.getvalue()).count(b"comments.xml")


@pytest.mark.parametrize("name", ["word/styles.xml", "word/STYLES.xml"])
def test_two_parts_of_one_name(name: str) -> None:
    content = packed(docx(p(t("甲乙丙"))), [(name, b"<a/>")])
    with pytest.raises(UnreadableFile, match=r"报告\.docx.*同名.*请用 Word"):
        commented(content)


def test_a_damaged_picture_is_not_passed_on() -> None:
    marker = b"PICTURE" * 50
    content = docx(p(t("甲乙丙")), compression=zipfile.ZIP_STORED, files={"word/media/image1.png": marker})
    with pytest.raises(UnreadableFile, match=r"报告\.docx.*word/media/image1\.png.*损坏"):
        commented(content.replace(marker, marker.lower()))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shenyue.annotate.word.repacking._LARGEST", 100_000)
    with pytest.raises(UnreadableFile, match="不是正常的文档"):
        commented(docx(p(t("甲乙丙")), files={"word/media/image1.png": bytes(200_000)}))


def test_a_stray_part_of_the_usual_name_is_left_alone() -> None:
    content = docx(p(t("甲乙丙")), files={"word/comments.xml": b"stray"})
    after = members(commented(content))
    assert after["word/comments.xml"] == b"stray"
    assert "请核实" in after["word/comments1.xml"].decode()
    assert b'Target="comments1.xml"' in after["word/_rels/document.xml.rels"]


def test_a_file_that_changed_meanwhile(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes((root / "corpora" / "reports" / "street-2023-faulty.docx").read_bytes())
    review = open_review(path, Order())
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(UnreadableFile, match="有改动"):
        annotated(review, target(review), Include.ALL, REVIEWER)
    path.unlink()
    with pytest.raises(UnreadableFile, match="移走"):
        annotated(review, target(review), Include.ALL, REVIEWER)


def test_a_signature_is_told_of(root: Path, tmp_path: Path) -> None:
    source = root / "corpora" / "reports" / "street-2023-faulty.docx"
    stream = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    relation = f'<Relationship Id="rIdS" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            inner = (
                old.read(name).replace(b"</Relationships>", relation.encode())
                if name == "_rels/.rels"
                else old.read(name)
            )
            new.writestr(name, inner)
        new.writestr("_xmlsignatures/origin.sigs", b"")
    path = tmp_path / "报告.docx"
    path.write_bytes(stream.getvalue())
    assert (
        "数字签名"
        in annotated(
            open_review(path, Order()), target(open_review(path, Order())), Include.ALL, REVIEWER
        ).warning
    )
