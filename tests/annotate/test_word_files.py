"""Whole reports as Word writes them: typed numbers; Word's numbers and merged cells; tracked changes and comments of others."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from dressed import Clothes, dressed
from reading_back import comments, members, printed, told, unchanged

from shenyue.annotate import Signature
from shenyue.annotate.remarks import Remark, remarks_of
from shenyue.annotate.word import with_comments
from shenyue.decisions import Include
from shenyue.loaders.docx import read_docx
from shenyue.review import Order, Review, open_review

REVIEWER = Signature("王审阅", "2024-03-05T09:30:00")
FILES = {
    "typed numbers": ("street-2023-faulty.docx", Clothes(drawn=True), 0),
    "Word's numbers and merged cells": ("faulty-19-T305-street-2022.auto.docx", Clothes(drawn=True), 0),
    "tracked changes and comments": (
        "faulty-15-T301-city-2020.docx",
        Clothes(tracked=True, commented=True),
        2,
    ),
    "all at once": (
        "faulty-12-N212-office-2019.auto.docx",
        Clothes(tracked=True, commented=True, drawn=True),
        2,
    ),
}
_WAIT = 180


@pytest.fixture(params=FILES.values(), ids=list(FILES), scope="module")
def made(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Review, bytes, bytes, int]:
    """The review, the file before and after, and how many comments it had."""
    name, clothes, others = request.param
    source = root / "corpora" / "reports" / name
    before = dressed(source, clothes)
    path = tmp_path_factory.mktemp("report") / "报告.docx"
    path.write_bytes(before)
    review = open_review(path, Order())
    assert review.report.document.text == read_docx(source.read_bytes(), source).text
    return review, before, commented(review), others


def commented(review: Review) -> bytes:
    """The report's file with everything commented."""
    title = review.report.identity.title
    made = with_comments(
        review.path.read_bytes(),
        review.report.document,
        everything(review),
        REVIEWER,
        title=title.span if title else None,
    )
    return made.content


def everything(review: Review) -> list[Remark]:
    """The findings, and so that every kind of place is tried also every heading and every cell of the forms."""
    report = review.report
    headings = [
        one.span
        for section in report.sections
        for one in ((section.heading,) if section.heading else ()) + section.headings
    ]
    cells = [
        figure.span for table in report.tables.values() for figure in table.figures.values() if figure.span
    ]
    spans = (*headings, *cells)
    return [
        *remarks_of(review, Include.ALL),
        *(Remark(span, (f"第{number}处",)) for number, span in enumerate(spans, 1)),
    ]


Made = tuple[Review, bytes, bytes, int]


def test_comments_at_the_right_characters(made: Made) -> None:
    review, _, after, others = made
    own = [comment for comment in comments(after) if comment.author == REVIEWER.author]
    remarks = everything(review)
    assert len(comments(after)) == len(own) + others
    placed = [remark for remark in remarks if remark.span is not None]
    assert len(placed) > 100
    for remark, comment in zip(placed, own[-len(placed) :], strict=True):
        assert remark.span is not None
        characters = printed(review.report.document, remark.span)
        assert comment.paragraphs == remark.lines
        # an automatic number has no characters: what follows it is marked
        numbered = not characters and review.report.document.quote(remark.span).strip()
        assert comment.marked == characters or numbered, remark.lines


def test_unchanged_otherwise(made: Made) -> None:
    review, before, after, _ = made
    unchanged(before, after)
    assert read_docx(after, review.path).text == review.report.document.text
    new, old = members(after), members(before)
    assert new["word/document.xml"].startswith(old["word/document.xml"].partition(b"<w:body>")[0])
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        head, tail = old[name].rsplit(b"<", 1)
        assert new[name].startswith(head)
        assert new[name].endswith(tail)
    if "word/comments.xml" in old:
        assert all(
            new[name] == old[name] for name in old if "omments" in name and name != "word/comments.xml"
        )
        assert new["word/comments.xml"].startswith(old["word/comments.xml"].removesuffix(b"</w:comments>"))
        assert new["word/_rels/document.xml.rels"] == old["word/_rels/document.xml.rels"]


def test_the_same_findings_again(made: Made, tmp_path: Path) -> None:
    review, _, after, _ = made
    path = tmp_path / "批注.docx"
    path.write_bytes(after)
    assert open_review(path, Order()).findings == review.findings


def test_python_docx_reads_the_comments(made: Made) -> None:
    _, _, after, _ = made
    read = {str(comment.comment_id): comment for comment in docx.Document(io.BytesIO(after)).comments}
    for comment in comments(after):
        assert read[comment.id].author == comment.author
        assert tuple(paragraph.text for paragraph in read[comment.id].paragraphs) == comment.paragraphs


def test_libreoffice_opens_them(root: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    files = {}
    for number, (name, clothes, _) in enumerate(FILES.values()):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(dressed(root / "corpora" / "reports" / name, clothes))
        path.write_bytes(commented(open_review(path, Order())))
        files[path] = told(path.read_bytes())
    for kind in ("docx", "pdf"):
        converted(office, kind, list(files))
    for path, expected in files.items():
        assert len(expected) > 100
        assert told((tmp_path / "out" / path.name).read_bytes()) == expected
        assert (tmp_path / "out" / path.with_suffix(".pdf").name).read_bytes().startswith(b"%PDF")


def converted(office: str, kind: str, files: list[Path]) -> None:
    """Open files in an office of their own and save them as another kind beside them, in out."""
    folder = files[0].parent
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, home, "--headless", "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=_WAIT)
