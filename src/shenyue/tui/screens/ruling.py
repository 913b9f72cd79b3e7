"""What the keys do that change the rules themselves: a rule switched off or made a hint, in the reviewer's own pack, and back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shenyue.errors import ShenyueError
from shenyue.review import Review
from shenyue.rules.adjusting import Adjustment, disable, soften, undo
from shenyue.tui import desk
from shenyue.tui.blocks import Block, Prose
from shenyue.tui.messages import Wanted
from shenyue.tui.plain import shown
from shenyue.tui.screens.dialogs import AskText, yes_no
from shenyue.tui.screens.reading import Reading
from shenyue.waivers import notices_of

if TYPE_CHECKING:
    from shenyue.tui.intake import Intake
    from shenyue.tui.screens.review import ReviewScreen

REASONS = ("本区另有规定或惯例", "误报太多，暂不使用", "与本单位的报告无关")
"""Ready reasons, so that none need be typed."""


def disable_rule(screen: "ReviewScreen") -> None:
    """Switch the current finding's rule off, with a reason."""
    finding = desk.current(screen.situation)
    if finding is None:
        return

    def given(reason: str | None) -> None:
        if reason:
            pack = screen.situation.review.pack
            _written(screen, lambda: disable(pack, finding.rule, reason, _folders(screen)))
        elif reason == "":
            screen.notify("没有写理由，规则没有停用。", markup=False)

    title = f"为什么停用规则 {finding.rule}？"
    screen.app.push_screen(AskText(title, "写明理由，或按 ↓ 选一条", REASONS), given)


def soften_rule(screen: "ReviewScreen") -> None:
    """Make what the current finding's rule finds a mere hint, once that is confirmed."""
    finding = desk.current(screen.situation)
    if finding is None:
        return

    def sure(answer: int | None) -> None:
        if answer == 0:
            pack = screen.situation.review.pack
            _written(screen, lambda: soften(pack, finding.rule, _folders(screen)))

    question = f"规则 {finding.rule}“{finding.title}”以后都只作提示，写进您自己的规则包。"
    screen.app.push_screen(yes_no(question, "改为提示"), sure)


def restore_rules(screen: "ReviewScreen") -> None:
    """Take the last change of the rules back."""
    if not screen.adjustments:
        screen.notify("没有可以撤销的规则改动。", markup=False)
        return
    last = screen.adjustments[-1]
    try:
        undo(last)
    except ShenyueError as reason:
        screen.notify(shown(str(reason)), severity="error", markup=False)
        return
    screen.adjustments = screen.adjustments[:-1]
    screen.says(f"已撤销：{last.sentence}。")
    if last.before is None:
        _under(screen, last.pack_id, screen.situation.review.pack.lineage[1])


def _folders(screen: "ReviewScreen") -> tuple[Path, ...]:
    return cast("Intake", screen.app).order().folders


def _written(screen: "ReviewScreen", change: Callable[[], Adjustment]) -> None:
    """Make a change; the watch over the rule files does the rest."""
    try:
        done = change()
    except ShenyueError as reason:
        screen.notify(shown(str(reason)), severity="error", markup=False)
        return
    screen.adjustments = (*screen.adjustments, done)
    screen.says(f"{done.sentence}。要撤销，请用“撤销规则”（U）。")
    _under(screen, screen.situation.review.pack.id, done.pack_id)


def _under(screen: "ReviewScreen", before: str, pack_id: str) -> None:
    """Go on under another pack where the one before was asked for by name: no other is chosen in its place of itself."""
    review = screen.situation.review
    if pack_id != before == review.pack.id and review.choice.chosen_by == "option":
        screen.app.post_message(Wanted(review.path, pack_id))


def show_waived(screen: "ReviewScreen") -> None:
    """What waivers and the baseline let pass, with the reasons."""
    review = screen.situation.review
    screen.app.push_screen(Reading(f"放过的问题（{len(review.waived)} 处）", waived_blocks(review)))


def waived_blocks(review: Review) -> list[Block]:
    """What was let pass, then what is wrong with the waivers; none where there is neither."""
    blocks: list[Block] = []
    for one in review.waived:
        until = f"，至 {one.expires}" if one.expires else ""
        by = f"（{one.person}{until}）" if one.person else ""
        blocks.append(Prose(f"{one.finding.rule} {one.finding.title}", "level-1"))
        blocks.append(Prose(one.finding.message))
        blocks.append(Prose(f"放过：{one.reason}{by}"))
    notices = notices_of([review.applied])
    blocks += [Prose("放过清单需要整理", "level-1")] if notices else []
    return blocks + [Prose(str(notice)) for notice in notices]
