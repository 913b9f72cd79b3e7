"""A store of an older version is led on; what it holds is as it was."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from reviews_by_hand import AT, confirmed, key, review

from shenyue.decisions import Decision, Verdict
from shenyue.errors import UnusableStore
from shenyue.store.chain import Record, hash_of
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store
from shenyue.store.schema import MARK, STEPS, VERSION

RELEASED = ("fd1db18cb07f", "90c57d5c6d52")
"""Beginnings of the steps' sha256."""


def first_version(path: Path, entries: int) -> str:
    """A store as version 1 wrote it, by hand: no code of today but the step and the hash; its head."""
    report = review().report.document.source.sha256
    previous = report
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(STEPS[0])
        connection.execute("PRAGMA user_version = 1")
        connection.execute(f"PRAGMA application_id = {MARK}")
        connection.execute(
            "INSERT INTO review VALUES (1, ?, '甲.txt', '', '永安市司法局', 2023, 5, ?, ?, ?, ?, '')",
            (report, entries, AT, AT, entries),
        )
        for number in range(1, entries + 1):
            record = confirmed_record(number)
            own = hash_of(number, number, record, previous)
            connection.execute(
                "INSERT INTO entry VALUES (1, ?, ?, '张三', ?, ?, 'N211', 'confirmed', '', '张三', ?, 'national', '2026.1', '0.1.0', ?, ?)",
                (number, number, AT, record.finding, AT, previous, own),
            )
            previous = own
        connection.execute("UPDATE review SET head = ?", (previous,))
        connection.commit()
    return previous


def confirmed_record(number: int) -> Record:
    return Record(
        "张三",
        AT,
        key(number - 1),
        "N211",
        Decision(Verdict.CONFIRMED, "", "张三", AT),
        "national",
        "2026.1",
        "0.1.0",
    )


def test_a_step_that_was_released_is_never_changed() -> None:
    assert tuple(sha256(step.encode()).hexdigest()[:12] for step in STEPS) == RELEASED


def test_version_1_is_led_on(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    head = first_version(path, 3)

    store = Store(path)
    hand = Keeper(store, "李四")
    (kept,) = store.reviews()
    assert (kept.head, store.first_break(kept)) == (head, None)
    resumed = hand.resume(review())
    assert set(resumed.review.decisions) == {key(0), key(1), key(2)}
    hand.keep(resumed.review, confirmed(resumed.review, 3))
    assert store.first_break(store.reviews()[0]) is None
    assert store._rows("PRAGMA user_version", ()) == [(VERSION,)]
    assert store.version(store.reviews()[0]) is not None


def test_migration_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    first_version(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE version (other TEXT)")
        connection.commit()

    with pytest.raises(UnusableStore):
        Store(path)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT COUNT(*) FROM entry").fetchone() == (2,)
