"""How much of the narrative is last year's, word for word or with years and figures changed (X414)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from shenyue.checks.last_year import NO_PRIOR, no_prior
from shenyue.checks.prose import stretches
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

NARRATIVE_REPEATED_VALUES = frozenset({"share", "limit", "count", "sentences", "characters"})
_SENTENCE = compiled(r"[^。；;！？!?\n]+")
_FIGURES = compiled(r"\d[\d,.，]*|[〇零一二三四五六七八九十百千万两]+(?=[件条次份个项期篇人名年月日余%])")
_KEPT = compiled(r"[\p{L}#]")
_YEAR_WORDS = compiled(r"#年度?|今年|本年度?|去年|全年|年度")
_SECONDS = 2.0
_SHORTEST = 8
"""Characters; shorter sentences are alike by chance."""
_LEAST = 150
"""Characters of narrative below which a share says nothing."""
_ALIKE = 0.85
_SHOWN = 3
_LONGEST_SHOWN = 60


class Told(NamedTuple):
    """A sentence of the narrative, as it is compared."""

    span: Span
    folded: str
    """Without blanks, marks, years; figures are #."""

    @property
    def pairs(self) -> frozenset[str]:
        """Its pairs of neighbouring characters."""
        return frozenset(self.folded[at : at + 2] for at in range(len(self.folded) - 1))


def narrative_repeated(report: Report, *, limit: float, prescribed: tuple[str, ...]) -> Iterator[Outcome]:
    """Sentences that last year's report has as well are at most `limit` of the narrative (0.5: half of its characters).

    Headings, tables, title, signature, and sentences in which a pattern of `prescribed` fits do not count on either side.
    """
    absent = no_prior(report)
    if absent or report.prior is None:
        yield absent or NotApplicable(NO_PRIOR)
        return
    try:
        own, last = narrative(report, prescribed), narrative(report.prior, prescribed)
    except TimeoutError:
        yield Unchecked("narrative", "规则中的正则表达式用时过长")
        return
    whole = sum(len(one.folded) for one in own)
    if whole < _LEAST or not last:
        whose = "本年报告" if whole < _LEAST else "上年报告"
        yield Unchecked("narrative", f"除规定用语外，{whose}可供比较的正文过短")
        return
    yield _outcome(report, own, repeated(own, last), limit)


def _outcome(report: Report, own: Sequence[Told], same: Mapping[Span, Told], limit: float) -> Outcome:
    whole = sum(len(one.folded) for one in own)
    repeated = [one for one in own if one.span in same]
    share = sum(len(one.folded) for one in repeated) / whole
    said = f"{share:.0%}"
    if share <= limit:
        return Passed("narrative", note="；".join(filter(None, (f"重复约{said}", report.prior_note))))
    longest = sorted(repeated, key=lambda one: -len(one.folded))
    values = {
        "share": said,
        "limit": f"{limit:.0%}",
        "count": str(len(repeated)),
        "characters": str(whole),
        "sentences": _side_by_side(report, longest, same),
    }
    return Hit(longest[0].span, values, name="narrative", missing="narrative")


def _side_by_side(report: Report, longest: Sequence[Told], same: Mapping[Span, Told]) -> str:
    shown = sorted(longest[:_SHOWN], key=lambda one: one.span.start)
    prior = report.prior or report
    lines = (
        f"本年“{_shortened(report, one.span)}”／上年“{_shortened(prior, same[one.span].span)}”"
        for one in shown
    )
    return "；".join(lines)


def _shortened(report: Report, span: Span) -> str:
    words = " ".join(report.document.quote(span).split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}……"


def narrative(report: Report, prescribed: Sequence[str], parts: tuple[int, ...] = ()) -> tuple[Told, ...]:
    """The sentences that count, of these parts or of all; TimeoutError where an expression takes too long."""
    dates = report.dates
    signed = [one.span for one in (dates.signed, dates.signing_unit) if one and one.span]
    sentences = (
        Told(span, _folded(report.document.quote(span)))
        for stretch in stretches(report)
        if not parts or (stretch.section.part or 0) in parts
        for passage in stretch.passages
        for span in _sentences(report, passage.span)
        if not any(span.overlaps(one) for one in signed)
    )
    return tuple(
        one
        for one in sentences
        if len(one.folded) >= _SHORTEST and not _is_prescribed(report.document.quote(one.span), prescribed)
    )


def _sentences(report: Report, span: Span) -> Iterator[Span]:
    for match in _SENTENCE.finditer(report.document.text, span.start, span.end):
        lead = len(match[0]) - len(match[0].lstrip())
        start = match.start() + lead
        if match[0].strip():
            yield Span(start, start + len(match[0].strip()))


def sentences_of(text: str) -> tuple[Told, ...]:
    """The sentences of a text that is no report, each on the ruler of that text."""
    told = (Told(Span(*match.span()), _folded(match[0])) for match in _SENTENCE.finditer(text))
    return tuple(one for one in told if len(one.folded) >= _SHORTEST)


def _is_prescribed(sentence: str, prescribed: Sequence[str]) -> bool:
    folded = "".join(sentence.split())
    return any(compiled(pattern).search(folded, timeout=_SECONDS) for pattern in prescribed)


def _folded(sentence: str) -> str:
    figures = _FIGURES.sub("#", sentence)
    return _YEAR_WORDS.sub("", "".join(_KEPT.findall(figures)))


def repeated(own: Sequence[Told], last: Sequence[Told]) -> Mapping[Span, Told]:
    """Of each sentence that last year's report has as well, that sentence there."""
    exact = {one.folded: one for one in last}
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(last):
        for pair in one.pairs:
            index[pair].append(at)
    found: dict[Span, Told] = {}
    for sentence in own:
        match = exact.get(sentence.folded) or _alike(sentence, last, index)
        if match is not None:
            found[sentence.span] = match
    return found


def _alike(sentence: Told, last: Sequence[Told], index: Mapping[str, Sequence[int]]) -> Told | None:
    """The sentence of last year that differs by trifles; None where there is none."""
    shared = Counter(at for pair in sentence.pairs for at in index.get(pair, ()))
    for at, count in shared.most_common(3):
        if count < len(sentence.pairs) * (2 * _ALIKE - 1):
            break
        if SequenceMatcher(None, sentence.folded, last[at].folded, autojunk=False).ratio() >= _ALIKE:
            return last[at]
    return None
