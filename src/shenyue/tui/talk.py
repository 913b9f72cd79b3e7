"""What the app needs of the conversation; `shenyue.chat.conversation` is it, a test may bring its own."""

from importlib import import_module
from typing import Protocol

from shenyue.chat.replies import Reply, Situation
from shenyue.review import Review


class Talk(Protocol):
    """The assistant."""

    def opening(self, review: Review) -> Reply:
        """What it says first."""

    def warm(self, review: Review) -> None:
        """Whatever the first answer would wait for."""

    def respond(self, situation: Situation, text: str) -> Reply:
        """The answer to what was typed."""

    def complete(self, situation: Situation, text: str) -> tuple[str, ...]:
        """How the line may go on, whole lines, the best first."""


def conversation() -> Talk:
    """The assistant that ships with the program; imported when first needed, as its words take a while to load."""
    talk: Talk = import_module("shenyue.chat.conversation")
    return talk
