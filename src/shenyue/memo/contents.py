"""What a memo says: from a review and the circumstances of its sending to final text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shenyue import __version__
from shenyue.chinese.ordinals import write_ordinal
from shenyue.decisions import Include, Verdict
from shenyue.findings import Finding, Severity
from shenyue.memo.annex import accounts
from shenyue.memo.conclusion import CONCLUSIONS, outcome_of
from shenyue.memo.model import Group, Item, Memo, Operand
from shenyue.memo.places import operand_words, part_words, place_words
from shenyue.memo.wording import final
from shenyue.model import Span
from shenyue.output.excerpt import excerpt
from shenyue.output.ledger_text import ledger_counts
from shenyue.output.style import NAMES
from shenyue.review import Review
from shenyue.store.keeping import login_name

UNDECIDED = "未处理"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the review itself does not know."""

    on: date
    """The memo's date."""
    include: Include = Include.CONFIRMED
    reviewer: str = ""
    """Empty: whoever answered the findings under a name."""
    conclusion: str = ""
    """In place of that which the answers lead to."""


def memo_of(review: Review, circumstances: Circumstances) -> Memo:
    """The memo of a review."""
    report, pack = review.report, review.pack
    letterhead, outcome = pack.letterhead, outcome_of(review)
    groups = tuple(_groups(review, circumstances.include))
    unit, year = final(report.unit), f"{report.year}年" if report.year else ""
    named = unit or f"“{final(report.document.name)}”"
    return Memo(
        title_lines=(f"关于{named}{year}", "政府信息公开工作年度报告的审核意见"),
        addressee=final(letterhead.addressee or "{unit}").replace("{unit}", unit or "报告单位"),
        opening=_opening(review),
        conclusion=final(
            circumstances.conclusion or letterhead.conclusions.get(outcome, CONCLUSIONS[outcome])
        ),
        list_name="需要核实的问题" if circumstances.include is Include.OPEN else "需要修改的问题",
        lead=_lead(review, circumstances.include) if groups else "",
        groups=groups,
        none="" if groups else _none(review, circumstances.include),
        office=final(letterhead.office),
        reviewer=final(circumstances.reviewer or _answered_by(review)),
        date=_date(circumstances.on),
        day=circumstances.on.isoformat(),
        include=circumstances.include.value,
        checked=_checked(review),
        decided=_verdicts(review) or "没有提示问题",
        annex=accounts(review),
        unit=unit,
        year=year,
        report=final(report.title) or final(report.document.name),
        file=final(report.document.name),
        sha256=report.document.source.sha256,
        form=f"{report.form.version}年表式" if report.form else "",
        pack=f"{final(pack.name)}（{pack.id}），版本 {final(pack.version)}",
        prior=final(report.prior_note),
        chain=final(review.head),
        program=f"审阅 {__version__}",
    )


def _answered_by(review: Review) -> str:
    """Without the login name, which stands in the records where no name is set: it signs nothing."""
    nobody = {"", login_name()}
    return "、".join(dict.fromkeys(one.by for one in review.decisions.values() if one.by not in nobody))


def _date(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def _opening(review: Review) -> str:
    report = review.report
    form = f"（{report.form.version}年表式）" if report.form else ""
    return (
        f"你单位报送的《{final(report.title) or final(report.document.name)}》收悉。经对照《中华人民共和国政府信息公开条例》"
        f"和国务院办公厅规定的年度报告格式{form}逐项核对，提出以下审核意见。"
    )


def _checked(review: Review) -> str:
    passed, failed, unchecked = ledger_counts(review)
    return f"核对{passed + failed}项，通过{passed}项，未通过{failed}项；未能核对{unchecked}项"


# Findings.


def included(review: Review, include: Include) -> tuple[Finding, ...]:
    """The findings that a memo lists, in the order of the text."""
    return tuple(one for one in review.findings if include.takes(review.decisions.get(one.key)))


def _groups(review: Review, include: Include) -> Iterator[Group]:
    """By part, what belongs to none first; numbered through."""
    by_part: dict[str, list[Finding]] = {}
    for finding in included(review, include):
        by_part.setdefault(finding.place.section, []).append(finding)
    number = 1
    for ordinal, part in enumerate((part for part in ("", *"一二三四五六") if part in by_part), 1):
        items = tuple(_item(review, finding, n) for n, finding in enumerate(by_part[part], number))
        number += len(items)
        name = part_words(review.report, part) if part else "标题、前言和报告整体"
        yield Group(f"（{write_ordinal(ordinal, 'chineseCounting')}）", name, items)


def _item(review: Review, finding: Finding, number: int) -> Item:
    report, decision = review.report, review.decisions.get(finding.key)
    quote, passage = _quoted(review, finding)
    return Item(
        number=number,
        key=finding.key,
        rule=finding.rule,
        title=final(finding.title),
        severity=NAMES[finding.severity],
        rank=finding.severity.rank,
        place=place_words(report, finding),
        quote=quote,
        passage=passage,
        message=final(finding.message),
        formula=final(finding.formula),
        operands=tuple(
            Operand(final(one.name), final(one.value), operand_words(report, one.span))
            for one in finding.operands
        ),
        basis=tuple(map(final, finding.basis)),
        suggestion=final(finding.suggestion),
        note=final(decision.note) if decision else "",
        verdict=decision.verdict.chinese if decision else UNDECIDED,
    )


def _quoted(review: Review, finding: Finding) -> tuple[str, str]:
    """The quote, and the quote in its sentence."""
    place = finding.place
    if place.start is None or place.end is None:
        return final(finding.quote), final(finding.quote)
    shown = excerpt(review.report.document, Span(place.start, place.end))
    alone = not shown.before.strip() and not shown.after.strip()
    return final(shown.quote), final(
        shown.quote if alone else f"{shown.before}【{shown.quote}】{shown.after}"
    )


# What the list holds and leaves out.


def _lead(review: Review, include: Include) -> str:
    found = included(review, include)
    counts = "、".join(
        f"{NAMES[severity]}{count}处"
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in found))
    )
    named = {
        Include.CONFIRMED: "经审核确认的问题",
        Include.ALL: "核对提示的问题",
        Include.OPEN: "待核实的问题",
    }
    return f"{named[include]}共{len(found)}处：{counts}。{_left_out(review, include)}"


def _left_out(review: Review, include: Include) -> str:
    """What is still open and not listed: leaving it out in silence would look like clean."""
    if include is not Include.CONFIRMED:
        return ""
    open_ = _verdicts(review, (Verdict.TO_VERIFY.chinese, UNDECIDED))
    return f"另有{open_}，没有列入。" if open_ else ""


def _none(review: Review, include: Include) -> str:
    if not review.findings:
        return "没有发现需要修改的问题。"
    wanted = {
        Include.CONFIRMED: "经审核确认的",
        Include.OPEN: "待核实或者未处理的",
        Include.ALL: "需要列出的",
    }
    return f"没有{wanted[include]}问题。核对共提示{len(review.findings)}处：{_verdicts(review)}，没有列入。"


def _verdicts(review: Review, wanted: tuple[str, ...] = ()) -> str:
    """确认3处、不成立1处; only the wanted ones where any are named."""
    names = wanted or (*(verdict.chinese for verdict in Verdict), UNDECIDED)
    given = [
        decision.verdict.chinese if (decision := review.decisions.get(finding.key)) else UNDECIDED
        for finding in review.findings
    ]
    return "、".join(f"{name}{given.count(name)}处" for name in names if name in given)
