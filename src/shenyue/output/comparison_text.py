"""A comparison for people: what became of each finding, what else changed."""

from collections.abc import Iterator, Mapping

from shenyue.compare import Comparison
from shenyue.compare.comparison import CellChange, Compared, Fate, TextChange
from shenyue.decisions import Decision
from shenyue.output.literal import visible
from shenyue.output.style import MARKS, Style

_LONGEST = 40
"""Characters of a text that are shown."""
_ORDER = (Fate.REMAINS, Fate.NEW, Fate.UNSURE, Fate.MENDED)


def comparison_lines(
    comparison: Comparison, decisions: Mapping[str, Decision], style: Style
) -> Iterator[str]:
    """The whole of it; `decisions`: the answers to the first version, by key."""
    old, new = comparison.old, comparison.new
    yield style.bold(visible(new.title or new.name))
    yield f"原稿：{visible(old.name)}　修改稿：{visible(new.name)}"
    yield from _differences_of_whole(comparison)
    yield "　".join(f"{fate.chinese} {len(comparison.of(fate))} 处" for fate in Fate)
    carried = comparison.carried(decisions)
    for fate in _ORDER:
        found = comparison.of(fate)
        if found:
            yield ""
            yield style.bold(f"{fate.chinese}（{len(found)} 处）")
            for one in found:
                yield from _finding(one, decisions, carried, style)
    yield from _changes(comparison, style)


def _differences_of_whole(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    if old.sha256 == new.sha256:
        yield "两个文件完全相同。"
    for name, before, after in (
        ("单位", old.unit, new.unit),
        ("年份", str(old.year or ""), str(new.year or "")),
    ):
        if before != after:
            yield f"注意：{name}不同，原稿{_told(before)}，修改稿{_told(after)}。"
    if (old.pack, old.pack_version) != (new.pack, new.pack_version):
        yield f"注意：规则包不同，原稿 {old.pack} {old.pack_version}，修改稿 {new.pack} {new.pack_version}。"


def _told(value: str) -> str:
    return f"“{visible(value)}”" if value else "没有认出"


def _finding(
    one: Compared, decisions: Mapping[str, Decision], carried: Mapping[str, Decision], style: Style
) -> Iterator[str]:
    finding = one.finding
    mark = style.severity(finding.severity, MARKS[finding.severity])
    yield f"  {mark} {finding.rule}  {visible(finding.message)}"
    if one.note:
        yield f"      {visible(one.note)}"
    decision = decisions.get(one.old.key) if one.old else None
    if decision is None:
        return
    said = decision.verdict.chinese + (f"：{visible(decision.note)}" if decision.note else "")
    if one.fate is not Fate.REMAINS:
        yield f"      原处理意见：{said}"
    elif one.new and one.new.key in carried:
        yield f"      处理意见沿用：{said}"
    else:
        yield f"      处理意见需重新作出（原为{said}）：{reopened(one)}"


def reopened(one: Compared) -> str:
    """Why an answer to the first version does not hold for the second."""
    return one.note or "所在句子有改动"


def _changes(comparison: Comparison, style: Style) -> Iterator[str]:
    cells, texts = comparison.cells, comparison.texts
    yield ""
    if not cells and not texts:
        yield "文字和表格数字没有其他改动。"
    if cells:
        yield style.bold(f"表格数字改动（{len(cells)} 格）")
        yield from map(_cell, cells)
    if texts:
        yield from [""] if cells else []
        yield style.bold(f"文字改动（{len(texts)} 段）")
        for change in texts:
            yield from _text(change)
    if not all([*(change.asked for change in cells), *(change.asked for change in texts)]):
        yield "带 ※ 的改动不在原来提出的问题之列，请留意。"
    if comparison.lost:
        yield ""
        yield style.bold("原稿核对过、修改稿没能核对全的规则")
        for lost in comparison.lost:
            yield f"    {lost.rule}　{visible(lost.reason)}"


def _cell(change: CellChange) -> str:
    return f"  {_unasked(change.asked)} {visible(change.label)}：{visible(change.old) or '空'} → {visible(change.new) or '空'}"


def _text(change: TextChange) -> Iterator[str]:
    mark = _unasked(change.asked)
    if change.old is None or change.new is None:
        passage = change.new or change.old
        assert passage is not None  # noqa: S101 - one of the two is always there
        what = "标题" if passage.heading else "段落"
        yield f"  {mark} {'增加' if change.new else '删去'}{what}：{_short(passage.text)}"
        return
    what = "标题" if change.new.heading else "段落"
    yield f"  {mark} {what}“{_short(change.new.text)}”"
    for edit in change.edits:
        figure = "（数字）" if edit.of_figures and not change.new.heading else ""
        if edit.old and edit.new:
            yield f"        “{_short(edit.old)}”改为“{_short(edit.new)}”{figure}"
        else:
            yield f"        {'加上' if edit.new else '去掉'}“{_short(edit.new or edit.old)}”{figure}"


def _unasked(asked: bool) -> str:
    return "　" if asked else "※"


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
