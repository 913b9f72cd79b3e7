"""What stands on the screen before there is a review: a report being read, or the choice of one. Must appear at once."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, OptionList, ProgressBar, Static

from shenyue.tui.messages import Wanted
from shenyue.tui.plain import shown


class Loading(Screen[None]):
    """A report is being read and checked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,escape", "app.leave", "退出", id="loading-quit")]

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._seconds = 0

    def compose(self) -> ComposeResult:
        """Which report, and that work goes on."""
        with Vertical(classes="dialog") as box:
            box.border_title = "审阅"
            yield Static(self._told(), markup=False, id="stage")
            yield ProgressBar(show_eta=False, show_percentage=False)

    def _told(self) -> str:
        return f"正在读取并核对：{shown(self._path.name)}"

    def on_mount(self) -> None:
        """Say how long it takes where it does."""
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        self._seconds += 1
        self.query_one("#stage", Static).update(f"{self._told()}（{self._seconds} 秒）")


def _named(path: str) -> str:
    """A report as the list shows it: its name first, the folder below."""
    return f"{shown(Path(path).name)}\n　{shown(str(Path(path).parent))}"


class Picker(Screen[None]):
    """Which report: a recent one, or a path."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,escape", "app.leave", "退出", id="picker-quit")]

    def __init__(self, recent: tuple[str, ...], trouble: str = "") -> None:
        super().__init__()
        self._recent, self._trouble = recent, trouble

    def compose(self) -> ComposeResult:
        """Trouble with the last one, the path, the recent ones."""
        with Vertical(classes="dialog") as box:
            box.border_title = "打开报告"
            box.border_subtitle = "↑↓ 选择　回车 打开　Esc 退出"
            if self._trouble:
                yield Static(self._trouble, markup=False, classes="trouble")
            yield Input(placeholder="报告文件的路径（.docx .html .txt .md），可把文件拖到这里", compact=True)
            yield Static("最近审阅：" if self._recent else "还没有审阅过报告。", markup=False)
            yield OptionList(*map(_named, self._recent), compact=True, markup=False)

    def on_mount(self) -> None:
        """Ready to type or to choose."""
        self.query_one(OptionList if self._recent else Input).focus()

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Open the path; terminals put quotes round a dragged file."""
        words = event.value.strip().strip("'\"")
        if words:
            self.app.post_message(Wanted(Path(words).expanduser()))

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Open a recent one."""
        self.app.post_message(Wanted(Path(self._recent[event.option_index])))

    def key_down(self) -> None:
        """From the line to the list."""
        if self._recent and isinstance(self.focused, Input):
            self.query_one(OptionList).focus()
