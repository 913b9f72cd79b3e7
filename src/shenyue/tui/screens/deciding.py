"""What the keys do that answer findings: one, or the chosen ones after a count was confirmed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from shenyue.chat.replies import Situation
from shenyue.decisions import Decision, Verdict
from shenyue.findings import Severity
from shenyue.output.style import NAMES
from shenyue.review import number_of
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

    title = f"{_which(screen.situation, keys)}：为什么不成立？"
    screen.app.push_screen(
        AskText(
            title,
            "写明理由，或按 ↓ 选一条",
            REASONS,
            value=_reason(screen.situation, keys),
            before=_replaced(screen.situation, keys),
        ),
        given,
    )


def _which(situation: Situation, keys: tuple[str, ...]) -> str:
    return desk.named(situation, keys[0]) if len(keys) == 1 else f"选中的 {len(keys)} 条"


def _reason(situation: Situation, keys: tuple[str, ...]) -> str:
    """The reason that stands already."""
    before = situation.review.decisions.get(keys[0]) if len(keys) == 1 else None
    return before.note if before and before.verdict is Verdict.REJECTED else ""


def _replaced(situation: Situation, keys: tuple[str, ...]) -> str:
    """What the reason takes the place of: one answer keeps one text."""
    notes = [note for key in keys if (note := desk.note_on(situation.review, key))]
    if not notes:
        return ""
    told = f"原有批注“{notes[0]}”" if len(notes) == 1 else f"其中 {len(notes)} 条原有批注"
    return f"{told}，会由理由代替；撤销可以找回。"


def _record(screen: "ReviewScreen", keys: tuple[str, ...], verdict: Verdict, reason: str) -> None:
    situation = desk.answer(screen.situation, keys, verdict, reason)
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
    which = f"第 {number_of(situation.review, keys[0])} 条" if len(keys) == 1 else f"{len(keys)} 条"
    why = f"，理由：{reason}" if reason else ""
    screen.says(f"{which}记为“{verdict.chinese}”{why}。" + _left(screen))
    onward = f"现在看{desk.named(situation, following)}。" if following else "没有未处理的了。"
    screen.tells_where(f"{_which(situation, keys)}：{verdict.chinese}。{onward}")
    if not following and desk.done(situation.review) == len(situation.review.findings):
        summarise(screen)


def _left(screen: "ReviewScreen") -> str:
    review = screen.situation.review
    left = len(review.findings) - desk.done(review)
    return f"还有 {left} 条。" if left else "全部处理完了。"


def note(screen: "ReviewScreen") -> None:
    """Write a note on the current finding; where it was rejected, the reason."""
    key = screen.situation.current
    if not key:
        return
    before = screen.situation.review.decisions.get(key)

    def written(text: str | None) -> None:
        if text is None or (not text and not before):
            return
        if not text and before and before.verdict is Verdict.REJECTED:
            screen.notify("不成立要有理由，没有改动。", markup=False)
        elif screen.become(desk.annotate(screen.situation, key, text)):
            screen.says(_noted(screen.situation, key, before, text))

    title = f"{desk.named(screen.situation, key)}：{_kept_as(before)}"
    screen.app.push_screen(
        AskText(title, "写给单位或留作备忘", value=before.note if before else "", before=_edits(before)),
        written,
    )


def _kept_as(before: Decision | None) -> str:
    return "不成立的理由" if before and before.verdict is Verdict.REJECTED else "批注"


def _edits(before: Decision | None) -> str:
    """What the dialog changes, where that is not the plain note."""
    if before is None:
        return "这一条还没有处理。批注只能随处理意见一起保存：写了批注，就记为“待核实”，之后仍可改为确认或不成立。"
    return "这一条已记为“不成立”，这里改的是不成立的理由。" if before.verdict is Verdict.REJECTED else ""


def _noted(situation: Situation, key: str, before: Decision | None, text: str) -> str:
    which = f"第 {number_of(situation.review, key)} 条"
    if not text:
        return f"{which}批注已清空。"
    marked = "原来没有处理，随批注记为“待核实”。" if before is None else ""
    return f"{which}{_kept_as(before)}：{text}{'　' if marked else ''}{marked}"


def undo(screen: "ReviewScreen") -> None:
    """Take the last answer back."""
    situation, keys = desk.undone(screen.situation)
    if not keys:
        screen.notify("没有可以撤销的处理。", markup=False)
        return
    if screen.become(situation):
        which = f"第 {number_of(situation.review, keys[0])} 条" if len(keys) == 1 else f" {len(keys)} 条"
        screen.says(f"已撤销对{which}的处理。")
        screen.tells_where(f"已撤销对{desk.named(situation, keys[0]) if len(keys) == 1 else which}的处理。")


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
