"""`shenyue FILE…`: open the terminal app; without a terminal, print the findings."""

import sys
from argparse import Namespace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from shenyue.cli import OK, UNREADABLE, WRONG_USAGE
from shenyue.cli.files import expand
from shenyue.cli.overwriting import never_over
from shenyue.cli.parser import parse
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.patterns import compiled
from shenyue.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from shenyue.review import Order
    from shenyue.store.keeping import Keeper
    from shenyue.tui.app import ShenyueApp

_SIZE = compiled(r"(\d{2,3})x(\d{2,3})")


def review(options: Namespace) -> int:
    """Run the command; the exit code."""
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if not on_terminal and options.screenshot is None:
        return _printed(options)
    try:
        return _opened(options)
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE


def _printed(options: Namespace) -> int:
    if not options.files:
        raise WrongUsage("没有终端，无法打开界面；请写明要审查的文件，例如 shenyue check 报告.docx。")
    _, unsaid = parse(["check", "--", *map(str, options.files)])
    code: int = import_module("shenyue.cli.check").check(Namespace(**(vars(unsaid) | vars(options))))
    return code


def _opened(options: Namespace) -> int:
    from shenyue.tui.app import ShenyueApp  # noqa: PLC0415 - printing must work where Textual does not
    from shenyue.tui.keys import keymap  # noqa: PLC0415

    def order() -> "Order":
        made: Order = import_module("shenyue.cli.order").order_from(options)
        return made

    keys = dict(read_settings().keys)
    keymap(keys)
    app = ShenyueApp(expand(options.files), order, keys=keys, keeper=_keeper(options))
    result = app.run() if options.screenshot is None else _pictured(app, options)
    if app.return_code:
        return WRONG_USAGE
    return OK if result is None else result


def _keeper(options: Namespace) -> "Callable[[], Keeper] | None":
    """Opens the store when first called. A picture is taken without one, unless it is asked for: nobody decides there."""
    if options.screenshot is not None and options.store is None and options.against is None:
        return None
    against = options.against and import_module("shenyue.cli.earlier").earlier_version(
        options.against, options
    )

    @cache
    def keeper() -> "Keeper":
        opened: Keeper = import_module("shenyue.store.keeping").keeper(
            options.store, options.reviewer, against
        )
        return opened

    return keeper


def _pictured(app: "ShenyueApp", options: Namespace) -> int | None:
    from shenyue.tui.picture import Photographer  # noqa: PLC0415 - as above

    size = _size(options.size)
    never_over(options.screenshot, options.files, "图")
    if not options.screenshot.absolute().parent.is_dir():
        raise WrongUsage(f"{options.screenshot.parent} 不是已有的文件夹，请先建好，或换一个位置存图。")
    taken = Photographer(options.screenshot, _pressed(options.press))
    result = app.run(headless=True, size=size, auto_pilot=taken)
    if taken.trouble is not None:
        raise taken.trouble
    return result


def _pressed(words: str) -> list[str]:
    from shenyue.tui.keys import is_key  # noqa: PLC0415 - as above

    for word in words.split():
        if len(word) > 1 and not is_key(word):
            raise WrongUsage(
                f"--press 里的“{word}”不是按键，可写一个字、f1 至 f24、ctrl+字母，或 enter、space 等键名，以空格分开。"
            )
    return words.split()


def _size(words: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(words)
    if match is None:
        raise WrongUsage(f"--size 应写成“列x行”，如 140x45，不能是“{words}”。")
    return int(match[1]), int(match[2])
