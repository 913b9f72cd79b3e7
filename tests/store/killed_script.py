"""Run by a test: decide through a hundred findings in a child process, kill it at a random moment, look at what is left; many times.

`python killed_script.py FOLDER ROUNDS SEED`: prints one line a round: acknowledged, found. Fails where anything acknowledged is missing.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from reviews_by_hand import confirmed, key, review

from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store

FINDINGS = 100
MOMENT = 0.01
"""Seconds within which the blow falls once so many answers are on disk: between two of them, or in the midst of one."""
FRESH = 5
"""Every so many rounds the store is a new one, so that its making is struck as well."""


def decide_through(path: Path, name: str, pipe: int) -> None:
    """The child: one answer after another; a number goes down the pipe once it is said to be on disk."""
    hand = Keeper(Store(path), "张三")
    now = hand.resume(review(name, FINDINGS)).review
    for number in range(FINDINGS):
        now = hand.keep(now, confirmed(now, number, note=f"备注{number}")).review
        os.write(pipe, bytes([number]))


def struck(path: Path, name: str, answers: int, moment: float) -> bytes:
    """What the child said was on disk before it was killed: a moment after so many answers, or while it opens the store."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        decide_through(path, name, writing)
        os._exit(0)
    os.close(writing)
    said = b""
    while len(said) < answers and (more := os.read(reading, answers - len(said))):
        said += more
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, FINDINGS):
        said += more
    os.close(reading)
    return said


def left(path: Path, name: str) -> set[str]:
    """What the store still has, proven."""
    store = Store(path)
    found = set(Keeper(store).resume(review(name, FINDINGS)).review.decisions)
    broken = [one for kept in store.reviews() if (one := store.first_break(kept))]
    damage = store.damage()
    store.close()
    if broken or damage:
        raise SystemExit(f"{name}: {broken} {damage}")
    return found


def main(folder: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a moment, no secret
    for at in range(rounds):
        path = folder / f"{at // FRESH}.sqlite"
        said = struck(path, f"第{at}份", chance.randrange(FINDINGS), chance.uniform(0, MOMENT))
        found = left(path, f"第{at}份")
        missing = {key(number) for number in said} - found
        if missing or len(found) > len(said) + 1:
            raise SystemExit(f"round {at}: {len(said)} acknowledged, {len(found)} found, missing {missing}")
        print(len(said), len(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
