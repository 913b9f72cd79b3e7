"""What is wrong with waivers themselves: expired, or of no use any more. No finding of a report, but told beside them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shenyue.waivers.sifting import Applied, State, Use

_ORDER = (State.USED, State.EXPIRED, State.UNUSED, State.UNKNOWN_RULE, State.ELSEWHERE)
"""Of what became of a waiver in several reports, the first counts."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One of them."""

    file: Path
    line: int
    sentence: str
    """In Chinese."""

    def __str__(self) -> str:
        """`file:line: sentence`, as editors understand it."""
        return f"{self.file}:{self.line}: {self.sentence}" if self.line else f"{self.file}: {self.sentence}"


def notices_of(each: Iterable[Applied], *, whole: tuple[Path, ...] = ()) -> tuple[Notice, ...]:
    """What is to be said after one report or many, file by file.

    `whole`: folders of which all reports were reviewed: a waiver that lies in one of them and is for none of its reports is told as well.
    """
    applied = tuple(each)
    uses = sorted((use for one in applied for use in one.uses), key=lambda use: -_ORDER.index(use.state))
    told = [
        Notice(waiver.file, waiver.line, f"放过规则 {waiver.rule} 的一条{sentence}")
        for waiver, use in {use.waiver: use for use in uses}.items()
        if (sentence := _sentence(use, whole=whole))
    ]
    gone: Counter[Path] = Counter()
    for one in applied:
        gone.update({one.baseline: one.gone} if one.baseline and one.gone else {})
    told += [
        Notice(file, 0, f"基线中有 {count} 处问题已不再出现，可用 shenyue baseline update 清理。")
        for file, count in gone.items()
    ]
    return tuple(sorted(told, key=lambda one: (one.file, one.line)))


def _sentence(use: Use, *, whole: tuple[Path, ...]) -> str:
    if use.state is State.EXPIRED:
        return f"已于 {use.waiver.expires} 到期，不再生效；仍需放过的请写明新的理由和期限，否则请删去。"
    if use.state is State.UNKNOWN_RULE:
        return f"没有对应的规则，请核对规则编号。{use.guess}"
    if use.state is State.UNUSED:
        return "没有用上：这样的问题已不再出现，请删去。"
    if use.state is State.ELSEWHERE and any(use.waiver.file.is_relative_to(one.absolute()) for one in whole):
        return "没有用上：没有一份报告的单位或文件名与它相符，请核对。"
    return ""
