"""Small reports with form tables, made by hand: what a cell holds is what the test says."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from shenyue.form import CellKey, Form, FormTableLayout, Line, PartTitle
from shenyue.model import Document, Source, Span, Unread
from shenyue.report import Figure, FormTable, FoundLine, Identity, Kind, LineState, Reading, Report, Section

PEOPLE = ("person", "company")
"""Columns of the small table three; `sum` is its 总计."""
OUTCOMES = ("granted", "denied")


def layout(key: str = "cases", title: str = "表三", part: int = 3, head: str = "") -> FormTableLayout:
    rows = ("new", "old", *OUTCOMES, "done", "open")
    labels = {"new": "一、新收", "granted": "（一）予以公开", "done": "（七）总计", "open": "四、结转"}
    return FormTableLayout(
        key,
        title,
        part,
        tuple(Line(row, labels.get(row, row)) for row in rows),
        (Line("person", "自然人"), Line("company", "商业企业"), Line("sum", "总计")),
        head,
    )


def form(*layouts: FormTableLayout, version: str = "2021") -> Form:
    return Form(version, (2021, 9999), (PartTitle(3, "三"),), layouts, {"outcomes": OUTCOMES})


def figure(raw: str, span: Span) -> Figure:  # noqa: PLR0911 - one line a reading
    """The few readings that the tests need; `?` is unsure."""
    text = raw.strip()
    if not text:
        return Figure(None, span, raw, Reading.BLANK)
    if text in {"-", "/"}:
        return Figure(None, span, raw, Reading.NOTHING)
    if text == "?":
        return Figure(None, span, raw, Reading.UNSURE)
    if text.startswith("约"):
        return Figure(Decimal(text[1:-1]), span, raw, Reading.APPROXIMATE)
    if text.endswith("元"):
        return Figure(Decimal(text[:-1]), span, raw, Reading.WITH_UNIT)
    try:
        value = Decimal(text)
    except ArithmeticError:
        return Figure(None, span, raw, Reading.TEXT)
    if value < 0:
        return Figure(value, span, raw, Reading.NEGATIVE)
    return Figure(value, span, raw, Reading.NUMBER if value == value.to_integral() else Reading.DECIMAL)


def report(
    cells: Mapping[CellKey, str | int],
    *,
    layouts: tuple[FormTableLayout, ...] = (),
    kind: Kind | None = Kind.STREET,
    unit: str = "临溪区桂花桥街道",
) -> Report:
    """A report whose first layout (by default the small table three) holds these cells, blank where none is given."""
    prescribed = layouts or (layout(),)
    text, table = _printed(prescribed[0], cells)
    document = Document("made.txt", text, (), Source("made.txt", "txt", ""))
    section = Section(prescribed[0].part, Span(0, len(document.text)), None, None)
    identity = Identity(None, unit, 2023, kind)
    return Report(document, identity, form(*prescribed), (section,), {prescribed[0].key: table})


def _printed(prescribed: FormTableLayout, cells: Mapping[CellKey, str | int]) -> tuple[str, FormTable]:
    text = ""
    spans: dict[str, Span] = {}
    figures: dict[CellKey, Figure] = {}
    for line in prescribed.columns:
        spans[line.key] = Span(len(text), len(text) + len(line.label))
        text += f"{line.label}\t"
    for row in prescribed.rows:
        spans[row.key] = Span(len(text), len(text) + len(row.label))
        text += f"{row.label}\t"
        for column in prescribed.columns:
            raw = str(cells.get((row.key, column.key), ""))
            figures[row.key, column.key] = figure(raw, Span(len(text), len(text) + len(raw)))
            text += f"{raw}\t"
    rows, columns = (
        tuple(FoundLine(line.key, LineState.FOUND, spans[line.key], line.label, line.label) for line in lines)
        for lines in (prescribed.rows, prescribed.columns)
    )
    return text, FormTable(
        prescribed.key, prescribed.title, "2021", Span(0, len(text)), figures, rows, columns
    )


def with_table(original: Report, **changes: object) -> Report:
    """The same with its only table changed."""
    (table,) = original.tables.values()
    return replace(original, tables={table.key: replace(table, **changes)})  # type: ignore[arg-type]


def with_line(original: Report, key: str, state: LineState, found: str = "") -> Report:
    """The same with one row or column in another state."""
    (table,) = original.tables.values()

    def changed(line: FoundLine) -> FoundLine:
        if line.key != key:
            return line
        span = None if state is LineState.MISSING else line.span
        return replace(line, state=state, span=span, found=found or line.found)

    return with_table(
        original,
        rows=tuple(changed(line) for line in table.rows),
        columns=tuple(changed(line) for line in table.columns),
    )


def without_tables(original: Report) -> Report:
    return replace(original, tables={})


def with_picture(original: Report, at: int | None) -> Report:
    unread = (Unread("图片", "没有文字", "第1段", at),)
    return replace(original, document=replace(original.document, unread=unread))
