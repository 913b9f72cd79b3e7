"""What the store knows of a report: said when it is opened, compared with another version, and refused where it fails."""

from dataclasses import replace
from typing import TYPE_CHECKING

from shenyue.compare import Comparison, compare, version_of
from shenyue.compare.comparison import Fate
from shenyue.errors import ShenyueError
from shenyue.output.comparison_text import comparison_lines
from shenyue.output.style import Style
from shenyue.store.clock import day
from shenyue.tui.blocks import Prose
from shenyue.tui.keeping import with_others
from shenyue.tui.plain import shown
from shenyue.tui.screens.dialogs import Choice
from shenyue.tui.screens.reading import Reading

if TYPE_CHECKING:
    from shenyue.store.keeping import Earlier
    from shenyue.tui.screens.review import ReviewScreen


def meet(screen: "ReviewScreen") -> None:
    """What must be known at once: that answers cannot be kept, that another version was reviewed."""
    past = screen.past
    if past.said:
        return
    if past.lost:
        screen.app.push_screen(Choice("处理意见保存不了", ("知道了，只查看",), before=past.note))
    elif past.earlier and not screen.situation.review.decisions:
        _offer(screen, past.earlier)


def refuse(screen: "ReviewScreen", sentence: str) -> None:
    """An answer could not be kept: nothing changed, and that is said."""
    told = f"没有保存，这一步不算：{sentence}"
    screen.notify(shown(told), severity="error", timeout=15, markup=False)
    screen.says(told)


def show(screen: "ReviewScreen") -> None:
    """The report beside its other version."""
    earlier = screen.past.earlier
    if earlier is None:
        screen.notify("审阅记录里没有这个单位同一年度的另一稿。", markup=False)
        return
    lines = comparison_lines(_comparison(screen, earlier), earlier.decisions, Style())
    screen.app.push_screen(Reading("与另一稿对照", [Prose(line, gap=0) for line in lines]))


def _offer(screen: "ReviewScreen", earlier: "Earlier") -> None:
    comparison = _comparison(screen, earlier)
    count = len(comparison.carried(earlier.decisions))
    carry = [f"沿用 {count} 条依据没有变化的处理意见，再看对照"] if count else []

    def taken(answer: int | None) -> None:
        chosen = (answer + 1 - len(carry)) if answer is not None else None
        if chosen == 0:
            _carry(screen, earlier)
        if chosen in {0, 1}:
            show(screen)

    screen.app.push_screen(
        Choice("这份报告审过另一稿", [*carry, "只看对照", "不用"], before=_told(comparison, earlier)), taken
    )


def _told(comparison: Comparison, earlier: "Earlier") -> str:
    fates = "，".join(f"{fate.chinese} {len(comparison.of(fate))} 处" for fate in Fate)
    when = f"上次打开 {day(earlier.opened)}，" if earlier.opened else ""
    return f"{earlier.path}\n{when}处理 {len(earlier.decisions)} 条。\n与它对照：{fates}。按 r 可随时再看。"


def _carry(screen: "ReviewScreen", earlier: "Earlier") -> None:
    before = screen.situation
    assert screen.keeper is not None  # noqa: S101 - another version is known from the store alone
    try:
        done = screen.keeper().carry(before.review, earlier)
    except ShenyueError as reason:
        refuse(screen, str(reason))
        return
    after = replace(before, review=done.review, undo=(*before.undo, before.review))
    screen.show_situation(with_others(after, done))
    screen.says(f"已沿用 {len(done.review.decisions)} 条处理意见，可以撤销。{done.note}")


def _comparison(screen: "ReviewScreen", earlier: "Earlier") -> Comparison:
    return compare(earlier.version, version_of(screen.situation.review))
