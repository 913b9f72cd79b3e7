"""A file that could not be read, as every format tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """The path as typed, and the sentence that says why."""

    path: str
    sentence: str
