"""What the mouse does, what the clipboard gets, and what another size of the terminal changes."""

from app_by_hand import FAULTY, press, review_screen, run, seen
from textual.pilot import Pilot

from shenyue.tui.app import ShenyueApp
from shenyue.tui.widgets.caption import PaneTab
from shenyue.tui.widgets.conversation import Conversation
from shenyue.tui.widgets.findings import FindingsList
from shenyue.tui.widgets.report import ReportView


def test_a_click_on_the_list_goes_to_the_finding() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await pilot.click(FindingsList, offset=(6, 4))
        await pilot.pause()
        assert screen.situation.current == screen.situation.review.findings[1].key

    run(story, FAULTY)


def test_a_click_on_a_marked_spot_of_the_report_goes_to_its_finding() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "n", "n", "n", "n")
        view = screen.query_one(ReportView)
        total = screen.situation.review.findings[4]
        await press(pilot, "p", "p", "p", "p")
        view.show_finding(total)
        block, place, _ = view._brought or (0, 0, False)
        line = view.line_of(block, place) - view.scroll_offset.y
        await pilot.click(ReportView, offset=(view.size.width - 3, line + 1))
        await pilot.pause()
        assert screen.situation.current == total.key

    run(story, FAULTY)


def test_a_click_on_a_citation_leads_there() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        talk = screen.query_one(Conversation)
        second = [at for at, block in enumerate(talk.blocks) if block.link is not None][1]
        await pilot.click(Conversation, offset=(4, talk.line_of(second) - talk.scroll_offset.y + 1))
        await pilot.pause()
        assert screen.situation.current == screen.situation.review.findings[1].key

    run(story, FAULTY)


def test_a_click_on_a_key_does_what_the_key_does() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await pilot.click("#keys", offset=(2, 0))
        await pilot.pause()
        assert review_screen(app).situation.current == review_screen(app).situation.review.findings[1].key

    run(story, FAULTY)


def test_a_click_on_a_tab_shows_its_pane() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await pilot.click(review_screen(app).query(PaneTab)[1])
        await pilot.pause()
        assert review_screen(app).pane == "middle"

    run(story, FAULTY, size=(80, 24))


def test_the_finding_is_copied_through_the_terminal() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "y")
        assert "N211" in app.clipboard
        assert "三是" in app.clipboard

    run(story, FAULTY)


def test_what_the_mouse_drags_over_is_copied() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await pilot.mouse_down("#card", offset=(2, 1))
        await pilot.hover("#card", offset=(36, 2))
        await pilot.mouse_up("#card", offset=(36, 2))
        await pilot.pause()
        assert "第 1/6 条" in (app.screen.get_selected_text() or "")

    run(story, FAULTY)


def test_another_size_keeps_the_place() -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "n", "n", "n", "n")
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.2)
        assert screen.has_class("narrow")
        assert "已处理 0/6" in seen(app)
        await press(pilot, "enter")
        assert "一、本年新收政府信息公开申请" in seen(app)
        await pilot.resize_terminal(200, 60)
        await pilot.pause(0.2)
        assert not screen.has_class("narrow")
        assert "一、本年新收政府信息公开申请" in seen(app)

    run(story, FAULTY)
