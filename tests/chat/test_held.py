"""The utterances of corpora/chat: how many are understood may not fall below what was measured last (corpora/chat/README.md, Figures)."""

from functools import cache

import pytest
import tools.chat.__main__
from tools.chat.__main__ import CHAT, answered_in_vain, table
from tools.chat.scoring import Scored, read, score

FLOORS = {
    "practice-dialogues": 0.95,
    "held": 0.97,
    "held2": 0.95,
    "dialogues": 0.93,
    "held3": 0.87,
    "held4": 0.88,
}

MOST_ANSWERED = {"held3": 1}
"""Unanswerable questions that are answered; the misses of held3 and held4 are never read."""


@cache
def scored_set(name: str) -> tuple[Scored, ...]:
    return tools.chat.__main__.scored_set(name)


@pytest.mark.parametrize("name", FLOORS)
def test_the_share_of_right_answers_holds(name: str) -> None:
    scored = scored_set(name)
    right = sum(one.right for one in scored) / len(scored)
    assert right >= FLOORS[name], "\n".join(table(name, scored))


def test_what_cannot_be_answered_is_cited_nowhere() -> None:
    refused = [one for name in FLOORS for one in scored_set(name) if one.reply.intent == "unanswerable"]
    assert refused
    assert all("无法回答" in one.reply.text and not one.reply.cites for one in refused)


def test_no_unanswerable_question_is_answered() -> None:
    answered = {name: len(answered_in_vain(scored_set(name))) for name in FLOORS}
    assert all(count <= MOST_ANSWERED.get(name, 0) for name, count in answered.items()), answered


def test_the_weights_are_those_of_the_practice_utterances() -> None:
    lines = read(CHAT / "practice.jsonl")[::10]
    more = [score(line) for line in read(CHAT / "practice2.jsonl")[::20]]
    assert sum(one.right for one in more) / len(more) >= 0.94, "run make chat-weights"
    scored = [score(line) for line in lines]
    assert not answered_in_vain(scored), "run make chat-weights"
    assert sum(one.right for one in scored) / len(scored) >= 0.98
