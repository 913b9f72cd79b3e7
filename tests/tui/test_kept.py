"""What is decided in the app is on disk before it is shown, and there again when the report is opened again."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from app_by_hand import FAULTY, ask, opened, press, review_screen, run, said, seen
from textual.pilot import Pilot

from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.compare import version_of
from shenyue.decisions import Decision, Verdict
from shenyue.errors import UnusableStore
from shenyue.review import Order, Review, decided, open_review
from shenyue.store.keeping import Earlier, Keeper
from shenyue.store.kept import Store
from shenyue.tui.app import ShenyueApp
from shenyue.tui.desk import begun
from shenyue.tui.screens.dialogs import Choice
from shenyue.tui.screens.reading import Reading

Opens = Callable[[], Keeper]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "reviews.sqlite"


def keeper(store: Path, name: str = "张三") -> Opens:
    return cache(lambda: Keeper(Store(store), name))


def test_a_review_goes_on_where_it_was_left(report: Path, store: Path) -> None:
    async def first(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "a", "x", *"ok", "enter")
        await press(pilot, "q")
        assert app.return_code == 0, "nothing would be lost, so nothing is asked"

    async def second(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        keys = [finding.key for finding in screen.situation.review.findings]
        assert "已处理 3/6" in seen(app)
        assert screen.situation.current == keys[3]
        assert "接着上次的进度：已处理 3 条" in said(app)
        assert {one.by for one in screen.situation.review.decisions.values()} == {"张三"}
        await press(pilot, "z")
        assert "已处理 2/6" in seen(app)
        assert keys[2] not in screen.situation.review.decisions

    run(first, report, keeper=keeper(store))
    run(second, report, keeper=keeper(store, "李四"))
    kept = Store(store)
    (review,) = kept.reviews()
    assert (review.entries, review.decided, kept.first_break(review)) == (4, 2, None)


def test_a_batch_decided_in_words_is_taken_back_as_one(report: Path, store: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await ask(app, pilot, "全部确认")
        await ask(app, pilot, "是")
        assert "已处理 6/6" in seen(app)
        await ask(app, pilot, "撤销")
        assert "已处理 0/6" in seen(app)
        assert "已撤销对 6 条的处理" in said(app)
        await ask(app, pilot, "是")
        assert "已处理 0/6" in seen(app)
        assert "要把第 1 条记为“确认”吗" in said(app)

    run(story, report, keeper=keeper(store))


def test_progress_is_not_spoken_of_where_nothing_was_decided(report: Path, store: Path) -> None:
    async def undone(_app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "z")

    async def again(app: ShenyueApp, _pilot: Pilot[int]) -> None:
        assert "接着上次的进度" not in said(app)

    run(undone, report, keeper=keeper(store))
    run(again, report, keeper=keeper(store))


def test_a_pack_changed_in_the_conversation_is_no_other_session(report: Path, store: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "a")
        await ask(app, pilot, "换成全国规则")
        for _ in range(100):
            await pilot.pause(0.1)
            if "规则包已换成全国通用（national）" in said(app):
                break
        assert "规则包已换成全国通用（national）" in said(app)
        assert "接着上次的进度" not in said(app)
        assert "已处理 2/6" in seen(app)

    run(story, report, keeper=keeper(store))


def test_the_same_file_elsewhere_goes_on_too(report: Path, store: Path, tmp_path: Path) -> None:
    async def decide(_app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")

    async def look(app: ShenyueApp, _pilot: Pilot[int]) -> None:
        assert "已处理 1/6" in seen(app)

    run(decide, report, keeper=keeper(store))
    (tmp_path / "别处").mkdir()
    run(look, Path(shutil.copy(report, tmp_path / "别处" / "改了名.docx")), keeper=keeper(store))


def test_an_answer_that_cannot_be_kept_is_not_shown(report: Path, store: Path) -> None:
    hand = keeper(store)

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "a")
        before = screen.situation
        hand()._store._connection.execute("PRAGMA query_only = ON")
        await press(pilot, "a")
        assert screen.situation is before
        assert "没有保存，这一步不算" in said(app)
        assert "已处理 1/6" in seen(app)
        await press(pilot, "z")
        assert screen.situation is before
        hand()._store._connection.execute("PRAGMA query_only = OFF")
        await press(pilot, "a")
        assert "已处理 2/6" in seen(app)

    run(story, report, keeper=hand)
    assert Store(store).reviews()[0].entries == 2


def test_a_store_that_cannot_be_opened_is_said_at_once_and_tried_again(report: Path, store: Path) -> None:
    trouble = [True]
    hand = keeper(store)

    def opens() -> Keeper:
        if trouble[0]:
            raise UnusableStore("审阅记录 reviews.sqlite 无法读写：磁盘已满，请腾出空间后再试。")
        return hand()

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert isinstance(app.screen, Choice)
        assert "磁盘已满" in seen(app)
        await press(pilot, "enter", "a")
        assert not review_screen(app).situation.review.decisions
        trouble[0] = False
        await press(pilot, "a")
        assert "已处理 1/6" in seen(app)

    run(story, report, keeper=opens)
    assert Store(store).reviews()[0].entries == 1


class Decides:
    """An assistant that confirms the current finding, whatever is said."""

    def warm(self, review: Review) -> None:
        """Nothing is read."""

    def opening(self, review: Review) -> Reply:
        return Reply(Intent.SUMMARY, "您好。", begun(review))

    def complete(self, situation: Situation, text: str) -> tuple[str, ...]:
        del situation, text
        return ()

    def respond(self, situation: Situation, text: str) -> Reply:
        decision = Decision(Verdict.CONFIRMED, text, "", "")
        after = replace(situation, review=decided(situation.review, situation.current, decision))
        return Reply(Intent.DECIDE, "已标为确认", after)


def test_what_is_decided_in_the_conversation_is_kept_the_same_way(report: Path, store: Path) -> None:
    hand = keeper(store)

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "i", *"yes", "enter")
        await pilot.pause(0.3)
        assert "已标为确认" in said(app)
        assert Store(store).reviews()[0].entries == 1
        hand()._store._connection.execute("PRAGMA query_only = ON")
        await press(pilot, *"no", "enter")
        await pilot.pause(0.3)
        assert "没有保存，这一步不算" in said(app)
        assert said(app).count("已标为确认") == 1
        (kept,) = review_screen(app).situation.review.decisions.values()
        assert kept.note == "yes"
        hand()._store._connection.execute("PRAGMA query_only = OFF")

    run(story, report, keeper=hand, talk=Decides())


def test_what_another_window_decides_comes_in_and_undo_leaves_it(report: Path, store: Path) -> None:
    other = Keeper(Store(store), "李四")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        keys = [finding.key for finding in screen.situation.review.findings]
        await press(pilot, "a")
        theirs = other.resume(open_review(report, Order())).review
        other.keep(theirs, decided(theirs, keys[5], Decision(Verdict.REJECTED, "误报", "", "")))
        await press(pilot, "a")
        assert set(screen.situation.review.decisions) == {keys[0], keys[1], keys[5]}
        assert "李四" in said(app)
        await press(pilot, "z", "z")
        assert set(screen.situation.review.decisions) == {keys[5]}

    run(story, report, keeper=keeper(store))


def corrected(root: Path, folder: Path) -> tuple[Path, Path]:
    """A report and its corrected version, in which 二是 does not stand twice any more."""
    text = (root / "corpora" / "field" / "04-street-2022-faults.txt").read_text("utf-8")
    old, new = folder / "原稿.txt", folder / "修改稿.txt"
    old.write_text(text, "utf-8")
    new.write_text(text.replace("二是将征集到", "三是将征集到"), "utf-8")
    return old, new


def test_the_corrected_version_is_offered_what_still_holds(root: Path, tmp_path: Path, store: Path) -> None:
    old, new = corrected(root, tmp_path)

    async def first(app: ShenyueApp, pilot: Pilot[int]) -> None:
        for _ in review_screen(app).situation.review.findings:
            await press(pilot, "a")

    async def second(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        assert isinstance(app.screen, Choice)
        assert "这份报告审过另一稿" in seen(app)
        assert "已改正 1 处，仍存在 4 处，新出现 0 处" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Reading)
        assert "原处理意见：确认" in seen(app)
        await press(pilot, "escape")
        assert "已处理 4/4" in seen(app)
        await press(pilot, "z")
        assert "已处理 0/4" in seen(app)
        await press(pilot, "r")
        assert isinstance(app.screen, Reading)
        del screen

    run(first, old, keeper=keeper(store))
    run(second, new, keeper=keeper(store))
    newest = Store(store).reviews()[0]
    assert (newest.subject.path, newest.entries, newest.decided) == (str(new), 8, 0)


def test_a_version_that_is_named_is_compared_with(root: Path, tmp_path: Path, store: Path) -> None:
    old, new = corrected(root, tmp_path)
    against = Earlier(version_of(open_review(old, Order())), {}, str(old))

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert "已改正 1 处，仍存在 4 处" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Reading)

    run(story, new, keeper=lambda: Keeper(Store(store), "张三", against))


def test_turned_away_the_offer_changes_nothing(root: Path, tmp_path: Path, store: Path) -> None:
    old, new = corrected(root, tmp_path)

    async def first(_app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")

    async def second(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "escape")
        assert not review_screen(app).situation.review.decisions
        await opened(app, pilot)

    run(first, old, keeper=keeper(store))
    run(second, new, keeper=keeper(store))
    assert Store(store).reviews()[0].entries == 0


def test_records_that_fail_their_proof_are_neither_shown_nor_led_on(report: Path, store: Path) -> None:
    async def decide(_app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")

    async def look(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert "校验不通过" in seen(app)
        await press(pilot, "enter", "a")
        assert not review_screen(app).situation.review.decisions
        assert "没有保存，这一步不算" in said(app)

    run(decide, report, keeper=keeper(store))
    kept = Store(store)
    kept._connection.execute("UPDATE review SET head = ?", ("0" * 64,))
    run(look, report, keeper=keeper(store))
    assert Store(store).reviews()[0].entries == 1
