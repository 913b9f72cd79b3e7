"""Exporting from the main screen: what, which findings, where to; read beforehand, never over a file that another may have worked on."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from shenyue.decisions import Include
from shenyue.errors import ShenyueError
from shenyue.review import Review
from shenyue.tui.blocks import Prose
from shenyue.tui.bursts import TakesWriting
from shenyue.tui.exporting import (
    KINDS,
    Export,
    counted,
    in_the_way,
    numbered,
    preview,
    target,
    unsigned,
    write,
)
from shenyue.tui.messages import Saved
from shenyue.tui.plain import plain, shown
from shenyue.tui.screens.dialogs import Choice
from shenyue.tui.widgets.page import Page

if TYPE_CHECKING:
    from shenyue.tui.intake import Intake
    from shenyue.tui.screens.review import ReviewScreen

_INCLUDES = tuple(Include)


class _Kinds(OptionList):
    """What can be exported; the keys that turn no line belong to the dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.include(-1)", "列出哪些", show=False),
        Binding("right", "screen.include(1)", "列出哪些", show=False),
        Binding("pageup", "screen.turn(-1)", "往上翻", show=False),
        Binding("pagedown", "screen.turn(1)", "往下翻", show=False),
        Binding("y,ctrl+y", "screen.copy", "复制", show=False),
    ]


class ExportDialog(TakesWriting, ModalScreen[Export]):
    """Choose kind, findings and folder, with the text in view; returns the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "turn_away", "返回", id="export-back")]

    def __init__(
        self,
        review: Review,
        folder: str,
        kind: str = "",
        written: Mapping[Path, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._written = written
        self._review, self._folder = review, folder
        self._kind = kind if kind in KINDS else next(iter(KINDS))
        self._include = Include.CONFIRMED

    def compose(self) -> ComposeResult:
        """Kinds, which findings, the folder, the text."""
        with Vertical(classes="dialog export") as box:
            box.border_title = "导出审核意见"
            box.border_subtitle = "↑↓ 格式　←→ 列出哪些　Tab 改文件夹　y 复制文字　回车 导出　Esc 返回"
            yield _Kinds(*map(plain, KINDS.values()), compact=True)
            yield Static(id="include")
            with Horizontal(id="folder"):
                yield Static("文件夹：", markup=False)
                yield Input(self._folder, placeholder="报告所在的文件夹", compact=True)
            yield Static(id="unsigned")
            yield Static(id="target")
            yield Page(id="preview")

    def on_mount(self) -> None:
        """Ready for the arrows."""
        kinds = self.query_one(_Kinds)
        kinds.highlighted = list(KINDS).index(self._kind)
        kinds.focus()
        self.query_one("#preview", Page).can_focus = False
        self._show()

    def _chosen(self) -> Export:
        highlighted = self.query_one(_Kinds).highlighted
        return Export(tuple(KINDS)[highlighted or 0], self._include, self.query_one(Input).value)

    def _show(self) -> None:
        """Which findings, and the text that they make."""
        choices = [counted(self._review, one) for one in _INCLUDES]
        at = _INCLUDES.index(self._include)
        choices[at] = f"【{choices[at]}】"
        self.query_one("#include", Static).update(plain("列出：" + "　".join(choices)))
        self.query_one("#preview", Page).show([Prose(self._text(), gap=0)])
        unnamed = self.query_one("#unsigned", Static)
        sentence = unsigned(self._review, self._include)
        unnamed.display = bool(sentence)
        unnamed.update(plain(sentence))
        self._show_target()

    def _text(self) -> str:
        try:
            return preview(self._review, self._include)
        except ShenyueError as reason:
            return str(reason)

    @on(Input.Changed)
    @on(OptionList.OptionHighlighted)
    def _show_target(self) -> None:
        path = target(self._review, self._chosen())
        there = "（已有同名文件，导出时会问）" if in_the_way(path, self._written) else ""
        self.query_one("#target", Static).update(plain(f"文件{there}：{path}"))

    def action_include(self, by: int) -> None:
        """Other findings."""
        self._include = _INCLUDES[(_INCLUDES.index(self._include) + by) % len(_INCLUDES)]
        self._show()

    def action_turn(self, by: int) -> None:
        """Read on or back."""
        page = self.query_one("#preview", Page)
        (page.scroll_page_down if by > 0 else page.scroll_page_up)(animate=False)

    def action_copy(self) -> None:
        """The text to the clipboard, through the terminal (OSC 52), so also over SSH."""
        text = self._text()
        self.app.copy_to_clipboard(text)
        self.notify(f"已复制 {len(text)} 字，可以粘贴到发给单位的消息里。", markup=False)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def take(self) -> None:
        """Return the choice."""
        self.dismiss(self._chosen())

    def action_turn_away(self) -> None:
        """Return nothing."""
        self.dismiss(None)


def ask_and_write(screen: "ReviewScreen", kind: str = "") -> None:
    """Ask what and where to, then write; `kind` is chosen beforehand."""
    review = screen.situation.review
    folder = screen.folder or str(review.path.absolute().parent)

    written = cast("Intake", screen.app).written

    def chosen(answer: Export | None) -> None:
        if answer is None:
            return
        path = target(review, answer)
        if in_the_way(path, written):
            _ask_where(screen, answer, path, numbered(path, written))
        else:
            _write(screen, answer, path)

    screen.app.push_screen(ExportDialog(review, folder, kind, written), chosen)


def _ask_where(screen: "ReviewScreen", export: Export, path: Path, beside: Path) -> None:
    """Something stands there that may be another's work: the copy beside it comes first."""

    def taken(answer: int | None) -> None:
        if answer in {0, 1}:
            _write(screen, export, (beside, path)[answer])

    told = f"{path}\n{_changed(path)}不是这次打开程序以后导出的，或者导出后又改过；覆盖就找不回来了。"
    options = (f"另存为 {beside.name}", "覆盖", "取消")
    screen.app.push_screen(Choice("已有同名文件", options, before=told), taken)


def _changed(path: Path) -> str:
    try:
        at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return ""
    return f"最后修改于 {at:%Y-%m-%d %H:%M}，"


def _write(screen: "ReviewScreen", export: Export, path: Path) -> None:
    review = screen.situation.review
    try:
        written = write(review, export, path)
    except ShenyueError as reason:
        screen.notify(shown(str(reason)), severity="error", markup=False)
        return
    screen.folder = str(path.parent)
    screen.app.post_message(Saved(review.path, review, path, written))
    screen.says(f"已导出{counted(review, export.include)}：{path}")
    screen.notify(shown(f"已导出：{path.name}"), markup=False)
