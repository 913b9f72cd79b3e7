"""How long an answer takes: every practice utterance against a review, and the first answer of a fresh process."""

import json
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from shenyue.chat.conversation import respond
from shenyue.chat.replies import Situation
from shenyue.review import Order, open_review

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
UTTERANCES = ROOT / "corpora" / "chat" / "practice.jsonl"
LIMIT = 100
"""Milliseconds an answer may take."""

_FIRST = """
import sys, time
from pathlib import Path
from shenyue.review import Order, open_review
review = open_review(Path(sys.argv[1]), Order())
from shenyue.chat.conversation import opening, respond, warm
from shenyue.chat.replies import Situation
opening(review)
began = time.perf_counter()
warm(review)
print((time.perf_counter() - began) * 1e3)
began = time.perf_counter()
respond(Situation(review), "表三为什么不平")
print((time.perf_counter() - began) * 1e3)
"""


def answers() -> list[float]:
    """Milliseconds of every answer, warm."""
    review = open_review(REPORT, Order())
    situation = Situation(review, current=review.findings[0].key)
    times = []
    for line in UTTERANCES.read_text("utf-8").splitlines():
        began = time.perf_counter()
        respond(situation, json.loads(line)["text"], by="", clock=lambda: datetime.now(UTC))
        times.append((time.perf_counter() - began) * 1e3)
    return times[1:]


def first_answer() -> tuple[float, float]:
    """Milliseconds in which the words are read in a thread beside the opening, then of the first answer of a process."""
    done = subprocess.run(
        [sys.executable, "-c", _FIRST, str(REPORT)], check=True, capture_output=True, text=True
    )
    warm, first = map(float, done.stdout.split())
    return warm, first


def main() -> int:
    """Print the table; 0 even where a limit is missed."""
    times = answers()
    slow = statistics.quantiles(times, n=20)[-1]
    for name, measured in (("median", statistics.median(times)), ("p95", slow), ("slowest", max(times))):
        mark = "✓" if measured <= LIMIT else "✗"
        print(f"{mark}  answer, {name} of {len(times)}: {measured:.1f} ms (limit {LIMIT})")
    warm, first = first_answer()
    print(f"{'✓' if first <= LIMIT else '✗'}  first answer of a process: {first:.1f} ms (limit {LIMIT})")
    print(f"   the words read beside the opening: {warm:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
