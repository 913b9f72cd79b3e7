"""A store that cannot be trusted or written is refused in one sentence, and never overwritten."""

import sqlite3
from pathlib import Path

import pytest
from reviews_by_hand import confirmed, key, review

from shenyue.errors import UnusableStore
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store
from shenyue.store.schema import VERSION


def filled(path: Path, count: int = 3) -> None:
    store = Store(path)
    hand = Keeper(store, "张三")
    first = hand.resume(review()).review
    hand.keep(first, confirmed(first, *range(count)))
    store.close()


def run(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "新的" / "文件夹" / "reviews.sqlite"
    filled(path)
    assert set(Keeper(Store(path)).resume(review()).review.decisions) == {key(0), key(1), key(2)}


def test_every_commit_is_synced_in_full(tmp_path: Path) -> None:
    store = Store(tmp_path / "reviews.sqlite")

    asked = {name: store._rows(f"PRAGMA {name}", ())[0][0] for name in ("journal_mode", "synchronous")}

    assert asked == {"journal_mode": "wal", "synchronous": 2}


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    filled(path)
    run(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()

    with pytest.raises(UnusableStore, match="更新版本的程序写的"):
        Store(path)

    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    run(path, "CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()

    with pytest.raises(UnusableStore, match="不是本程序的审阅记录"):
        Store(path)

    assert path.read_bytes() == before


def test_a_store_that_is_damaged_is_put_aside_as_a_copy(tmp_path: Path) -> None:
    path, content = tmp_path / "reviews.sqlite", b"SQLite format 3\x00" + b"\xff" * 4096
    path.write_bytes(content)

    for _ in range(2):
        with pytest.raises(UnusableStore, match="已损坏，已另存副本"):
            Store(path)

    assert path.read_bytes() == content
    (aside,) = tmp_path.glob("reviews.sqlite.damaged-*")
    assert aside.read_bytes() == content


def test_damage_met_while_reading_is_told_and_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    filled(path)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xa5" * (len(raw) - 4096)
    path.write_bytes(raw)

    with pytest.raises(UnusableStore, match="已损坏"):
        Keeper(Store(path)).resume(review())

    assert path.read_bytes() == bytes(raw)
    assert list(tmp_path.glob("reviews.sqlite.damaged-*"))


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(UnusableStore, match="文件打不开"):
        Store(tmp_path)


def test_a_file_where_its_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("")
    with pytest.raises(UnusableStore, match="无法建立"):
        Store(tmp_path / "文件" / "reviews.sqlite")


def test_an_answer_that_cannot_be_written_is_not_taken_for_written(tmp_path: Path) -> None:
    store = Store(tmp_path / "reviews.sqlite")
    hand = Keeper(store, "张三")
    first = hand.resume(review()).review
    store._connection.execute("PRAGMA query_only = ON")

    with pytest.raises(UnusableStore, match="只读"):
        hand.keep(first, confirmed(first, 0))

    store._connection.execute("PRAGMA query_only = OFF")
    assert hand.resume(review()).review.decisions == {}
    assert set(hand.keep(first, confirmed(first, 1)).review.decisions) == {key(1)}


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = Store(tmp_path / "reviews.sqlite")
    hand = Keeper(store, "张三")
    first = hand.resume(review(findings=500)).review
    (pages,) = store._rows("PRAGMA page_count", ())[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(UnusableStore, match="磁盘已满"):
        hand.keep(first, confirmed(first, *range(500), note="很长的备注" * 20))

    assert hand.resume(review(findings=500)).review.decisions == {}
    assert store.first_break(store.reviews()[0]) is None


def test_a_writer_that_does_not_let_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reviews.sqlite"
    filled(path)
    monkeypatch.setattr("shenyue.store.opening._PATIENCE", 0.1)
    store = Store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(UnusableStore, match="另一个程序正在写入"):
        Keeper(store).resume(review())

    other.execute("ROLLBACK")
    other.close()


def test_an_entry_beyond_reading_is_named(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    filled(path)
    run(path, "DROP TRIGGER entry_stays_as_it_is")
    run(path, "UPDATE entry SET verdict = 'maybe' WHERE number = 2")
    hand = Keeper(Store(path))

    with pytest.raises(UnusableStore, match="第 2 条记录被改动过"):
        hand.resume(review())
    with pytest.raises(UnusableStore, match="第 2 条记录被改动过"):
        hand.keep(review(), confirmed(review(), 0))
