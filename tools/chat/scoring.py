"""How an utterance is scored: its intent, and what the answer cites (corpora/chat/README.md)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shenyue.chat.conversation import respond
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.findings import TablePlace
from tools.chat.scene import scene

NUMERALS = "前一二三四五六"
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """One utterance and what came of it."""

    line: Line
    reply: Reply

    @property
    def understood(self) -> bool:
        """Whether the intent is one of those labelled."""
        return self.reply.intent in {self.line["intent"], *self.line.get("also", ())}

    @property
    def cited(self) -> bool:
        """Whether the answer cites what it must; nothing where nothing can be answered."""
        if self.line["intent"] == "unanswerable":
            return not self.reply.cites
        return set(self.line.get("cites", ())) <= self.named

    @property
    def named(self) -> set[str]:
        """The citations of the reply, as the corpus writes them."""
        return cited(self.reply.cites)

    @property
    def right(self) -> bool:
        """Whether both hold."""
        return self.understood and self.cited


def cited(cites: Iterable[Citation]) -> set[str]:
    """Citations as the corpus writes them."""
    return {name for cite in cites for name in _names(cite)}


def _names(cite: Citation) -> Iterator[str]:
    if cite.rule:
        yield cite.rule
    if cite.cell:
        yield f"cell:{cite.cell}"
    if cite.span:
        part = scene().report.section_at(cite.span.start).part
        yield f"section:{NUMERALS[part or 0]}"


def read(path: Path) -> list[Line]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def key_of(rule: str) -> str:
    """The first finding of a rule in the scene; empty where there is none."""
    return next((one.key for one in scene().findings if one.rule == rule), "")


def situation_of(context: Line) -> Situation:
    """The situation that an utterance stands in."""
    review = scene()
    selection = context.get("selection") or []
    names = [selection] if isinstance(selection, str) else selection
    cell = next((name.removeprefix("cell:") for name in names if name.startswith("cell:")), "")
    return Situation(
        review,
        current=key_of(context["finding"]) if context.get("finding") else "",
        shown=tuple(one.key for one in review.findings),
        asked=(Intent(context["previous"]),) if context.get("previous") else (),
        selected=tuple(one.key for one in review.findings if one.rule in names),
        cell=TablePlace(*cell.split(".")) if cell else None,
    )


def answer(situation: Situation, text: str) -> Reply:
    """The reply, by the same reviewer at the same time always."""
    return respond(situation, text, by="审核员", clock=lambda: datetime(2026, 1, 5, 9, tzinfo=UTC))


def score(line: Line) -> Scored:
    """An utterance of a set of single ones."""
    return Scored(line, answer(situation_of(line["context"]), line["text"]))


def score_dialogue(dialogue: Line) -> Iterator[Scored]:
    """Every turn, in the situation that the turns before have made."""
    review = scene()
    situation = Situation(review, shown=tuple(one.key for one in review.findings))
    for turn in dialogue["turns"]:
        if turn.get("finding"):
            situation = Situation(**{**_fields(situation), "current": key_of(turn["finding"])})
        reply = answer(situation, turn["text"])
        yield Scored(turn, reply)
        situation = reply.situation


def _fields(situation: Situation) -> dict[str, Any]:
    return {name: getattr(situation, name) for name in situation.__slots__}
