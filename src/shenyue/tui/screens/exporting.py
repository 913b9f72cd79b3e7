"""Exporting from the main screen: what, which findings, where to; read beforehand, never over a file unasked."""

from typing import TYPE_CHECKING, ClassVar

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
from shenyue.tui.exporting import KINDS, Export, counted, preview, target, write
from shenyue.tui.messages import Saved
from shenyue.tui.plain import plain, shown
from shenyue.tui.screens.dialogs import yes_no
from shenyue.tui.widgets.page import Page

if TYPE_CHECKING:
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


class ExportDialog(ModalScreen[Export]):
    """Choose kind, findings and folder, with the text in view; returns the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "turn_away", "返回", id="export-back")]

    def __init__(self, review: Review, folder: str, kind: str = "") -> None:
        super().__init__()
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
        self._show_target()

    def _text(self) -> str:
        try:
            return preview(self._review, self._include)
        except ShenyueError as reason:
            return str(reason)

    @on(Input.Changed)
    @on(OptionList.OptionHighlighted)
    def _show_target(self) -> None:
        self.query_one("#target", Static).update(plain(f"文件：{target(self._review, self._chosen())}"))

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

    def chosen(answer: Export | None) -> None:
        if answer is not None:
            _unless_there(screen, answer)

    screen.app.push_screen(ExportDialog(review, folder, kind), chosen)


def _unless_there(screen: "ReviewScreen", export: Export) -> None:
    path = target(screen.situation.review, export)

    def sure(answer: int | None) -> None:
        if answer == 0:
            _write(screen, export)

    if path.exists():
        screen.app.push_screen(yes_no(f"{path} 已经有了，要覆盖吗？", "覆盖"), sure)
    else:
        _write(screen, export)


def _write(screen: "ReviewScreen", export: Export) -> None:
    review = screen.situation.review
    try:
        path = write(review, export)
    except ShenyueError as reason:
        screen.notify(shown(str(reason)), severity="error", markup=False)
        return
    screen.folder = str(path.parent)
    screen.app.post_message(Saved(review.path, review, screen.folder))
    screen.says(f"已导出{counted(review, export.include)}：{path}")
    screen.notify(shown(f"已导出：{path.name}"), markup=False)
