"""From the prose of a report to the figures and claims that it states, linked to the cells that they speak of."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from shenyue.recognise.prose.context import Context, classes_of, topics_of
from shenyue.recognise.prose.lexicon import Lexicon
from shenyue.recognise.prose.matching import Matcher
from shenyue.recognise.prose.paragraph import ParagraphReader
from shenyue.recognise.prose.passages import Passage, passages
from shenyue.recognise.prose.tokens import Token, Vocabulary
from shenyue.report import Report
from shenyue.statements import CellSum, ProseClaim, ProseFigure

__all__ = ["Lexicon", "read_prose"]

_APPLICATIONS_PART, _DISPUTES_PART, _PROBLEMS_PART = 3, 4, 5
_SIX = frozenset({"natural_person", "company", "research", "charity", "legal_service", "other"})


def read_prose(report: Report, lexicon: Lexicon) -> Report:
    """The report with the figures and claims of its prose."""
    found = tuple(_read(report, lexicon))
    return replace(
        report,
        figures=tuple(one for one in found if isinstance(one, ProseFigure)),
        claims=tuple(one for one in found if isinstance(one, ProseClaim)),
    )


def _read(report: Report, lexicon: Lexicon) -> Iterator[ProseFigure | ProseClaim]:
    vocabulary = Vocabulary(lexicon.words, report.year, report.unit)
    matcher = Matcher(lexicon, report.form.version if report.form else "")
    cut = cache(vocabulary.cut)  # many paragraphs stand under one heading
    for passage in passages(report.document, report.sections, report.identity):
        text = report.document.quote(passage.span)
        context = _context(passage, cut(passage.heading), lexicon)
        context.lead = frozenset(classes_of(cut(passage.lead)))
        for one in ParagraphReader(text, vocabulary, matcher, context, passage.span.start).read():
            yield _settled(report, passage, one)


def _context(passage: Passage, heading: tuple[Token, ...], lexicon: Lexicon) -> Context:
    """What the headings and the part say that a paragraph is about."""
    named = topics_of(heading, lexicon)
    topic = named[-1] if named and named[-1] != "foreign" else ""
    seen = {one for one in named if one != "foreign"}
    if passage.part == _APPLICATIONS_PART:
        topic = "application"
    if passage.part == _DISPUTES_PART:
        topic, seen = "", {"review", "suit"}
    classes = classes_of(heading)
    if passage.part in {_APPLICATIONS_PART, _DISPUTES_PART}:
        classes.add("field")
    home = topic if topic in lexicon.lasting else ""
    disputes = passage.part == _DISPUTES_PART
    return Context(topic, home, disputes, sure=True, seen=seen, classes=classes)


def _settled(report: Report, passage: Passage, one: ProseFigure | ProseClaim) -> ProseFigure | ProseClaim:
    """Less certain where problems are told; whole groups under their own name."""
    certain = one.certain and passage.part != _PROBLEMS_PART
    if isinstance(one, ProseClaim) or one.cells is None:
        return replace(one, certain=certain)
    also = tuple(_whole_group(report, one.cells)) if one.meaning == "sum" else ()
    return replace(one, certain=certain, cells=_named(report, one.cells), also=(*one.also, *also))


def _whole_group(report: Report, cells: CellSum) -> Iterator[CellSum]:
    """三项合计27宗: of the reasons told, or of the whole group that they are of."""
    groups = report.form.groups if report.form else {}
    around = [name for name, rows in groups.items() if set(cells.rows) < set(rows)]
    smallest = min(around, key=lambda name: len(groups[name]), default=None)
    if smallest is not None and smallest != "outcomes":
        yield replace(cells, rows=(smallest,))


def _named(report: Report, cells: CellSum) -> CellSum:
    """All outcomes are the total, all applicants the total column, and a group of one is its row."""
    groups = report.form.groups if report.form else {}
    rows = tuple(groups[row][0] if len(groups.get(row, ())) == 1 else row for row in cells.rows)
    every = {key for row in rows for key in groups.get(row, (row,))}
    if groups and every == set(groups.get("outcomes", ())):
        rows = ("total",)
    columns = ("total",) if set(cells.columns) == _SIX else cells.columns
    return CellSum(cells.table, rows, columns)
