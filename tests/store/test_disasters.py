"""Processes that are killed, processes that write at once."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from reviews_by_hand import review

from shenyue.store.chain import answers
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store

HERE = Path(__file__).parent
ROUNDS = int(os.environ.get("SHENYUE_KILLS", "40"))
"""The issue asks for 200; that many are killed where the variable says so."""
WRITES = 1000


def started(script: str, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(HERE / script), *map(str, words)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe)


def ended(processes: Iterable[subprocess.Popen[str]]) -> str:
    said = [process.communicate(timeout=600) for process in processes]
    assert not "".join(err for _, err in said)
    return "".join(out for out, _ in said)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot kill a process in the midst")
def test_nothing_that_was_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    told = ended([started("killed_script.py", tmp_path, ROUNDS, 2023)]).splitlines()

    acknowledged = [int(line.split()[0]) for line in told]
    assert len(told) == ROUNDS
    assert len(set(acknowledged)) > ROUNDS / 4, "the blows fell at different moments"


def at_once(path: Path, names: Sequence[str], count: int, findings: int) -> None:
    """Writers that begin when all of them are ready."""
    writers = [started("writing_script.py", path, name, count, findings) for name in names]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    ended(writers)


def test_two_processes_on_one_review_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    at_once(path, ("张三", "李四"), WRITES, 40)

    store = Store(path)
    (kept,) = store.reviews()
    entries = store.entries(kept)
    notes = [entry.record.decision.note for entry in entries if entry.record.decision]
    turns = sum(one.record.by != other.record.by for one, other in pairwise(entries))
    assert sorted(notes) == sorted(f"{name}{number}" for name in ("张三", "李四") for number in range(WRITES))
    assert turns > WRITES / 100, "they wrote in turns, not one after the other"
    assert store.first_break(kept) is None
    assert Keeper(store).resume(review(findings=40)).review.decisions == answers(entries)


def test_many_processes_may_make_the_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    at_once(path, [f"审{number}" for number in range(6)], 3, 5)

    store = Store(path)
    (kept,) = store.reviews()
    assert kept.entries == 18
    assert store.first_break(kept) is None
