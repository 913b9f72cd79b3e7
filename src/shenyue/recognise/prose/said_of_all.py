"""Statements about all of something beside what was counted before: claims, and figures that a word stands for (均由自然人提出)."""

from collections.abc import Iterator
from dataclasses import replace

from shenyue.recognise.prose.claims import read_claim
from shenyue.recognise.prose.clauses import Clause, Sentence
from shenyue.recognise.prose.context import classes_of
from shenyue.recognise.prose.counting import SHARES
from shenyue.recognise.prose.reading import Reading
from shenyue.recognise.prose.surroundings import Surroundings
from shenyue.recognise.prose.tokens import LAST_YEAR
from shenyue.recognise.prose.wholes import (
    BETWEEN,
    GOES_ON,
    Shared,
    counted_before,
    is_all_of_reason,
    narrowed,
    of_received,
    shared,
)
from shenyue.statements import ProseClaim, ProseFigure


def said_of_all(reading: Reading, sentence: Sentence, clause: Clause) -> Iterator[ProseFigure | ProseClaim]:
    """What is said of all: of what was counted right before, or of all there is."""
    last = counted_before(
        reading.text, clause, reading.figures[-1] if reading.figures else None, reading.offset
    )
    own = reading.near.between(clause.start, clause.end)
    found = shared(reading.text, own, last, reading.matcher.lexicon.columns) if last else None
    if last is not None and found is None:
        found = _one_reason(reading, clause, last)
    if found is None or last is None or of_received(found):
        yield from _claim(reading, sentence, clause, last)
        return
    yield replace(
        last,
        span=reading.span_of(found.start, found.end),
        amount=reading.span_of(found.start, found.end),
        cells=found.cells,
        also=(),
        meaning="shared",
        certain=False,
    )


def _one_reason(reading: Reading, clause: Clause, last: ProseFigure) -> Shared | None:
    words = reading.near.between(clause.start, clause.end)
    around = Surroundings(reading.text, reading.near.tokens, clause.start, clause.end, clause.end, clause.end)
    match = reading.matcher.match([around], reading.context, "件") if last.cells else None
    if match is None or not is_all_of_reason(words, match.meaning.cells, last):
        return None
    return Shared(match.meaning.cells, last.value, match.start, match.end)


def _claim(
    reading: Reading, sentence: Sentence, clause: Clause, last: ProseFigure | None
) -> Iterator[ProseClaim]:
    so_far = reading.near.between(sentence.start, clause.end)
    counted = [amount for amount in clause.amounts if amount.unit not in SHARES]
    own = reading.near.between(clause.start, clause.end)
    start = counted[-1].end if counted else clause.start
    topics = frozenset(reading.topics) & {"application", "review", "suit"} or frozenset(
        {reading.context.topic}
    )
    if topics & {"review", "suit"}:
        topics -= {"application"}
    found = read_claim(
        [token for token in own if token.start >= start], so_far, topics, reading.matcher.lexicon
    )
    if (
        found is None
        or reading.context.last_year
        or reading.context.strangers
        or classes_of(own) & {LAST_YEAR, "others", "part_year"}
    ):
        return
    claim, words = found
    of_last = narrowed(claim, last.cells) if last is not None and last.cells is not None else None
    if of_last is None and _stands_behind_number(reading, clause):
        return
    claim = of_last or claim
    if reading.figures and reading.figures[-1].cells == claim.part:
        return  # 予以公开5件，均按要求的形式提供: all of those five
    end = max(token.end for token in words)
    if GOES_ON.match(reading.text, end):
        return
    span = reading.span_of(min(token.start for token in words), end)
    yield ProseClaim(
        span, reading.span_of(sentence.start, sentence.end), claim.part, claim.whole, claim.certain, claim.id
    )


def _stands_behind_number(reading: Reading, clause: Clause) -> bool:
    """Whether a clause or bracket without a number goes on about the number before it."""
    amounts = (one for other in reading.near.sentence.clauses for one in other.amounts)
    ends = (one.end for one in amounts if one.unit not in SHARES and one.end <= clause.start)
    return any(BETWEEN.fullmatch(reading.text, end, clause.start) for end in ends)
