"""Reading a report in a thread: everything heavy is imported here, after the first frame."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import shenyue.tui.screens.review  # noqa: F401 - loaded here, in the thread, so that showing it does not wait
from shenyue.errors import ShenyueError, UnreadableFile
from shenyue.review import Order, growing_review
from shenyue.tui.desk import begun
from shenyue.tui.keeping import Keeper, taken_up
from shenyue.tui.messages import Completed, Opened, Refused
from shenyue.tui.watching import Watch

_RARELY = 100
"""Collections of the middle generation between two of the old one."""
_SOON = 2
"""Seconds within which what is found is on the screen, or the screen is not waited for."""


def spare_what_stays() -> None:
    """Keep the collector from walking over what is loaded, and over all the rest at every other key: it held keys up for a tenth of a second."""
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _RARELY)
    gc.enable()


def opened(
    path: Path, order: Callable[[], Order], district: str | None, keeper: Keeper | None = None
) -> Iterator[Opened | Completed | Refused]:
    """The review of a file, first what is found at once, then the whole; or the sentence that says why there is none.

    Nothing that a file holds ends the app.
    """
    try:
        wanted = order()
        if district:
            wanted = replace(wanted, district=district, in_session=True)
        growing = growing_review(path, wanted)
        review = next(growing)
        first = Opened(path, begun(review))
        yield first
        first.seen.wait(_SOON)
        *_, whole = review, *growing
        yield Completed(path, *taken_up(whole, keeper))
    except ShenyueError as reason:
        yield Refused(path, reason)
    except Exception as reason:  # noqa: BLE001 - one file must not take the others with it
        sentence = (
            f"{path}：审阅时程序内部出错（{type(reason).__name__}），这份报告没有审完，请把文件发给维护人员。"
        )
        yield Refused(path, UnreadableFile(sentence))
    spare_what_stays()


def watch_over(order: Callable[[], Order]) -> Watch | None:
    """A watch over the rule files; None where it is not known which they are, which the first report will say."""
    try:
        return Watch(order)
    except ShenyueError:
        return None
