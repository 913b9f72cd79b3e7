"""Rules change while the app is open: from a finding, or because somebody saved a file; answers that were given stay."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, ask, press, review_screen, run, said, seen
from textual.pilot import Pilot

from shenyue.cli import OK, main
from shenyue.decisions import Verdict
from shenyue.settings import user_rules_path
from shenyue.tui.app import ShenyueApp

OWN = 'name = "本科室"\nversion = "1"\nextends = "beijing/xicheng"\ninstead = true\n'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A copy of the faulty sample: N211, N204, T303 twice, T311, T313."""
    return Path(shutil.copy(FAULTY, tmp_path))


def rules(app: ShenyueApp) -> list[str]:
    return sorted(finding.rule for finding in review_screen(app).situation.review.findings)


async def until(app: ShenyueApp, pilot: Pilot[int], words: str) -> None:
    """Until the screen or the conversation says something."""
    for _ in range(120):
        await pilot.pause(0.1)
        if words in said(app) + told(app):
            return
    raise AssertionError(f"never said: {words}\n{said(app)}\n{told(app)}")


def told(app: ShenyueApp) -> str:
    """What small notices say."""
    return "\n".join(one.message for one in app._notifications)


async def go_to(app: ShenyueApp, pilot: Pilot[int], rule: str) -> None:
    screen = review_screen(app)
    await press(pilot, *["p"] * 10)
    for _ in range(10):
        current = screen.situation.current
        if any(one.key == current and one.rule == rule for one in screen.situation.review.findings):
            return
        await press(pilot, "n")


def test_a_rule_is_switched_off_from_a_finding_and_on_again(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        first = next(iter(review_screen(app).situation.review.decisions))
        await go_to(app, pilot, "T303")
        await press(pilot, "l", *"ok", "enter")
        await until(app, pilot, "规则已更新（beijing/xicheng/own")
        assert "T303" not in rules(app)
        assert "新增 0 条，减少 2 条（T303）" in said(app)
        assert review_screen(app).situation.review.decisions[first].verdict is Verdict.CONFIRMED
        assert "disable = {reason" in (
            user_rules_path() / "beijing" / "xicheng" / "own" / "pack.toml"
        ).read_text("utf-8")
        await press(pilot, "U")
        await until(app, pilot, "新增 2 条（T303），减少 0 条")
        assert rules(app).count("T303") == 2
        assert not user_rules_path().exists()
        await press(pilot, "U")
        assert "没有可以撤销的规则改动" in told(app)

    run(story, report)


def test_a_rule_becomes_a_hint_and_the_answer_to_it_stays(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await go_to(app, pilot, "T311")
        key = review_screen(app).situation.current
        await press(pilot, "u")
        await go_to(app, pilot, "T311")
        await press(pilot, "h", "enter")
        await until(app, pilot, "规则已更新")
        situation = review_screen(app).situation
        finding = next(one for one in situation.review.findings if one.key == key)
        assert finding.severity == "info"
        assert situation.review.decisions[key].verdict is Verdict.TO_VERIFY

    run(story, report)


def test_a_saved_file_is_read_again_and_a_broken_one_changes_nothing(report: Path) -> None:
    file = user_rules_path() / "own" / "pack.toml"

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        file.parent.mkdir(parents=True)
        file.write_text(OWN + '[override.N211]\ndisable = {reason = "a"}\n', "utf-8")
        await until(app, pilot, "规则已更新（own 1")
        assert "N211" not in rules(app)
        file.write_text(OWN + '[override.N211]\nseverty = "info"\n', "utf-8")
        await until(app, pilot, "规则包改得有误，仍用原来的规则")
        assert "own/pack.toml:6: override.N211.severty：不认识这个键" in told(app)
        assert "N211" not in rules(app)
        file.write_text(OWN, "utf-8")
        await until(app, pilot, "新增 1 条（N211），减少 0 条")
        assert "N211" in rules(app)

    run(story, report)


def test_answers_survive_a_switch_of_packs(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "a")
        before = dict(review_screen(app).situation.review.decisions)
        await ask(app, pilot, "换成全国规则")
        for _ in range(100):
            await pilot.pause(0.1)
            review = review_screen(app).situation.review
            if review.pack.id == "national" and not review.outstanding:
                break
        assert review_screen(app).situation.review.pack.id == "national"
        assert review_screen(app).situation.review.decisions == before
        await until(app, pilot, "规则包已换成全国通用（national）：问题共 6 条，没有增减。")
        assert "界面里选定 national" in said(app)
        assert "命令行" not in said(app)
        assert "接着上次" not in said(app)

    run(story, report)


def test_a_new_waiver_beside_the_report_is_seen(report: Path) -> None:
    waiver = (
        '[[waiver]]\nrule = "T303"\nunit = "*"\nreason = "台账待核"\nperson = "张三"\nexpires = 2999-12-31\n'
    )

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        expired = waiver.replace("T303", "N211").replace("2999", "2020")
        report.with_name("shenyue.toml").write_text(waiver + expired, "utf-8")
        await until(
            app, pilot, "放过清单有变化：问题共 4 条，新增 0 条，减少 2 条（T303），放过清单放过 2 条。"
        )
        await press(pilot, "f", "end", "enter")
        shown = seen(app).replace(" ", "").replace("│", "")  # a line may break anywhere
        assert "放过的问题（2处）" in shown
        assert "放过：台账待核（张三，至2999-12-31）" in shown
        assert "放过规则N211的一条已于2020-12-31到期" in shown

    run(story, report)


def test_a_baseline_made_meanwhile_is_called_one_and_no_change_is_none(report: Path) -> None:
    made = report.with_name("shenyue-baseline.json")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert main(["baseline", "create", str(report.parent)]) == OK
        await until(
            app,
            pilot,
            "基线有变化：问题共 0 条，新增 0 条，减少 6 条（N211、N204、T303、T311、T313），基线放过 6 条。",
        )
        before = said(app)
        made.write_text(made.read_text("utf-8") + "\n", "utf-8")
        await pilot.pause(2.5)
        assert said(app) == before
        made.unlink()
        await until(
            app,
            pilot,
            "基线有变化：问题共 6 条，新增 6 条（N211、N204、T303、T311、T313），减少 0 条，基线放过 0 条。",
        )

    run(story, report)
