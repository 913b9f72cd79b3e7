"""A question with two halves: 一共收到多少件申请，其中自然人几件."""

from collections.abc import Iterator
from dataclasses import replace

from shenyue.chat.answers.figures import report_figure
from shenyue.chat.lexicon import lexicon
from shenyue.chat.questions import Question
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.chat.subjects import AskedCells, asked_cells


def in_halves(question: Question, situation: Situation) -> Reply | None:
    """The figures of every half, where each asks for a number; None where it is one question."""
    many = lexicon().words["many"]
    halves = [one for one in question.clauses if many.search(one)]
    if question.intent is Intent.COMPARE_TEXT_TABLE:
        return None
    if len(halves) < 2 or len(halves) != len(question.clauses) or "outside" in question.features:  # noqa: PLR2004
        return None
    asked = list(_asked(halves, situation))
    if not all(one.cells for one in asked):
        return None
    replies = [
        report_figure(replace(question, slots=replace(question.slots, cells=one)), situation) for one in asked
    ]
    cites = tuple(dict.fromkeys(cite for one in replies for cite in one.cites))
    text = "\n".join(dict.fromkeys(line for one in replies for line in one.text.split("\n")))
    return Reply(Intent.REPORT_FIGURE, text, situation, cites, offers=replies[0].offers)


def _asked(halves: list[str], situation: Situation) -> Iterator[AskedCells]:
    """The cells of every half; a half that names only a column is of the rows of the half before."""
    before = AskedCells((), ())
    for half in halves:
        asked = asked_cells(situation.review.report, half)
        if asked.column_only and before.cells:
            cells = tuple(
                replace(one, rows=last.rows)
                for one in asked.cells
                for last in before.cells
                if last.table == one.table
            )
            asked = replace(asked, cells=cells or asked.cells)
        before = asked if asked.cells else before
        yield asked
