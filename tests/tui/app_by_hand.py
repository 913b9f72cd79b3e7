"""The app as the tests drive it: a small stand-in for the assistant, a sample report, keys pressed, text read off the screen."""

import asyncio
import html
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import regex
from textual.pilot import Pilot

from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.review import Order, Review
from shenyue.tui.app import ShenyueApp
from shenyue.tui.desk import begun
from shenyue.tui.screens.review import ReviewScreen

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
Story = Callable[[ShenyueApp, Pilot[int]], Awaitable[None]]


class Echo:
    """An assistant that says what it was asked, and cites the current finding."""

    def opening(self, review: Review) -> Reply:
        situation = begun(review)
        return Reply(
            Intent.SUMMARY, f"您好，我读完了这份报告，发现 {len(review.findings)} 处问题。", situation
        )

    def respond(self, situation: Situation, text: str) -> Reply:
        after = replace(situation, asked=(*situation.asked, Intent.EXPLAIN))
        cites = (Citation(finding=situation.current), Citation(cell=None, rule="T311"))
        return Reply(Intent.EXPLAIN, f"您问：{text}", after, cites)

    def complete(self, situation: Situation, text: str) -> tuple[str, ...]:
        del situation
        return tuple(one for one in ("怎么算出来的", "为什么不平") if one.startswith(text))


def order() -> Order:
    return Order()


def run(
    story: Story, *files: Path, size: tuple[int, int] = (140, 45), keys: dict[str, str] | None = None
) -> None:
    """Open the app on some files, wait for the first review, and live the story."""

    async def lived() -> None:
        app = ShenyueApp(files, order, keys=keys, talk=Echo())
        async with app.run_test(size=size, notifications=True) as pilot:
            if files:
                await opened(app, pilot)
            await story(app, pilot)

    asyncio.run(lived())


async def opened(app: ShenyueApp, pilot: Pilot[int]) -> None:
    """Until the review is on the screen and the assistant has spoken."""
    for _ in range(200):
        await pilot.pause(0.05)
        if isinstance(app.screen, ReviewScreen) and app.screen.query("#turns .assistant"):
            await pilot.pause()
            return
    raise AssertionError("the review never came up")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, letting each take effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def review_screen(app: ShenyueApp) -> ReviewScreen:
    found = [screen for screen in app.screen_stack if isinstance(screen, ReviewScreen)]
    return found[-1]


def seen(app: ShenyueApp) -> str:
    """The characters on the screen, in order."""
    texts = regex.findall(r"<text[^>]*>(.*?)</text>", app.export_screenshot(simplify=False))
    return html.unescape(" ".join(texts)).replace("\xa0", " ")


def picture(app: ShenyueApp) -> str:
    """The screen as SVG, without what changes from run to run."""
    return regex.sub(r"terminal-\d+", "terminal-0", app.export_screenshot(title="审阅")) + "\n"
