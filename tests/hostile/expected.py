"""Holds a document against what a hostile case asks for."""

import unicodedata
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import regex
from hostile_case import ABSENT, UNSURE, At, Expected, HostileCase, Row
from origins import check_origins

from shenyue.errors import UnreadableFile
from shenyue.model import Cell, Document, Paragraph, Table
from shenyue.report import FormTable, LineState, Report

_BLANK = regex.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
_BULLETS = "•●·▪-\uf0b7"


def folded(text: str) -> str:
    """Without any blank, in canonical composition."""
    return unicodedata.normalize("NFC", _BLANK.sub("", text))


def compare(case: HostileCase, folder: Path) -> None:
    """Writes the file, loads it and checks everything that the case states."""
    from shenyue.loaders import load  # noqa: PLC0415 - the cases stand without any loader

    path = folder / f"样本{case.suffix}"
    path.write_bytes(case.make())
    try:
        document = load(path)
    except UnreadableFile:
        if case.refusal_allowed:
            return
        raise
    check_shape(document)
    check_text(case, document)
    check_labels(case, document)
    check_tables(case, document)
    check_unread(case, document)
    if case.origins_exact:
        check_origins(document, path)
    if case.published:
        assert case.published in document.source.published
    check_report(case, document)


def check_shape(document: Document) -> None:
    """What holds of every document: spans in the text and in order, nothing of the text outside the blocks."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start <= block.span.end <= len(document.text), block
        assert not folded(document.text[end : block.span.start]), "text outside the blocks"
        end = block.span.end
    assert not folded(document.text[end:]), "text outside the blocks"
    for table in document.tables():
        for cell in table.cells:
            assert cell.span in table.span
            assert all(nested.span in cell.span for nested in cell.tables)
    places = [(origin.start, origin.end) for origin in document.source.origins]
    assert all(left[1] <= right[0] for left, right in pairwise(places)), "origins overlap"
    assert all(0 <= unread.at <= len(document.text) for unread in document.unread if unread.at is not None)


def check_text(case: HostileCase, document: Document) -> None:
    """Every asked-for stretch once and in order; nothing that the reader does not see."""
    places = []
    for words in case.must_contain:
        assert document.text.count(words) == 1, f"{words!r} stands {document.text.count(words)} times"
        places.append(document.text.index(words))
    assert places == sorted(places), "out of order"
    for words in case.must_not_contain:
        assert words not in document.text, words


def check_labels(case: HostileCase, document: Document) -> None:
    """Labels in order, whatever stands between them; outline levels."""
    paragraphs = list(document.paragraphs())
    seen = [_parted(paragraph, document) for paragraph in paragraphs]
    place = 0
    for label, beginning in case.labels:
        found = [
            n
            for n, (text, rest) in enumerate(seen[place:], place)
            if text == label and rest.startswith(folded(beginning))
        ]
        assert found, f"no {label!r} before {beginning!r} in {seen}"
        place = found[0] + 1
        source = paragraphs[found[0]].label_source
        assert not label or not case.label_source or source == case.label_source, (label, source)
    for level, words in case.outline:
        levels = [
            paragraph.outline_level for paragraph in paragraphs if words in document.quote(paragraph.span)
        ]
        assert levels == [level], words


def _parted(paragraph: Paragraph, document: Document) -> tuple[str, str]:
    text = folded(document.quote(paragraph.span)).lstrip(_BULLETS)
    label = folded(paragraph.label.text) if paragraph.label else ""
    assert text.startswith(label), f"the label {label!r} does not lead {text!r}"
    return label, text[len(label) :]


def check_tables(case: HostileCase, document: Document) -> None:
    """Every table, row by row."""
    if case.tables is None:
        return
    found = list(document.tables())
    shown = [[[folded(document.quote(cell.span)) for cell in row] for row in table.rows()] for table in found]
    assert len(found) == len(case.tables), shown
    for table, rows in zip(found, case.tables, strict=True):
        _check_rows(table, rows, document)


def _check_rows(table: Table, expected: tuple[Row, ...], document: Document) -> None:
    rows = table.rows()
    texts = [[folded(document.quote(cell.span)) for cell in row] for row in rows]
    wanted = [[folded(cell.text if isinstance(cell, At) else cell) for cell in row] for row in expected]
    assert texts == wanted
    for row, wanted_row in zip(rows, expected, strict=True):
        for cell, wanted_cell in zip(row, wanted_row, strict=True):
            if isinstance(wanted_cell, At):
                assert _place(cell) == (
                    wanted_cell.row,
                    wanted_cell.column,
                    wanted_cell.row_span,
                    wanted_cell.column_span,
                ), wanted_cell


def _place(cell: Cell) -> tuple[int, int, int, int]:
    return cell.row, cell.column, cell.row_span, cell.column_span


def check_unread(case: HostileCase, document: Document) -> None:
    """What was not read is named, in Chinese, and placed."""
    said = [f"{unread.what}，{unread.reason}" for unread in document.unread]
    for words in case.unread:
        assert any(regex.search(words, line) for line in said), f"{words}: {said}"
    for text, words in case.kept_or_unread:
        assert text in document.text or any(regex.search(words, line) for line in said), f"{text}: {said}"
    for words, before, after in case.unread_between:
        start, end = document.text.index(before) + len(before), document.text.index(after)
        assert any(
            unread.content
            and unread.at is not None
            and start <= unread.at <= end
            and regex.search(words, unread.what + unread.reason)
            for unread in document.unread
        ), document.unread
    if case.nothing_unread:
        assert not [unread for unread in document.unread if unread.content]
    assert all(regex.search(r"\p{Han}", unread.what + unread.reason) for unread in document.unread)


def check_report(case: HostileCase, document: Document) -> None:
    """Title, year, form and figures."""
    if not (case.figures or case.absent_tables or case.title is not None or case.year or case.form):
        return
    from shenyue.recognise import recognise  # noqa: PLC0415 - the cases stand without the recogniser
    from shenyue.rules import read_pack  # noqa: PLC0415

    report = recognise(document, read_pack("national").forms)
    if case.title is not None:
        assert folded(report.title) == folded(case.title)
    if case.year:
        assert report.year == case.year
    assert not set(case.absent_tables) & set(report.tables)
    keys = {key.split(".")[0] for key in case.figures}
    assert not case.form or {report.tables[key].form for key in keys if key in report.tables} == {case.form}
    wrong = {key: seen for key, value in case.figures.items() if (seen := figure_differs(report, key, value))}
    assert not wrong


def figure_differs(report: Report, key: str, expected: Expected) -> str:
    """How a figure differs from the expected one, or nothing."""
    name, row, column = key.split(".")
    table = report.tables.get(name)
    if expected is not None and expected.endswith("?"):
        return figure_differs(report, key, UNSURE) and figure_differs(report, key, expected[:-1])
    figure = table.figures.get((row, column)) if table else None
    if table is None or figure is None:
        return "" if expected in {ABSENT, UNSURE} else "no such table or line"
    if expected == UNSURE:
        doubted = figure.value is None or figure.span is None or _in_doubt(table, row, column)
        return "" if doubted else f"{figure.value}, expected doubt"
    if expected == ABSENT:
        return "" if figure.span is None and figure.value is None else f"{figure.raw!r}, expected no cell"
    right = figure.span is not None and figure.value == (None if expected is None else Decimal(expected))
    return "" if right else f"{figure.value} ({figure.raw!r}), expected {expected}"


def _in_doubt(table: FormTable, row: str, column: str) -> bool:
    lines = [line for line in table.rows if line.key == row] + [
        line for line in table.columns if line.key == column
    ]
    return any(line.state in {LineState.UNSURE, LineState.MISSING} for line in lines)
