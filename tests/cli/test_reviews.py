"""`shenyue reviews` as a user meets it."""

import json
import sqlite3
from pathlib import Path

import pytest
import regex
from reports_to_review import write_report

from shenyue.cli import FOUND, OK, WRONG_USAGE, main
from shenyue.decisions import Decision, Verdict
from shenyue.review import Order, decided, open_review
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one review of which two findings are answered and one answer was taken back."""
    path = tmp_path / "reviews.sqlite"
    kept = Store(path)
    hand = Keeper(kept, "张三")
    first = hand.resume(open_review(write_report(tmp_path), Order())).review
    one, two = (finding.key for finding in first.findings[:2])
    now = hand.keep(first, decided(first, one, Decision(Verdict.CONFIRMED, "请改", "", ""))).review
    now = hand.keep(now, decided(now, two, Decision(Verdict.REJECTED, "误报", "", ""))).review
    hand.keep(now, decided(now, two, None))
    kept.close()
    return path


def reviews(*words: object) -> int:
    return main(["reviews", *map(str, words)])


def head(store: Path, capsys: Capture) -> str:
    capsys.readouterr()
    reviews("list", "--format", "json", "--store", store)
    return str(json.loads(capsys.readouterr().out)[0]["head"])


def test_list_shows_how_far_each_review_is(store: Path, capsys: Capture) -> None:
    assert reviews("list", "--store", store) == OK
    shown = capsys.readouterr().out
    assert "永安市司法局" in shown
    assert "2023" in shown
    assert "  1/" in shown
    assert "共 1 份。" in shown

    assert reviews("list", "--store", store, "--unit", "民政局") == OK
    assert "没有符合的审阅记录" in capsys.readouterr().out


def test_show_tells_every_entry(store: Path, tmp_path: Path, capsys: Capture) -> None:
    assert reviews("show", tmp_path / "报告.txt", "--store", store) == OK
    shown = capsys.readouterr().out
    assert [word in shown for word in ("确认：请改", "不成立：误报", "撤回处理意见", "张三")] == [True] * 4
    assert not regex.search(r"\d\d:\d\d(:|[+Z])", shown), "minutes of this place, without offset"


def test_a_store_that_is_not_there_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert reviews("list", "--store", tmp_path / "无.sqlite") == WRONG_USAGE
    assert "还没有审阅记录" in capsys.readouterr().err
    assert not (tmp_path / "无.sqlite").exists()


@pytest.mark.parametrize("word", ["7", "无此报告.docx", "abc"])
def test_a_review_that_is_not_there_is_said(store: Path, capsys: Capture, word: str) -> None:
    assert reviews("show", word, "--store", store) == WRONG_USAGE
    assert f"没有这一份：{word}" in capsys.readouterr().err


def test_delete_asks_and_without_a_terminal_needs_yes(
    store: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert reviews("delete", 1, "--store", store) == WRONG_USAGE
    assert "--yes" in capsys.readouterr().err

    monkeypatch.setattr("sys.stdin", Terminal("不\n"))
    assert reviews("delete", 1, "--store", store) == OK
    assert "没有删除" in capsys.readouterr().out

    monkeypatch.setattr("sys.stdin", Terminal("是\n"))
    assert reviews("delete", 1, "--store", store) == OK
    assert "已删除" in capsys.readouterr().out
    assert reviews("show", 1, "--store", store) == WRONG_USAGE


class Terminal:
    """A keyboard on which one line is typed."""

    def __init__(self, line: str) -> None:
        self._line = line

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self._line


def test_a_review_goes_to_another_store_as_one_file(store: Path, tmp_path: Path, capsys: Capture) -> None:
    whole, other = head(store, capsys), tmp_path / "别处.sqlite"
    parcel = tmp_path / "一份.json"
    assert reviews("export", 1, "-o", parcel, "--store", store) == OK
    assert reviews("export", 1, "-o", parcel, "--store", store) == WRONG_USAGE
    assert "没有覆盖" in capsys.readouterr().err

    assert reviews("import", parcel, "--store", other) == OK
    assert "新收入" in capsys.readouterr().out
    assert reviews("import", parcel, "--store", other) == OK
    assert "已有全部处理意见" in capsys.readouterr().out

    assert head(other, capsys) == whole
    assert reviews("verify", "--store", other) == OK


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert reviews("import", tmp_path / "无.json", "--store", tmp_path / "别处.sqlite") == WRONG_USAGE
    assert "找不到文件" in capsys.readouterr().err


def test_importing_goes_on_where_the_same_review_left_off(
    store: Path, tmp_path: Path, capsys: Capture
) -> None:
    parcel, later = tmp_path / "一.json", tmp_path / "二.json"
    reviews("export", 1, "-o", parcel, "--store", store)
    other = tmp_path / "别处.sqlite"
    reviews("import", parcel, "--store", other)
    decide_again(other, tmp_path / "报告.txt", "李四")
    reviews("export", 1, "-o", later, "--store", other)
    capsys.readouterr()

    assert reviews("import", later, "--store", store) == OK
    assert "接上了新的处理意见" in capsys.readouterr().out
    assert head(store, capsys) == head(other, capsys)


def test_two_ways_from_one_beginning_are_refused(store: Path, tmp_path: Path, capsys: Capture) -> None:
    parcel, later = tmp_path / "一.json", tmp_path / "二.json"
    reviews("export", 1, "-o", parcel, "--store", store)
    other = tmp_path / "别处.sqlite"
    reviews("import", parcel, "--store", other)
    decide_again(other, tmp_path / "报告.txt", "李四")
    decide_again(store, tmp_path / "报告.txt", "王五")
    reviews("export", 1, "-o", later, "--store", other)
    before = head(store, capsys)

    assert reviews("import", later, "--store", store) == WRONG_USAGE
    assert "从第 4 条处理意见起各不相同" in capsys.readouterr().err
    assert head(store, capsys) == before


def decide_again(store: Path, report: Path, name: str) -> None:
    hand = Keeper(Store(store), name)
    first = hand.resume(open_review(report, Order())).review
    hand.keep(first, decided(first, first.findings[0].key, Decision(Verdict.TO_VERIFY, name, "", "")))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("请改", "请勿改", "第 1 条记录与校验值不符"),
        ('"schema": "shenyue.chain/1"', '"schema": "other"', "不是 shenyue reviews export 导出的"),
        ('"verdict": "confirmed"', '"verdict": 7', "不是 shenyue reviews export 导出的"),
        ('"note"', '"nota"', "不是 shenyue reviews export 导出的"),
        ('"title"', '"titel"', "不是 shenyue reviews export 导出的"),
        ("}", "", "不是 shenyue reviews export 导出的"),
    ],
)
def test_a_file_that_was_altered_is_not_taken_in(
    store: Path, tmp_path: Path, capsys: Capture, old: str, new: str, said: str
) -> None:
    parcel = tmp_path / "一份.json"
    reviews("export", 1, "-o", parcel, "--store", store)
    parcel.write_text(parcel.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert reviews("import", parcel, "--store", tmp_path / "别处.sqlite") == WRONG_USAGE
    assert said in capsys.readouterr().err
    reviews("list", "--store", tmp_path / "别处.sqlite")
    assert "没有符合的审阅记录" in capsys.readouterr().out


def test_verify_names_the_entry_that_was_altered(store: Path, capsys: Capture) -> None:
    assert reviews("verify", "--store", store) == OK
    assert "核验 1 份审阅、3 条记录：全部通过。" in capsys.readouterr().out

    connection = sqlite3.connect(store)
    connection.execute("DROP TRIGGER entry_stays_as_it_is")
    connection.execute("UPDATE entry SET note = '不必改' WHERE number = 1")
    connection.commit()
    connection.close()

    assert reviews("verify", "--store", store) == FOUND
    shown = capsys.readouterr().out
    assert "第 1 条记录与校验值不符" in shown
    assert "1 份不通过" in shown
    assert reviews("show", 1, "--store", store) == WRONG_USAGE


def test_verify_says_which_state_a_memo_was_made_from(store: Path, capsys: Capture) -> None:
    whole = head(store, capsys)
    assert reviews("verify", "--head", whole[:10], "--store", store) == OK
    assert "第 3 条记录之后的状态，之后没有改动" in capsys.readouterr().out

    assert reviews("verify", "--head", "0123456789", "--store", store) == FOUND
    assert "没有一份审阅的记录里有链头 0123456789" in capsys.readouterr().out
    assert reviews("verify", "--head", "01", "--store", store) == WRONG_USAGE
