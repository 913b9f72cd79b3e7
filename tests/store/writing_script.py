"""Run by a test, several at once: `python writing_script.py STORE NAME COUNT FINDINGS`: that many decisions on one review, at random.

It says that it is ready, and begins when it is answered.
"""

import random
import sys
from pathlib import Path

from reviews_by_hand import answer, key, review

from shenyue.decisions import Verdict
from shenyue.review import decided
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store


def main(path: Path, name: str, count: int, findings: int) -> None:
    chance = random.Random(name)  # noqa: S311 - a choice, no secret
    hand = Keeper(Store(path), name)
    now = hand.resume(review(findings=findings)).review
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        decision = answer(chance.choice(list(Verdict)), f"{name}{number}")
        now = hand.keep(now, decided(now, key(chance.randrange(findings)), decision)).review


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
