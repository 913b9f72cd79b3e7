"""A log cannot be altered unseen: whatever is changed in any entry, the proof fails and names it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews_by_hand import confirmed, review, without

from shenyue.errors import UnusableStore
from shenyue.store.chain import hash_of
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store

COLUMNS = (
    "number", "step", "by", "at", "finding", "rule", "verdict", "note", "decided_by", "decided_at", "pack",
    "pack_version", "program", "previous", "hash",
)  # fmt: skip
LENGTH = 8


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with one review of eight entries, as bytes."""
    path = tmp_path_factory.mktemp("chain") / "reviews.sqlite"
    store = Store(path)
    hand = Keeper(store, "张三")
    now = hand.resume(review()).review
    for number in range(5):
        now = hand.keep(now, confirmed(now, number, note=f"备注{number}")).review
    now = hand.keep(now, without(now, 1)).review
    hand.keep(now, without(without(now, 2), 3))
    store.close()
    return path.read_bytes()


def tampered(folder: Path, original: bytes, *statements: tuple[str, tuple[object, ...]]) -> Store:
    """The store after someone has been at it with other tools."""
    path = folder / "reviews.sqlite"
    path.write_bytes(original)
    connection = sqlite3.connect(path)
    for trigger in ("entry_stays_as_it_is", "entry_goes_with_its_review"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement, values in statements:
        connection.execute(statement, values)
    connection.commit()
    connection.close()
    return Store(path)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_byte_of_any_entry(
    tmp_path_factory: pytest.TempPathFactory, original: bytes, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("tampered")
    number, column = data.draw(st.integers(1, LENGTH)), data.draw(st.sampled_from(COLUMNS))
    path = folder / "reviews.sqlite"
    path.write_bytes(original)
    connection = sqlite3.connect(path)
    (value,) = connection.execute(f'SELECT "{column}" FROM entry WHERE number = ?', (number,)).fetchone()
    connection.close()
    changed = data.draw(_other(value))
    update = f'UPDATE entry SET "{column}" = CAST(? AS TEXT) WHERE number = ?'
    if isinstance(value, int):
        update = f'UPDATE OR REPLACE entry SET "{column}" = ? WHERE number = ?'

    store = tampered(folder, original, (update, (changed, number)))

    broken = store.first_break(store.reviews()[0])
    store.close()
    assert broken is not None
    assert broken.number == number or (column == "number" and broken.number <= LENGTH)
    assert f"第 {broken.number} 条" in broken.sentence


def _other(value: object) -> st.SearchStrategy[object]:
    """The value with one byte changed; a number that is another; something where there was nothing."""
    if isinstance(value, int):
        return st.integers(0, 2 * LENGTH).filter(lambda other: other != value)
    if value is None:
        return st.just(b"confirmed")
    raw = str(value).encode()
    if not raw:
        return st.just(b" ")
    places = st.tuples(st.integers(0, len(raw) - 1), st.integers(1, 255))
    return places.map(lambda at: raw[: at[0]] + bytes([raw[at[0]] ^ at[1]]) + raw[at[0] + 1 :])


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
def test_an_entry_taken_out(tmp_path: Path, original: bytes, number: int) -> None:
    store = tampered(tmp_path, original, ("DELETE FROM entry WHERE number = ?", (number,)))

    broken = store.first_break(store.reviews()[0])
    assert broken is not None
    assert (broken.number, "缺失" in broken.sentence) == (number, True)


def test_an_entry_put_at_the_end_by_hand(tmp_path: Path, original: bytes) -> None:
    rest = ", ".join(f'"{one}"' for one in COLUMNS[1:])
    copied = f"INSERT INTO entry SELECT review, {LENGTH + 1}, {rest} FROM entry WHERE number = 1"
    store = tampered(tmp_path, original, (copied, ()))

    broken = store.first_break(store.reviews()[0])
    assert broken is not None
    assert broken.number == LENGTH + 1


def test_an_entry_hashed_anew_breaks_the_next_one(tmp_path: Path, original: bytes) -> None:
    (tmp_path / "as-it-was").mkdir()
    store = tampered(tmp_path / "as-it-was", original)
    entry = store.entries(store.reviews()[0])[2]
    assert entry.record.decision
    forged = replace(entry.record, decision=replace(entry.record.decision, note="另有说法"))
    own = hash_of(entry.number, entry.step, forged, entry.previous)
    store = tampered(
        tmp_path,
        original,
        ("UPDATE entry SET note = '另有说法', hash = ? WHERE number = 3", (own,)),
        ("UPDATE entry SET previous = ? WHERE number = 4", (own,)),
    )

    broken = store.first_break(store.reviews()[0])
    assert broken is not None
    assert broken.number == 4


def test_a_chain_moved_to_another_report(tmp_path: Path, original: bytes) -> None:
    store = tampered(tmp_path, original, ("UPDATE review SET report = ?", ("0" * 64,)))

    broken = store.first_break(store.reviews()[0])
    assert broken is not None
    assert broken.number == 1


def test_the_store_itself_refuses_to_change_or_take_out_an_entry(tmp_path: Path, original: bytes) -> None:
    path = tmp_path / "reviews.sqlite"
    path.write_bytes(original)
    connection = sqlite3.connect(path)
    for statement in ("UPDATE entry SET note = ''", "DELETE FROM entry WHERE number = 8"):
        with pytest.raises(sqlite3.IntegrityError, match="an entry is never"):
            connection.execute(statement)
    connection.close()


def test_a_flipped_byte_in_the_file_itself(tmp_path: Path, original: bytes) -> None:
    raw = bytearray(original)
    raw[raw.index("备注4".encode()) + 1] ^= 1
    path = tmp_path / "reviews.sqlite"
    path.write_bytes(raw)

    store = Store(path)

    broken = store.first_break(store.reviews()[0])
    assert broken is not None
    assert broken.number == 5
    with pytest.raises(UnusableStore, match="校验不通过：第 5 条记录"):
        Keeper(store).resume(review())
