"""Reading a report in a thread: everything heavy is imported here, after the first frame."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import shenyue.tui.screens.review  # noqa: F401 - loaded here, in the thread, so that showing it does not wait
from shenyue.errors import ShenyueError
from shenyue.review import Order, open_review
from shenyue.tui.keeping import Keeper, taken_up
from shenyue.tui.messages import Opened, Refused


def opened(
    path: Path, order: Callable[[], Order], district: str | None, keeper: Keeper | None = None
) -> Opened | Refused:
    """The review of a file, or the sentence that says why there is none; nothing that a file holds ends the app."""
    try:
        wanted = order()
        review = open_review(path, replace(wanted, district=district) if district else wanted)
        situation, past = taken_up(review, keeper)
    except ShenyueError as reason:
        return Refused(path, str(reason))
    except Exception as reason:  # noqa: BLE001 - one file must not take the others with it
        return Refused(
            path,
            f"{path}：审阅时程序内部出错（{type(reason).__name__}），这份报告没有审完，请把文件发给维护人员。",
        )
    gc.freeze()  # what is loaded now stays; walking over it again and again would hold up keys for a tenth of a second
    return Opened(path, situation, past)
