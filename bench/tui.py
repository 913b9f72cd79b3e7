"""How soon the terminal app answers, beside a bare Textual app started in the same run: `python bench/tui.py`."""

import asyncio
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import textual
from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from shenyue.chat.replies import Reply, Situation
from shenyue.findings import Finding
from shenyue.model import Document, Paragraph, Span
from shenyue.review import Order, Review, open_review
from shenyue.tui.app import ShenyueApp
from shenyue.tui.desk import begun
from shenyue.tui.opening import spare_what_stays
from shenyue.tui.queue import queue_of
from shenyue.tui.screens.review import ReviewScreen

ROOT = Path(__file__).resolve().parent.parent
FAULTY = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
ROUNDS = 5
FINDINGS, PARAGRAPHS, STEPS = 500, 300, 60
REPAINT, KEYS = 50, "nna"
"""Milliseconds allowed, and the keys pressed in turn."""
QUIET = 0.25
"""Seconds after a key in which all of its painting is done."""

BARE = """
    import time
    from textual.app import App
    from textual.widgets import Footer, Input, ProgressBar, Static
    class Bare(App):
        def compose(self):
            yield Static("x"); yield Input(); yield ProgressBar(); yield Footer()
        def _display(self, screen, renderable):
            super()._display(screen, renderable)
            if screen.query(ProgressBar):
                print(time.time())
                self.exit()
    Bare().run(headless=True, size=(140, 45))
"""
OURS = """
    import sys, time
    from pathlib import Path
    from shenyue.tui.app import ShenyueApp
    def order():
        from shenyue.review import Order
        return Order()
    class Ours(ShenyueApp):
        seen = ["ProgressBar", "#findings"]
        def _display(self, screen, renderable):
            super()._display(screen, renderable)
            if self.seen and screen.query(self.seen[0]) and (self.seen[0] != "#findings" or screen.query_one("#findings").order):
                print(time.time())
                self.seen = self.seen[1:]
            if not self.seen:
                self.exit()
    Ours([Path(sys.argv[1])], order).run(headless=True, size=(140, 45))
"""
"""Both tell the moment at which they have painted; theirs is the screen that a terminal would get."""


def main() -> None:
    """Measure all and print."""
    bare, frame, first = startups()
    step = asyncio.run(key_to_repaint())
    print(
        f"{'✓' if frame <= bare + 0.2 else '✗'}  frame with progress   {frame:.2f} s, bare {bare:.2f} s, limit + 0.20"
    )
    print(
        f"{'✓' if first <= bare + 0.6 else '✗'}  first finding         {first:.2f} s, bare {bare:.2f} s, limit + 0.60"
    )
    print(
        f"{'✓' if step <= REPAINT else '✗'}  key to repaint, p95   {step:.1f} ms, limit {REPAINT} ({FINDINGS} findings, {PARAGRAPHS} paragraphs)"
    )


def startups() -> tuple[float, float, float]:
    """Medians in seconds from the start of the process: bare frame, our frame, our first finding; all byte-compiled."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {
            **os.environ,
            "PYTHONPYCACHEPREFIX": cache,
            "PYTHONPATH": str(ROOT / "src"),
            "XDG_STATE_HOME": cache,
            "XDG_CACHE_HOME": cache,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        started(BARE, environment)
        started(OURS, environment)
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(started(BARE, environment))
            ours.append(started(OURS, environment))
    return (
        statistics.median(times[0] for times in bare),
        statistics.median(times[0] for times in ours),
        statistics.median(times[1] for times in ours),
    )


def started(code: str, environment: dict[str, str]) -> list[float]:
    """Seconds from the start of a process to each of the moments that it prints."""
    begin = time.time()
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(FAULTY)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(moment) - begin for moment in run.stdout.split()]


class Silent:
    """An assistant that says nothing, so that the screen alone is measured."""

    def opening(self, review: Review) -> Reply:
        """No word."""
        raise NotImplementedError(review)

    def warm(self, review: Review) -> None:
        """Nothing."""

    def respond(self, situation: Situation, text: str) -> Reply:
        """No word."""
        raise NotImplementedError(situation, text)

    def complete(self, situation: Situation, text: str) -> tuple[str, ...]:
        """Nothing."""
        del situation, text
        return ()


class Watched(ShenyueApp):
    """The app, with the moment at which it last painted; what a terminal would get is really made."""

    painted = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
        self.painted = time.perf_counter()
        super()._display(screen, renderable)


async def key_to_repaint() -> float:
    """Milliseconds at p95 from a key to the last paint that it causes, in a large review."""
    app = Watched([], Order)
    async with app.run_test(size=(140, 45)) as pilot:
        review = large_review()
        app.queue = queue_of([review.path])
        await app.push_screen(ReviewScreen(begun(review), Silent()))
        await pilot.pause(2)
        spare_what_stays()
        times = []
        for at in range(STEPS):
            begin = time.perf_counter()
            app.simulate_key(KEYS[at % len(KEYS)])
            await asyncio.sleep(QUIET)
            times.append((app.painted - begin) * 1000)
    return statistics.quantiles(times, n=20)[-1]


def large_review() -> Review:
    """The sample review with its text and findings multiplied."""
    review = open_review(FAULTY, Order())
    text = "".join(
        f"（{number}）持续做好政策解读，全年发布解读83篇，其中图文解读75篇、视频解读8篇，及时回应关切。\n"
        for number in range(PARAGRAPHS)
    )
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    blocks = tuple(Paragraph(Span(start, end - 1)) for start, end in pairwise(starts))
    document = replace(review.report.document, text=text, blocks=blocks)
    findings = tuple(
        _finding(review.findings[number % len(review.findings)], number, document)
        for number in range(FINDINGS)
    )
    return replace(
        review,
        report=replace(review.report, document=document, sections=()),
        checked=replace(review.checked, findings=findings),
    )


def _finding(like: Finding, number: int, document: Document) -> Finding:
    span = document.blocks[number * PARAGRAPHS // FINDINGS].span
    place = replace(like.place, start=span.start + 2, end=span.start + 9, table=None, row=None, column=None)
    return replace(like, key=f"{number:012x}", operands=(), place=place)


if __name__ == "__main__":
    compileall.compile_dir(Path(textual.__file__).parent, quiet=2)
    main()
