"""Options that many commands have, and how a command's function is found."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

Command = Callable[[argparse.Namespace], int]


def call(module: str, name: str) -> Command:
    """The function of a command, imported when it is called: no command waits for the others."""

    def run(options: argparse.Namespace) -> int:
        command: Command = getattr(import_module(f"shenyue.cli.{module}"), name)
        return command(options)

    return run


def named_path(word: str) -> Path:
    """A path as it was typed; an empty word is none, and not the working folder that `Path` makes of it."""
    if not word.strip():
        raise argparse.ArgumentTypeError("空名称")
    return Path(word)


def add_colour(parser: argparse.ArgumentParser) -> None:
    """`--color`."""
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="颜色（默认只在终端上用）"
    )
    parser.set_defaults(output=None)


def add_pack(parser: argparse.ArgumentParser) -> None:
    """`--district` and `--rules`."""
    parser.add_argument(
        "--district", metavar="规则包", help="规则包，如 beijing/xicheng；不给则按设置，再按报告标题选定"
    )
    add_folders(parser)


def add_folders(parser: argparse.ArgumentParser) -> None:
    """`--rules`."""
    parser.set_defaults(district=parser.get_default("district"))
    parser.add_argument(
        "--rules",
        action="append",
        type=named_path,
        default=[],
        metavar="文件夹",
        help="另外的规则文件夹，优先于自带的",
    )
