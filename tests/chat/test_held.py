"""The utterances of corpora/chat: how many are understood may not fall below what was measured last (corpora/chat/README.md, Figures)."""

import pytest
from tools.chat.__main__ import CHAT, answered_in_vain, scored_set, table
from tools.chat.scoring import read, score

FLOORS = {"practice-dialogues": 0.88, "held": 0.88, "dialogues": 0.80}


@pytest.mark.parametrize("name", FLOORS)
def test_the_share_of_right_answers_holds(name: str) -> None:
    scored = scored_set(name)
    right = sum(one.right for one in scored) / len(scored)
    assert right >= FLOORS[name], "\n".join(table(name, scored))


def test_what_cannot_be_answered_is_cited_nowhere() -> None:
    refused = [one for name in FLOORS for one in scored_set(name) if one.reply.intent == "unanswerable"]
    assert refused
    assert all("无法回答" in one.reply.text and not one.reply.cites for one in refused)


def test_no_unanswerable_practice_question_is_answered() -> None:
    lines = read(CHAT / "practice.jsonl")[::10]
    scored = [score(line) for line in lines]
    assert not answered_in_vain(scored)
    assert sum(one.right for one in scored) / len(scored) >= 0.98
