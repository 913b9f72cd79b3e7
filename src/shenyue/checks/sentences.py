"""The sentences of a report's prose, folded for comparison, each with its place: what rules on contents read."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shenyue.checks.once import once
from shenyue.checks.prose import Stretch, stretches
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report, Section

_SENTENCE = compiled(r"[^。！？；\s](?:[^。！？；\n]*[^。！？；\s])?")


class Sentence(NamedTuple):
    """What stands between 。！？； or paragraph ends; a heading below a part is one as well."""

    text: str
    """NFKC, without blanks."""
    span: Span
    section: Section
    heading: bool

    @property
    def part(self) -> int | None:
        """As `Section.part`."""
        return self.section.part


@once
def sentences(report: Report) -> tuple[Sentence, ...]:
    """Every sentence outside tables and outside the titles of the report and of its parts."""
    return tuple(_sentences(report))


def _sentences(report: Report) -> Iterator[Sentence]:
    for stretch in stretches(report):
        for span, heading in _spans(stretch):
            for match in _SENTENCE.finditer(report.document.quote(span)):
                place = Span(span.start + match.start(), span.start + match.end())
                yield Sentence(folded(match[0]), place, stretch.section, heading)


def _spans(stretch: Stretch) -> Iterator[tuple[Span, bool]]:
    if stretch.heading is not None and stretch.heading is not stretch.section.heading:
        yield stretch.heading.title, True
    for passage in stretch.passages:
        yield passage.span, False


def folded(text: str) -> str:
    """Without blanks and widths."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words occurs in a folded text."""
    return any(word in text for word in words)
