"""The numbers of the prose sentence by sentence, for the checks that need no table."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.checks.once import once
from shenyue.checks.prose import stretches
from shenyue.chinese.amounts import Amount, find_amounts
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

_STOPS = compiled(r"[。！？!?\n]")
_BRACKET = compiled(r"[（(][^（）()]*[）)]")


class CountedSentence(NamedTuple):
    """A sentence with its numbers; offsets are those of the document."""

    text: str
    start: int
    """Of `text` in the document."""
    amounts: tuple[Amount, ...]
    """Offsets within `text`."""
    heading: str
    earlier: "CountedSentence | None"
    """The sentence before it in the paragraph."""

    def span(self, amount: Amount) -> Span:
        """Where a number stands in the document."""
        return Span(self.start + amount.start, self.start + amount.end)

    def whole(self) -> Span:
        """The sentence in the document."""
        return Span(self.start, self.start + len(self.text))

    def outside_brackets(self) -> tuple[Amount, ...]:
        """The numbers that stand in no brackets."""
        return tuple(one for one in self.amounts if self.bracket_around(one.start) is None)

    def bracket_around(self, offset: int) -> Span | None:
        """The brackets in which an offset stands, within `text`."""
        spans = (Span(*match.span()) for match in _BRACKET.finditer(self.text))
        return next((one for one in spans if one.start < offset < one.end), None)

    def with_earlier(self) -> Iterator["CountedSentence"]:
        """The sentence and those before it in the paragraph, itself first."""
        sentence: CountedSentence | None = self
        while sentence is not None:
            yield sentence
            sentence = sentence.earlier


@once
def counted_sentences(report: Report) -> tuple[CountedSentence, ...]:
    """Every sentence of the prose, headings left out, in order."""
    return tuple(_counted(report))


def _counted(report: Report) -> Iterator[CountedSentence]:
    for stretch in stretches(report):
        heading = report.document.quote(stretch.heading.title) if stretch.heading else ""
        for passage in stretch.passages:
            yield from _of_passage(report.document.quote(passage.span), passage.span.start, heading)


def _of_passage(text: str, offset: int, heading: str) -> Iterator[CountedSentence]:
    amounts = find_amounts(text)
    earlier: CountedSentence | None = None
    start = 0
    for end in [*(match.end() for match in _STOPS.finditer(text)), len(text)]:
        if text[start:end].strip():
            own = tuple(_moved(one, -start) for one in amounts if start <= one.start < end)
            earlier = CountedSentence(text[start:end], offset + start, own, heading, earlier)
            yield earlier
        start = end


def _moved(amount: Amount, by: int) -> Amount:
    return Amount(
        amount.start + by,
        amount.end + by,
        amount.value,
        amount.unit,
        amount.approximate,
        amount.each,
        amount.number,
    )
