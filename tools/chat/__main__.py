"""`make chat`: the share of right answers in corpora/chat, by intent; held lines are never shown unless asked for."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tools.chat.scoring import Scored, read, score, score_dialogue

CHAT = Path(__file__).resolve().parent.parent.parent / "corpora" / "chat"
SETS = ("practice", "practice2", "practice-dialogues", "held", "dialogues", "held2", "held3", "held4")


def main() -> int:
    """Score and print; 1 where an unanswerable question of any set was answered."""
    wanted = _arguments()
    answered = 0
    for name in wanted.sets:
        scored = scored_set(name)
        print("\n".join(table(name, scored)))
        answered += len(answered_in_vain(scored))
        if wanted.misses or name.startswith("practice"):
            print("\n".join(_miss(one) for one in scored if not one.right))
    return 1 if answered else 0


def scored_set(name: str) -> tuple[Scored, ...]:
    """Every utterance of a set, answered and scored."""
    lines = read(CHAT / f"{name}.jsonl")
    if any("turns" in line for line in lines):
        return tuple(one for line in lines for one in score_dialogue(line))
    return tuple(score(line) for line in lines)


def answered_in_vain(scored: Sequence[Scored]) -> list[Scored]:
    """What cannot be answered, and was."""
    return [one for one in scored if one.line["intent"] == "unanswerable" and not one.right]


def table(name: str, scored: Sequence[Scored]) -> list[str]:
    """The share of right answers, then a line an intent: right, and what was taken for what."""
    right = sum(one.right for one in scored)
    share = f"{right}/{len(scored)} = {right / len(scored):.3f}"
    lines = [f"{name}: {share}, unanswerable answered: {len(answered_in_vain(scored))}"]
    for intent, number in Counter(one.line["intent"] for one in scored).most_common():
        own = [one for one in scored if one.line["intent"] == intent]
        taken = Counter(one.reply.intent.value for one in own if not one.understood)
        uncited = sum(one.understood and not one.cited for one in own)
        wrong = [f"as {other} {times}" for other, times in taken.most_common()]
        wrong += [f"citation lacking {uncited}"] if uncited else []
        lines.append(
            f"  {intent:20}{sum(one.right for one in own):4}/{number:<4} {', '.join(wrong)}".rstrip()
        )
    return lines


def _miss(one: Scored) -> str:
    lacks = sorted(set(one.line.get("cites", ())) - set(one.named)) if one.understood else []
    why = f"cites not {lacks}" if lacks else f"as {one.reply.intent.value}"
    return f"  {one.line.get('id', '')} {one.line['intent']}: {one.line['text']} ({why})"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chat", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help="practice, held, dialogues …")
    parser.add_argument(
        "--misses", action="store_true", help="print the misses of held sets too (README: when)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
