"""The app as the tests drive it: a sample report, the assistant that ships, keys pressed, text read off the screen."""

import asyncio
import html
from collections.abc import Awaitable, Callable
from pathlib import Path

import regex
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from shenyue.review import Order
from shenyue.rules import pack_folders
from shenyue.tui.app import ShenyueApp
from shenyue.tui.blocks import Prose
from shenyue.tui.bursts import HOLD
from shenyue.tui.keeping import Keeper
from shenyue.tui.screens.review import ReviewScreen
from shenyue.tui.talk import Talk
from shenyue.tui.widgets.conversation import Conversation

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
Story = Callable[[ShenyueApp, Pilot[int]], Awaitable[None]]


def order() -> Order:
    return Order(folders=pack_folders())


def run(
    story: Story,
    *files: Path,
    size: tuple[int, int] = (140, 45),
    keys: dict[str, str] | None = None,
    talk: Talk | None = None,
    keeper: Keeper | None = None,
) -> None:
    """Open the app on some files, wait for the first review, and live the story."""

    async def lived() -> None:
        app = ShenyueApp(files, order, keys=keys, talk=talk, keeper=keeper)
        async with app.run_test(size=size, notifications=True) as pilot:
            if files:
                await opened(app, pilot)
            await story(app, pilot)

    asyncio.run(lived())


async def opened(app: ShenyueApp, pilot: Pilot[int]) -> None:
    """Until the review is on the screen and the assistant has spoken."""
    for _ in range(200):
        await pilot.pause(0.05)
        screens = [screen for screen in app.screen_stack if isinstance(screen, ReviewScreen)]
        if any(one.blocks for screen in screens for one in screen.query(Conversation)):
            await app.workers.wait_for_complete()
            await pilot.pause(0.1)
            return
    raise AssertionError("the review never came up")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, letting each take effect."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def settled(pilot: Pilot[int]) -> None:
    """Until no key waits for what may follow it."""
    assert isinstance(pilot.app, ShenyueApp)
    while pilot.app.held:
        await pilot.pause(HOLD)
    await pilot.pause()


async def burst(app: ShenyueApp, pilot: Pilot[int], text: str) -> None:
    """All characters at once, as a terminal sends a sentence of an input method."""
    for sign in text:
        key = "enter" if sign == "\r" else sign if sign.isalnum() else _character_to_key(sign)
        app.post_message(events.Key(key, sign))
    await settled(pilot)


async def paste(app: ShenyueApp, pilot: Pilot[int], text: str) -> None:
    """A bracketed paste."""
    app.post_message(events.Paste(text))
    await settled(pilot)


def review_screen(app: ShenyueApp) -> ReviewScreen:
    found = [screen for screen in app.screen_stack if isinstance(screen, ReviewScreen)]
    return found[-1]


async def ask(app: ShenyueApp, pilot: Pilot[int], question: str) -> str:
    """Type a question into the input line that has the keys; what the assistant answers."""
    before = len(said(app))
    await press(pilot, *question, "enter")
    await app.workers.wait_for_complete()
    await pilot.pause()
    return said(app)[before:]


def said(app: ShenyueApp) -> str:
    """The whole conversation."""
    blocks = review_screen(app).query_one(Conversation).blocks
    return "\n".join(block.text for block in blocks if isinstance(block, Prose))


def seen(app: ShenyueApp) -> str:
    """The characters on the screen, in order."""
    texts = regex.findall(r"<text[^>]*>(.*?)</text>", app.export_screenshot(simplify=False))
    return html.unescape(" ".join(texts)).replace("\xa0", " ")
