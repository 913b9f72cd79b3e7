"""A store of ten years: how long opening, resuming, deciding and listing take when 20,000 reviews and 500,000 answers are in it.

`python bench/store.py [REVIEWS [ENTRIES]]` fills a store of our own invention in a temporary folder and uses it from fresh processes, as a
reviewer does; the bar is 0.5 s for opening and resuming.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from shenyue.compare import version_of
from shenyue.decisions import Decision, Verdict
from shenyue.review import Order, Review, open_review
from shenyue.store.chain import Record
from shenyue.store.kept import Store, Subject

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
REVIEWS, ENTRIES = 20_000, 500_000
_AT = "2020-01-02T03:04:05+08:00"
_USE = """
import sys, time
from pathlib import Path
from shenyue.review import Order, decided, open_review
from shenyue.decisions import Decision, Verdict
from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store
review = open_review(Path(sys.argv[1]), Order())
begin = time.perf_counter()
hand = Keeper(Store(Path(sys.argv[2])), "bench")
now = hand.resume(review).review
resumed = time.perf_counter()
hand.keep(now, decided(now, now.findings[0].key, Decision(Verdict.CONFIRMED, str(begin), "", "")))
kept = time.perf_counter()
hand.earlier(review)
earlier = time.perf_counter()
hand.recent(12)
recent = time.perf_counter()
Store(Path(sys.argv[2])).reviews()
print(resumed - begin, kept - resumed, earlier - kept, recent - earlier, time.perf_counter() - recent)
"""
STEPS = (
    "open and resume",
    "one decision",
    "earlier version of the unit",
    "recent twelve",
    "open and list all",
)


def fill(path: Path, review: Review, reviews: int, entries: int) -> None:
    """Ten years of work, in as few transactions as it takes."""
    store, version = Store(path), version_of(review)
    each = entries // reviews
    for first in range(0, reviews, 500):
        with store.writing():
            for number in range(first, min(first + 500, reviews)):
                subject = _subject(number)
                kept = store.seen(subject, _AT)
                store.put_version(
                    kept, replace(version, sha256=subject.report, unit=subject.unit, year=subject.year)
                )
                store.append(kept, tuple(_records(each)), each)
    store.close()


def _subject(number: int) -> Subject:
    unit, year = f"第{number % 2000}街道办事处", 2014 + number // 2000
    digest = sha256(str(number).encode()).hexdigest()
    return Subject(digest, f"/报告/{year}/{unit}.docx", f"{unit}{year}年报告", unit, year, 30)


def _records(count: int) -> Iterator[Record]:
    for number in range(count):
        decision = Decision(Verdict.CONFIRMED, f"第{number}条备注", "张三", _AT)
        yield Record("张三", _AT, f"{number:012x}", "N211", decision, "national", "2026.1", "0.1.0")


def use(path: Path) -> tuple[float, ...]:
    """The best of three fresh processes, in seconds, by step."""
    command = [sys.executable, "-c", _USE, str(REPORT), str(path)]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(3)
    ]
    return tuple(min(map(float, step)) for step in zip(*runs, strict=True))


def main(reviews: int = REVIEWS, entries: int = ENTRIES) -> int:
    """Print the table; 1 where opening and resuming takes longer than 0.5 s."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reviews.sqlite"
        begin = time.perf_counter()
        fill(path, open_review(REPORT, Order()), reviews, entries)
        print(
            f"{reviews} reviews, {entries} answers: filled in {time.perf_counter() - begin:.0f} s, {path.stat().st_size / 1e6:.0f} MB"
        )
        taken = use(path)
        for name, seconds in zip(STEPS, taken, strict=True):
            print(f"{name:30} {seconds * 1000:8.1f} ms")
        store = Store(path)
        begin = time.perf_counter()
        broken = sum(store.first_break(kept) is not None for kept in store.reviews())
        print(f"{'prove every chain':30} {time.perf_counter() - begin:8.1f} s, {broken} broken")
        store.close()
    return int(taken[0] > 0.5)  # noqa: PLR2004 - the bar


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
