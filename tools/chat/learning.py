"""`make chat-weights`: counts from the practice utterances how much each mark speaks for an intent, and writes weights.json.

An averaged perceptron with a margin: every utterance that is not told apart by enough moves the weights of its marks by one. Whole numbers in a fixed order, so
that the same utterances give the same file.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shenyue.chat.commands import spoken
from shenyue.chat.questions import Question, nameless, understand
from shenyue.chat.replies import Intent
from shenyue.chat.weighing import marks
from tools.chat.scoring import Line, read, situation_of

ROOT = Path(__file__).resolve().parent.parent.parent
CHAT = ROOT / "corpora" / "chat"
WEIGHTS = ROOT / "src" / "shenyue" / "chat" / "weights.json"
NONE = Intent.UNANSWERABLE.value
ROUNDS = 12
MARGIN = 20
MARGIN_OF_NONE = 60
"""What cannot be answered must be told apart by more: a wrong answer is worse than none."""
CAUTION = 10
ORDERS = 5
SCALE = 10
"""Weights are kept in tenths of a move."""
LEAST = 6
"""Smaller weights are left out."""

Table = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Sample:
    """An utterance, as it is weighed."""

    line: Line
    said: str
    features: frozenset[str]

    @property
    def intent(self) -> str:
        """What it asks."""
        return str(self.line["intent"])

    @property
    def marks(self) -> tuple[str, ...]:
        """Its marks, in order."""
        return tuple(sorted(marks(self.said, self.features)))


def samples() -> list[Sample]:
    """Every practice utterance and every turn of the practice dialogues."""
    lines = [line for name in ("practice", "practice2") for line in read(CHAT / f"{name}.jsonl")]
    lines += _turns(read(CHAT / "practice-dialogues.jsonl"))
    return [_sample(line, understand(situation_of(line["context"]), *_ordered(line))) for line in lines]


def _turns(dialogues: Sequence[Line]) -> Iterator[Line]:
    """Every turn as an utterance: the turn before is known, and some finding is on the screen after the first step."""
    for dialogue in dialogues:
        previous, finding = None, None
        for turn in dialogue["turns"]:
            finding = turn.get("finding", finding)
            yield {**turn, "context": {"finding": finding, "previous": previous}}
            previous = turn["intent"]
            finding = finding or ("N211" if previous in {"next", "jump", "filter"} else None)


def _ordered(line: Line) -> tuple[str, Intent]:
    """The words, and any intent: only their marks are wanted."""
    return spoken(line["text"])[0], Intent.HELP


def _sample(line: Line, question: Question) -> Sample:
    return Sample(line, nameless(question.said, question.slots), question.features)


def learnt(taught: Sequence[Sample]) -> Table:
    """The weights by mark and intent: the sum over several orders, which steadies what one order leaves to chance."""
    given = [(one.intent, one.marks) for one in taught]
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(ORDERS):
        for mark, row in _in_order(given, seed).items():
            total[mark].update(row)
    rows = {
        mark: {name: weight // ORDERS for name, weight in sorted(row.items())} for mark, row in total.items()
    }
    kept = {
        mark: {name: w for name, w in row.items() if abs(w) >= LEAST} for mark, row in sorted(rows.items())
    }
    return {mark: row for mark, row in kept.items() if row}


def _in_order(given: Sequence[tuple[str, Sequence[str]]], seed: int) -> Table:
    intents = sorted({intent for intent, _ in given})
    now: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(intents, 0))
    late: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(intents, 0))
    order = list(range(len(given)))
    shuffle = random.Random(seed).shuffle  # noqa: S311 - an order, no secret
    moves = 0
    for _ in range(ROUNDS):
        shuffle(order)
        for at in order:
            moves += 1
            intent, own = given[at]
            rival = _rival(intent, own, now, intents)
            for name, step in ((intent, 1), (rival, -1)) if rival else ():
                for mark in own:
                    now[mark][name] += step
                    late[mark][name] += step * moves
    return {mark: _averaged(now[mark], late[mark], moves) for mark in now}


def _rival(
    intent: str, own: Sequence[str], now: Mapping[str, dict[str, int]], intents: Sequence[str]
) -> str | None:
    """The other intent that is not outweighed by the margin, the strongest; None where all are."""
    margin = MARGIN_OF_NONE if intent == NONE else MARGIN
    totals = dict.fromkeys(intents, margin)
    totals[intent] = 0
    for mark in own:
        if mark in now:
            for name, weight in now[mark].items():
                totals[name] += weight
    strongest = max(intents, key=lambda name: totals[name])
    return None if strongest == intent else strongest


def _averaged(now: Mapping[str, int], late: Mapping[str, int], moves: int) -> dict[str, int]:
    return {
        name: (SCALE * (weight * moves - late[name])) // moves
        for name, weight in now.items()
        if weight or late[name]
    }


def told(table: Table, own: Sequence[str], caution: int = CAUTION) -> str:
    """The heaviest intent, as `weighing.heaviest` has it."""
    totals: Counter[str] = Counter({NONE: caution * SCALE})
    for mark in own:
        totals.update(table.get(mark, {}))
    return max(totals, key=lambda name: totals[name])


def crossed(taught: Sequence[Sample], folds: int = 6) -> list[tuple[Sample, str]]:
    """Each utterance with what weights say that were learnt without it and its neighbours."""
    order = list(range(len(taught)))
    random.Random(3).shuffle(order)  # noqa: S311
    found = []
    for fold in range(folds):
        out = set(order[fold::folds])
        table = learnt([one for at, one in enumerate(taught) if at not in out])
        found += [(taught[at], told(table, taught[at].marks)) for at in sorted(out)]
    return found


def main() -> int:
    """Learn and write; with --cross say how well weights do on utterances that they were not learnt from."""
    parser = argparse.ArgumentParser(prog="make chat-weights", description=__doc__)
    parser.add_argument("--cross", action="store_true", help="measure, write nothing")
    parser.add_argument("--misses", action="store_true")
    wanted = parser.parse_args()
    taught = samples()
    if wanted.cross:
        _print_cross(crossed(taught), misses=wanted.misses)
        return 0
    table = learnt(taught)
    intents = sorted({one.intent for one in taught})
    WEIGHTS.write_text(_written(intents, table), "utf-8")
    print(f"{len(taught)} utterances, {len(table)} marks, {WEIGHTS.stat().st_size // 1024} KiB")
    return 0


def _written(intents: Sequence[str], table: Table) -> str:
    """The file, a mark a line."""
    head = json.dumps({"intents": intents, "caution": CAUTION * SCALE})[:-1]
    rows = ",\n".join(f"{json.dumps(mark, ensure_ascii=False)}:{_short(row)}" for mark, row in table.items())
    return f'{head}, "of": {{\n{rows}\n}}}}\n'


def _short(row: Mapping[str, int]) -> str:
    return json.dumps(row, separators=(",", ":"))


def _print_cross(found: Sequence[tuple[Sample, str]], *, misses: bool) -> None:
    wrong = [(one, intent) for one, intent in found if intent not in {one.intent, *one.line.get("also", ())}]
    answered = [one for one, intent in wrong if one.intent == NONE]
    none = sum(one.intent == NONE for one, _ in found)
    print(
        f"{1 - len(wrong) / len(found):.3f} of {len(found)} utterances not learnt from; answered {len(answered)} of {none} unanswerable"
    )
    for one, intent in sorted(wrong, key=lambda pair: pair[0].intent) if misses else []:
        print(f"  {one.line.get('id', '')} {one.intent}: {one.line['text']} (as {intent})")


if __name__ == "__main__":
    sys.exit(main())
