"""What stands on the screen before there is a review: a report being read, or the choice of one. Must appear at once."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, OptionList, ProgressBar, Static

from shenyue.tui.bursts import TakesWriting
from shenyue.tui.messages import Wanted
from shenyue.tui.paths import completed, path_of
from shenyue.tui.plain import shown

_CANDIDATES = 12
"""Names that are shown of those that a path may go on to."""


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


class PathField(Input):
    """The line for a path: what is dragged into it whole takes the place of what stands there."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            typed,
            placeholder="报告文件的路径（.docx .html .txt .md），可把文件拖到这里",
            select_on_focus=False,
            compact=True,
        )

    def on_paste(self, event: events.Paste) -> None:
        """Textual's own handler follows and puts it in."""
        if path_of(event.text).is_absolute():
            self.value = ""


class Picker(TakesWriting, Screen[None]):
    """Which report: a recent one, or a path. Whatever is typed, pasted or dragged is a path, also where the list has the keys."""

    LETTERS_ACT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "turn_away", "返回", id="picker-back"),
        Binding("ctrl+q", "app.leave", "退出", id="picker-quit"),
        Binding("tab", "complete", "补全", show=False, id="picker-complete"),
    ]

    def __init__(
        self, recent: tuple[str, ...], trouble: str = "", *, typed: str = "", back: Path | None = None
    ) -> None:
        super().__init__()
        self._recent, self._trouble, self._typed, self._back = recent, trouble, typed, back

    def compose(self) -> ComposeResult:
        """Trouble with the last one, the path and how it may go on, the recent ones."""
        with Vertical(classes="dialog") as box:
            box.border_title = "打开报告"
            lead = "↑↓ 选择　" if self._recent else ""
            leave = "返回" if self._back else "退出"
            box.border_subtitle = f"{lead}打字或粘贴路径　Tab 补全　回车 打开　Esc {leave}"
            yield Static(self._trouble, markup=False, classes="trouble")
            yield PathField(self._typed)
            yield Static(markup=False, id="candidates")
            yield Static("最近审阅：" if self._recent else "还没有审阅过报告。", markup=False)
            yield OptionList(*map(_named, self._recent), compact=True, markup=False)

    def on_mount(self) -> None:
        """Ready to type or to choose."""
        self._tell(self._trouble)
        self._list(())
        self.query_one(PathField if self._typed or not self._recent else OptionList).focus()

    def _tell(self, trouble: str) -> None:
        told = self.query_one(".trouble", Static)
        told.display = bool(trouble)
        told.update(trouble)

    def _list(self, names: tuple[str, ...]) -> None:
        more = f"　……共 {len(names)} 个" if len(names) > _CANDIDATES else ""
        told = self.query_one("#candidates", Static)
        told.display = len(names) > 1
        told.update(shown("　".join(names[:_CANDIDATES])) + more)

    # The path.

    def action_complete(self) -> None:
        """As far as it is clear how the path goes on; what it may be where it is not."""
        field = self.query_one(PathField)
        field.focus()
        field.value, names = completed(field.value)
        field.cursor_position = len(field.value)
        self._list(names)

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Open the path; one that leads to no file stays to be mended."""
        if not event.value.strip():
            return
        path = path_of(event.value)
        if path.is_file():
            self.app.post_message(Wanted(path))
        elif path.is_dir():
            self._tell(f"{shown(str(path))} 是文件夹，请写到文件名；按 Tab 列出里面的文件。")
        else:
            self._tell(f"没有 {shown(str(path))} 这个文件，请改正路径；按 Tab 补全。")

    # The list.

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Open a recent one."""
        self.app.post_message(Wanted(Path(self._recent[event.option_index])))

    def key_down(self) -> None:
        """From the line to the list."""
        if self._recent and isinstance(self.focused, Input):
            self.query_one(OptionList).focus()

    async def action_turn_away(self) -> None:
        """Back to the report that was open, else out."""
        if self._back is not None:
            self.app.post_message(Wanted(self._back))
        else:
            await self.run_action("app.leave")
