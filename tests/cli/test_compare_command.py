"""`shenyue compare` as a user meets it."""

import json
from pathlib import Path

import jsonschema
import pytest
from reports_to_review import write_report

from shenyue.cli import FOUND, OK, UNREADABLE, WRONG_USAGE, main
from shenyue.decisions import Decision, Verdict
from shenyue.review import Order, decided, open_review
from shenyue.store.keeping import keeper

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A report whose 二是 stands twice, and its mended version; the first was decided through."""
    old, new = (
        write_report(tmp_path, "原稿.txt"),
        write_report(tmp_path, "修改稿.txt", again="三是改进服务。"),
    )
    hand = keeper(reviewer="张三")
    now = hand.resume(open_review(old, Order())).review
    for finding in now.findings:
        now = hand.keep(
            now, decided(now, finding.key, Decision(Verdict.CONFIRMED, f"改{finding.rule}", "", ""))
        ).review
    return old, new


def compared(*words: object) -> int:
    return main(["compare", *map(str, words)])


def test_what_is_mended_and_what_is_left(pair: tuple[Path, Path], capsys: Capture) -> None:
    assert compared(*pair) == FOUND
    shown = capsys.readouterr().out
    assert "已改正 1 处" in shown
    assert "原处理意见：确认：改N211" in shown
    assert "处理意见沿用：确认：改T301" in shown
    assert "“二”改为“三”" in shown
    assert "※" not in shown


def test_json_follows_its_schema(pair: tuple[Path, Path], root: Path, capsys: Capture) -> None:
    compared(*pair, "--format", "json")
    answer = json.loads(capsys.readouterr().out)

    jsonschema.validate(answer, json.loads((root / "docs/schema/shenyue.compare-1.json").read_text("utf-8")))
    assert answer["summary"]["mended"] == 1
    assert [one["carried"] for one in answer["findings"] if one["fate"] == "remains"] == [True] * answer[
        "summary"
    ]["remains"]


def test_the_first_version_may_be_gone(pair: tuple[Path, Path], capsys: Capture) -> None:
    compared(*pair)
    before = capsys.readouterr().out
    pair[0].unlink()

    assert compared(1, pair[1]) == FOUND
    assert capsys.readouterr().out == before


def test_carry_keeps_what_still_holds(pair: tuple[Path, Path], capsys: Capture) -> None:
    compared(*pair, "--carry", "--reviewer", "李四")
    assert "已沿用" in capsys.readouterr().err

    main(["reviews", "list", "--format", "json"])
    first, second = json.loads(capsys.readouterr().out)[::-1]
    assert second["decided"] == first["decided"] - 1
    main(["reviews", "show", str(second["id"])])
    assert "李四" in capsys.readouterr().out

    compared(*pair, "--carry", "--reviewer", "李四")
    assert "已沿用 0 条" in capsys.readouterr().err


def test_without_carry_nothing_is_written(pair: tuple[Path, Path], capsys: Capture) -> None:
    compared(*pair)
    capsys.readouterr()
    main(["reviews", "list", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_fail_on_decides_the_exit_code(pair: tuple[Path, Path]) -> None:
    assert compared(*pair, "--fail-on", "never") == OK


@pytest.mark.parametrize(
    ("old", "code", "said"), [("7", WRONG_USAGE, "没有序号为 7"), ("无.docx", UNREADABLE, "无.docx")]
)
def test_a_first_version_that_is_not_there(
    pair: tuple[Path, Path], capsys: Capture, old: str, code: int, said: str
) -> None:
    assert compared(old, pair[1]) == code
    assert said.replace("没有序号为", "") in capsys.readouterr().err


def test_another_unit_is_said(pair: tuple[Path, Path], tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "别的.txt"
    other.write_text(pair[1].read_text("utf-8").replace("永安市司法局", "永安市民政局"), "utf-8")
    compared(pair[0], other)
    assert "注意：单位不同，原稿“永安市司法局”，修改稿“永安市民政局”" in capsys.readouterr().out
