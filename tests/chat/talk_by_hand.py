"""Conversations for the tests."""

from tools.chat.scene import scene

from shenyue.chat.conversation import opening, respond
from shenyue.chat.replies import Reply, Situation
from shenyue.decisions import Decision


def talk(*lines: str, situation: Situation | None = None) -> Reply:
    """The last answer."""
    now = situation or Situation(scene())
    reply = opening(now.review)
    for line in lines:
        reply = respond(now, line, by="审核员")
        now = reply.situation
    return reply


def in_app() -> Situation:
    """As the app has it at the first finding: every finding listed, one on the screen."""
    keys = tuple(one.key for one in scene().findings)
    return Situation(scene(), current=keys[0], shown=keys)


def decisions(reply: Reply) -> dict[int, Decision]:
    """What is decided, by the number of the finding."""
    review = reply.situation.review
    return {
        number: review.decisions[one.key]
        for number, one in enumerate(review.findings, 1)
        if one.key in review.decisions
    }
