"""Ctrl+C, which Python drops where it falls into a destructor: it comes again, so that a batch stops."""

import signal
import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_SOON = 0.01
"""Seconds; by then the destructor is done."""


@contextmanager
def heeded_interrupts() -> Iterator[None]:
    """Inside, no KeyboardInterrupt is lost, nor told as an ignored one."""
    before = sys.unraisablehook

    def again(lost: "UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            Timer(_SOON, _strike).start()
        else:
            before(lost)

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = before


def _strike() -> None:
    """Ctrl+C for the main thread. Elsewhere than on Windows only a true signal wakes it."""
    if sys.platform == "win32":
        interrupt_main()
    elif main := main_thread().ident:
        signal.pthread_kill(main, signal.SIGINT)
