"""The command line: `main` finds the command, each command lives in its own module and is imported when it is called."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

from shenyue import __version__

OK, FOUND, WRONG_USAGE, UNREADABLE = 0, 1, 2, 3
"""Exit codes of the contract; where several apply, the highest."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        sys.stdout.write(f"shenyue {__version__}\n")
        return OK
    return _run(words)


def _run(words: list[str]) -> int:
    from shenyue.cli.interrupts import heeded_interrupts  # noqa: PLC0415
    from shenyue.cli.parser import parse  # noqa: PLC0415 - `--version` must not wait for the rest
    from shenyue.errors import ShenyueError  # noqa: PLC0415
    from shenyue.writing import cause  # noqa: PLC0415

    atexit.register(gc.freeze)  # the program ends: a last look for litter would take a tenth of a short run
    _speak_utf8()
    try:
        with heeded_interrupts():
            command, options = parse(words)
            return command(options)
    except ShenyueError as reason:
        sys.stderr.write(f"{reason}\n")
        return WRONG_USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as reason:
        what = f"无法使用“{reason.filename}”" if reason.filename else "结果没有写完"
        sys.stderr.write(f"{what}：{cause(reason)}。请检查路径，或者处理后再试。\n")
        return WRONG_USAGE
    except KeyboardInterrupt:
        sys.stderr.write("已中断。\n")
        return 130
    except Exception as reason:
        if "SHENYUE_DEBUG" in os.environ:
            raise
        sys.stderr.write(
            f"程序内部出错（{type(reason).__name__}），没有做完；请把这条命令和用到的文件发给维护人员。\n"
        )
        return WRONG_USAGE


def _speak_utf8() -> None:
    """Write Chinese whatever the terminal's code page can show; what it cannot is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
