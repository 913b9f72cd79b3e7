"""How much of a part is taken over: from last year's report, or from texts that the pack holds, such as a model (kind similarity)."""

from collections.abc import Iterator, Mapping, Sequence

from shenyue.checks.last_year import NO_PRIOR, no_prior
from shenyue.checks.local.entries import where_name
from shenyue.checks.repetition import Told, narrative, repeated, sentences_of
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

SIMILARITY_VALUES = frozenset({"share", "limit", "count", "characters", "sentences", "where"})
_LEAST = 60
"""Characters below which a share says nothing."""
_SHOWN = 3
_LONGEST_SHOWN = 60


def similarity(
    report: Report,
    *,
    limit: float,
    texts: tuple[str, ...] = (),
    parts: tuple[int, ...] = (),
    prescribed: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """Sentences that `texts` have as well, or where there are none last year's report, are at most `limit` of the narrative (0.5: half).

    Years and figures do not count; nor do headings, tables, signature and sentences in which an expression of `prescribed` fits.
    """
    prior = report.prior
    if not texts and (prior is None or no_prior(report)):
        yield no_prior(report) or NotApplicable(NO_PRIOR)
        return
    try:
        own = narrative(report, prescribed, parts)
        other = (
            sentences_of("\n".join(texts)) if texts or prior is None else narrative(prior, prescribed, parts)
        )
    except TimeoutError:
        yield Unchecked("narrative", "规则中的正则表达式用时过长")
        return
    whole = sum(len(one.folded) for one in own)
    if not own or not other or whole < _LEAST:
        yield NotApplicable(f"{where_name(parts)}可供比较的正文过短")
        return
    yield _outcome(report, own, other, limit, where_name(parts))


def _outcome(report: Report, own: Sequence[Told], other: Sequence[Told], limit: float, where: str) -> Outcome:
    same = repeated(own, other)
    taken = [one for one in own if one.span in same]
    whole = sum(len(one.folded) for one in own)
    share = sum(len(one.folded) for one in taken) / whole
    if share <= limit:
        return Passed("narrative", note=f"相同约{share:.0%}")
    longest = sorted(sorted(taken, key=lambda one: -len(one.folded))[:_SHOWN], key=lambda one: one.span.start)
    quotes = (" ".join(report.document.quote(one.span).split()) for one in longest)
    values = {
        "share": f"{share:.0%}",
        "limit": f"{limit:.0%}",
        "count": str(len(taken)),
        "characters": str(whole),
        "sentences": "；".join(f"“{quote[:_LONGEST_SHOWN]}”" for quote in quotes),
        "where": where,
    }
    return Hit(longest[0].span, values, name="narrative", missing="narrative")


def similarity_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    limit = parameters.get("limit")
    if isinstance(limit, float) and not 0 <= limit < 1:
        yield "limit", "应为 0 至 1 之间的小数，如 0.5 表示一半；写 1 就永远不会报告。"
