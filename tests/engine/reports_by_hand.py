"""A report recognised by hand, so that the engine is tested without the recogniser."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shenyue.checks import CheckKind
from shenyue.findings import Outcome, Severity
from shenyue.loaders.laying import Laying
from shenyue.model import Heading, LabelSource, Paragraph, Source, Span
from shenyue.report import FoundBy, Identity, Kind, Report, Section
from shenyue.rules import Basis, Rank, Rule, RulePack, Variant
from shenyue.samples import shipped_forms

FORM = shipped_forms()[-1]
TEXT = """\
某街道2023年报告
前言，编制本报告。
一、总体情况
（一）主动公开
一是公开；二是解读；三是推进。三是推进重点领域。
二、主动公开政府信息情况
无内容，三是推进。
五、存在的主要问题
"""


def report(text: str = TEXT, *, kind: Kind | None = Kind.STREET, year: int | None = 2023) -> Report:
    """A report whose parts are the lines labelled 一、 and whose sub-headings are those labelled （一）."""
    laying = Laying()
    for node, line in enumerate(text.splitlines()):
        laying.separate()
        start = laying.position
        laying.put(line, node)
        laying.paragraph(start)
    document = laying.document("by-hand.txt", Source("by-hand.txt", "txt", ""))
    form = FORM if year else None
    return Report(
        document, Identity(None, "某街道", year, kind), form, tuple(_sections(document.blocks, text)), {}
    )


def _sections(blocks: Sequence[object], text: str) -> Iterator[Section]:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    tops = [p for p in paragraphs if p.label and p.label.text.endswith("、")]
    bounds = [0, *(p.span.start for p in tops), len(text)]
    yield Section(0, Span(0, bounds[1]), None, None)
    for top, (start, end) in zip(tops, pairwise(bounds[1:]), strict=True):
        below = [p for p in paragraphs if start < p.span.start < end and p.label]
        number = top.label.value if top.label else 0
        yield Section(
            number, Span(start, end), _heading(top, 1), FoundBy.NUMBER, tuple(_heading(p, 2) for p in below)
        )


def _heading(paragraph: Paragraph, level: int) -> Heading:
    return Heading(paragraph.span, paragraph.span, paragraph.label, LabelSource.TYPED, level)


def span_of(of: Report, quote: str, nth: int = 1) -> Span:
    """Where a quote stands for the nth time."""
    at = -1
    for _ in range(nth):
        at = of.document.text.index(quote, at + 1)
    return Span(at, at + len(quote))


def rule(
    rule_id: str = "L900", kind: str = "made", severity: Severity = Severity.ERROR, **changes: object
) -> Rule:
    """A rule that calls for a made-up check."""
    variants = {
        "unsure": Variant(Severity.INFO, "拿不准：{quote}"),
        "mild": Variant(Severity.WARNING),
    }
    given: dict[str, object] = {
        "title": "编造的规则",
        "message": "有误：{quote}",
        "suggestion": "请改正。",
        "why": "测试",
        "basis": (Basis(Rank.LAW, "条例", "第711号", "第五十条"),),
        "parameters": {},
        "variants": variants,
        **changes,
    }
    return Rule(id=rule_id, kind=kind, severity=severity, **given)  # type: ignore[arg-type]


def pack(*rules: Rule) -> RulePack:
    """A pack of made-up rules."""
    return RulePack("test", "测试", "1", rules, shipped_forms(), ("test",))


def made(*outcomes: Outcome, crash: Exception | None = None) -> CheckKind:
    """A check that yields what it is told."""

    def run(_: Report) -> Iterator[Outcome]:
        yield from outcomes
        if crash is not None:
            raise crash

    return CheckKind(run, frozenset())
