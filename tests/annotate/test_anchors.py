"""Where comments stand in awkward Word files, read back without the code that put them there."""

from pathlib import Path

import pytest
from awkward_files import EMPTY, FILES, Awkward
from raw_docx import docx, p, tbl, tc, tr
from reading_back import Comment, comments, unchanged

from shenyue.annotate.remarks import Remark, Signature
from shenyue.annotate.word import with_comments
from shenyue.loaders.docx import read_docx
from shenyue.model import Document, Span

PATH = Path("报告.docx")
REVIEWER = Signature("王审阅", "2024-03-05T09:30:00")


def annotated(content: bytes, *spans: Span | None, title: Span | None = None) -> bytes:
    """The file with a comment on each span, that says which it is."""
    document = read_docx(content, PATH)
    remarks = [Remark(span, (f"第{number}条",)) for number, span in enumerate(spans, 1)]
    after = with_comments(content, document, remarks, REVIEWER, title=title).content
    unchanged(content, after)
    assert read_docx(after, PATH).text == document.text
    return after


def own(content: bytes) -> list[Comment]:
    """The comments of the reviewer, in their order."""
    return [comment for comment in comments(content) if comment.author == REVIEWER.author]


def words(document: Document, sought: str) -> Span:
    """Where the words stand."""
    start = document.text.index(sought)
    return Span(start, start + len(sought))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_anchored_at_the_very_characters(file: Awkward) -> None:
    content = file.make()
    document = read_docx(content, PATH)
    after = annotated(content, *(words(document, sought) for sought in file.words))
    assert tuple(comment.marked for comment in own(after)) == (
        file.marked or tuple(sought.replace("\n", "") for sought in file.words)
    )
    assert [comment.paragraphs for comment in own(after)] == [
        (f"第{number}条",) for number in range(1, len(file.words) + 1)
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_comments_of_others_stay(file: Awkward) -> None:
    content = file.make()
    before = comments(content)
    assert all(int(comment.id) < 2**31 for comment in comments(annotated(content, Span(0, 1))))
    after = annotated(content, words(read_docx(content, PATH), file.words[0]))
    assert [comment for comment in comments(after) if comment.author != REVIEWER.author] == before


@pytest.mark.parametrize("markup", EMPTY.values(), ids=EMPTY)
def test_empty_cell(markup: str) -> None:
    content = docx(tbl(tr("自然人", tc(markup), "12"), tr("总计", "13", tc(markup))))
    document = read_docx(content, PATH)
    cells = next(document.tables()).cells
    after = annotated(content, cells[1].span, cells[5].span)
    assert [comment.marked for comment in own(after)] == ["", ""]
    assert cells_with_comments(after) == [1, 5]


def test_nothing_to_mark_is_gathered_on_the_title() -> None:
    content = docx(p("某镇年度报告") + p("正文三十条"))
    document = read_docx(content, PATH)
    after = annotated(content, None, words(document, "三十"), None, title=words(document, "某镇年度报告"))
    gathered, placed = own(after)
    assert gathered.marked == "某镇年度报告"
    assert [text for text in gathered.paragraphs if "条" in text[-3:]] == ["1. 第1条", "2. 第3条"]
    assert (placed.marked, placed.paragraphs) == ("三十", ("第2条",))


def cells_with_comments(content: bytes) -> list[int]:
    """The ordinals of the cells in which comments begin."""
    from lxml import etree  # noqa: PLC0415
    from reading_back import main_part, members  # noqa: PLC0415

    root = etree.fromstring(members(content)[main_part(content)])
    return [
        n
        for n, cell in enumerate(root.iter("{*}tc"))
        if next(cell.iter("{*}commentRangeStart"), None) is not None
    ]
