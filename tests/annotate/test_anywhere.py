"""Random spans: in every Word file of the hostile collection and of the corpora, and in paragraphs put together at random."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from awkward_files import DELETED, control, field, ins, t
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_back import Comment, comments, main_part, printed, unchanged

from shenyue.annotate.remarks import Remark, Signature
from shenyue.annotate.word import with_comments
from shenyue.loaders.docx import read_docx
from shenyue.model import Document, Span

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hostile"))
import cases_docx
import cases_docx_asides
import cases_docx_formats
import cases_docx_numbers
import cases_docx_packages
from hostile_case import HostileCase
from raw_docx import docx, p, r, tbl, tc, text_box, tr

REVIEWER = Signature("王审阅", "2024-03-05T09:30:00")
PATH = Path("报告.docx")
DRAWN = "①✓"
"""What symbol fonts draw has no characters that the reader of the anchors could know."""
CASES = [
    case
    for module in (cases_docx, cases_docx_asides, cases_docx_formats, cases_docx_numbers, cases_docx_packages)
    for case in module.CASES
    if case.suffix in {".docx", ".docm"}
]


def spans(document: Document, count: int) -> list[Span]:
    """Stretches of any length at any place, points included, and every cell."""
    random = Random(len(document.text))  # noqa: S311 - the same every time
    size = len(document.text)
    starts = [random.randrange(size) for _ in range(count)]
    found = [Span(start, min(size, start + random.choice((0, 1, 1, 2, 3, 5, 9, 40)))) for start in starts]
    return found + [cell.span for table in document.tables() for cell in table.cells]


def commented(content: bytes, document: Document, chosen: list[Span]) -> list[Comment]:
    """The comments read back; the file is otherwise unchanged."""
    remarks = [Remark(span, (f"第{number}条",)) for number, span in enumerate(chosen, 1)]
    after = with_comments(content, document, remarks, REVIEWER).content
    unchanged(content, after)
    assert read_docx(after, PATH).text == document.text
    return [comment for comment in comments(after) if comment.author == REVIEWER.author]


def told(found: list[Comment], chosen: list[Span]) -> Iterator[tuple[Span, str]]:
    """Each span with what is marked for it; those gathered on the title are left out."""
    by_name = {comment.paragraphs[0]: comment.marked for comment in found}
    for number, span in enumerate(chosen, 1):
        if f"第{number}条" in by_name:
            yield span, by_name[f"第{number}条"]
        else:
            assert any(line.endswith(f" 第{number}条") for line in found[0].paragraphs)


def assert_within(characters: str, marked: str) -> None:
    """Every character is marked, in this order; hidden and deleted ones may stand between."""
    rest = iter(marked)
    lost = [one for one in characters if not one.isspace() and one not in DRAWN and one not in rest]
    assert not lost, (characters, marked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_files(case: HostileCase) -> None:
    content = case.make()
    document = read_docx(content, PATH)
    chosen = spans(document, 60)
    main = main_part(content)
    for span, marked in told(commented(content, document, chosen), chosen):
        assert_within(printed(document, span, main), marked)


@pytest.mark.parametrize("folder", ["reports", "field", "field2"])
def test_corpora(root: Path, folder: str) -> None:
    for path in sorted((root / "corpora" / folder).glob("*.docx")):
        content = path.read_bytes()
        document = read_docx(content, PATH)
        chosen = spans(document, 40)
        for span, marked in told(commented(content, document, chosen), chosen):
            characters = printed(document, span)
            assert marked == characters or not characters


TEXT = st.text("甲乙丙 12&<>\t“𠮷", min_size=1, max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace("\t", "&#9;")
)
RUN = st.one_of(
    TEXT.map(r),
    TEXT.map(t),
    st.just("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"),
    st.just("<w:r><w:lastRenderedPageBreak/><w:t>丙</w:t><w:noBreakHyphen/></w:r>"),
    st.just(DELETED),
    st.just('<w:proofErr w:type="spellStart"/>'),
)
SOFT = st.recursive(
    RUN,
    lambda inner: st.one_of(
        inner.map(ins),
        inner.map(field),
        inner.map(lambda run: f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>'),
        inner.map(lambda run: control("<w:richText/>", run)),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=6,
)
PARAGRAPH = st.lists(SOFT, max_size=4).map(lambda runs: p("".join(runs)))
HARD = st.one_of(PARAGRAPH, PARAGRAPH.map(lambda inner: p(r("图") + text_box(inner))))
TABLE = st.lists(st.tuples(PARAGRAPH, PARAGRAPH), min_size=2, max_size=3).map(
    lambda rows: tbl(*(tr(*(tc(cell) for cell in row)) for row in rows))
)
BODY = st.lists(st.one_of(HARD, TABLE), min_size=1, max_size=4).map(
    lambda blocks: p("首段") + "".join(blocks)
)


@settings(max_examples=150, deadline=None)
@given(
    body=BODY, places=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), min_size=1, max_size=12)
)
def test_random_files(body: str, places: list[tuple[int, int]]) -> None:
    content = docx(body)
    document = read_docx(content, PATH)
    size = len(document.text)
    chosen = [Span(start % size, min(size, start % size + length)) for start, length in places]
    whole = "txbxContent" in body or "fldChar" in body
    for span, marked in told(commented(content, document, chosen), chosen):
        characters = printed(document, span)
        if whole:
            assert_within(characters, marked)
        else:
            assert marked == characters or not characters
