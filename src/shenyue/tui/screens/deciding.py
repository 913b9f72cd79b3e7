"""What the keys do that answer findings: one, or the chosen ones after a count was confirmed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from shenyue.decisions import Verdict
from shenyue.findings import Severity
from shenyue.output.style import NAMES
from shenyue.tui import desk
from shenyue.tui.screens.dialogs import AskText, Choice, yes_no
from shenyue.tui.widgets.findings import FindingsList

if TYPE_CHECKING:
    from shenyue.tui.screens.review import ReviewScreen

REASONS = (
    "原文没有错误，属误报",
    "单位已有说明，可以接受",
    "本区另有规定或惯例",
    "与另一条问题重复",
)
"""Ready reasons, so that none need be typed."""


def decide(screen: "ReviewScreen", verdict: Verdict) -> None:
    """Answer the chosen findings, or the current one; 不成立 asks for the reason first."""
    keys = _keys(screen)
    if not keys:
        return

    def counted(answer: int | None) -> None:
        if answer == 0:
            _reasoned(screen, keys, verdict)

    if len(keys) > 1 or screen.chosen:
        question = f"选中了 {len(keys)} 条，都标为“{verdict.chinese}”吗？"
        screen.app.push_screen(yes_no(question, f"全部标为{verdict.chinese}（{len(keys)} 条）"), counted)
    else:
        _reasoned(screen, keys, verdict)


def _keys(screen: "ReviewScreen") -> tuple[str, ...]:
    order = [finding.key for finding in screen.situation.review.findings]
    chosen = screen.chosen or {screen.situation.current}
    return tuple(key for key in order if key in chosen)


def _reasoned(screen: "ReviewScreen", keys: tuple[str, ...], verdict: Verdict) -> None:
    if verdict is not Verdict.REJECTED:
        _record(screen, keys, verdict, "")
        return

    def given(reason: str | None) -> None:
        if reason:
            _record(screen, keys, verdict, reason)
        elif reason == "":
            screen.notify("没有写理由，未作处理。", markup=False)

    screen.app.push_screen(AskText("为什么不成立？", "写明理由，或按 ↓ 选一条", REASONS), given)


def _record(screen: "ReviewScreen", keys: tuple[str, ...], verdict: Verdict, note: str) -> None:
    kept = screen.situation.review.decisions
    note_of = note or (kept[keys[0]].note if len(keys) == 1 and keys[0] in kept else "")
    situation = desk.answer(screen.situation, keys, verdict, note_of)
    following = desk.next_open(situation, screen.query_one(FindingsList).order)
    if following:
        situation = (
            desk.under(situation, desk.filters(situation)[0])
            if following not in situation.shown
            else situation
        )
        situation = replace(situation, current=following)
    chosen, screen.chosen = screen.chosen, frozenset()
    if not screen.become(situation):
        screen.chosen = chosen
        return
    which = f"第 {desk.number(situation, keys[0])} 条" if len(keys) == 1 else f"{len(keys)} 条"
    reason = f"，理由：{note}" if note else ""
    screen.says(f"{which}记为“{verdict.chinese}”{reason}。" + _left(screen))
    if not following and desk.done(situation.review) == len(situation.review.findings):
        summarise(screen)


def _left(screen: "ReviewScreen") -> str:
    review = screen.situation.review
    left = len(review.findings) - desk.done(review)
    return f"还有 {left} 条。" if left else "全部处理完了。"


def note(screen: "ReviewScreen") -> None:
    """Write a note on the current finding."""
    key = screen.situation.current
    if not key:
        return
    before = screen.situation.review.decisions.get(key)

    def written(text: str | None) -> None:
        if text is None:
            return
        if screen.become(desk.annotate(screen.situation, key, text)):
            screen.says(f"第 {desk.number(screen.situation, key)} 条批注：{text}" if text else "批注已清空。")

    screen.app.push_screen(
        AskText("批注", "写给单位或留作备忘", value=before.note if before else ""), written
    )


def undo(screen: "ReviewScreen") -> None:
    """Take the last answer back."""
    situation, key = desk.undone(screen.situation)
    if not key:
        screen.notify("没有可以撤销的处理。", markup=False)
        return
    if screen.become(situation):
        screen.says(f"已撤销对第 {desk.number(situation, key)} 条的处理。")


def choose(screen: "ReviewScreen", keys: frozenset[str]) -> None:
    """Turn the choice of some findings over."""
    screen.chosen ^= keys - {""}
    screen.redraw(moved=False)


def choose_current(screen: "ReviewScreen") -> None:
    """Choose the current finding, or let it go."""
    choose(screen, frozenset({screen.situation.current}))


def choose_same_rule(screen: "ReviewScreen") -> None:
    """Choose all findings of the current one's rule, or let them go where all are chosen."""
    finding = desk.current(screen.situation)
    if finding is None:
        return
    same = frozenset(one.key for one in screen.situation.review.findings if one.rule == finding.rule)
    screen.chosen = screen.chosen - same if same <= screen.chosen else screen.chosen | same
    count = len(screen.chosen)
    told = f"选中 {count} 条，按处理键一并处理，Esc 放开。" if count else "已不再选中。"
    screen.notify(told, markup=False)
    screen.redraw(moved=False)


def summarise(screen: "ReviewScreen") -> None:
    """How far the review is, and the offer to export."""

    def taken(answer: int | None) -> None:
        if answer == 0:
            export(screen)

    options = ("导出审核意见……", "返回")
    screen.app.push_screen(Choice("审阅小结", options, before=summary_text(screen)), taken)


def summary_text(screen: "ReviewScreen") -> str:
    """The summary in words."""
    review = screen.situation.review
    answers = list(review.decisions.values())
    counts = "，".join(f"{NAMES[severity]} {review.count(severity)} 处" for severity in Severity)
    verdicts = "，".join(
        f"{one.chinese} {sum(answer.verdict is one for answer in answers)} 条" for one in Verdict
    )
    total = len(review.findings)
    return f"{review.report.title}\n{counts}。\n已处理 {desk.done(review)}/{total}：{verdicts}；未处理 {total - desk.done(review)} 条。"


def export(screen: "ReviewScreen", kind: str = "") -> None:
    """The dialog of what to export; `kind` is chosen beforehand."""
    # the formats of the memo are slow to load, and the first finding must not wait for them
    from shenyue.tui.screens.exporting import ask_and_write  # noqa: PLC0415

    ask_and_write(screen, kind)
