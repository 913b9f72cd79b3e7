"""The checks by the `kind` under which a rule calls for them: what the program can judge, to be read in one place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shenyue.findings import Outcome


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check and what a rule author must know of it."""

    run: Callable[..., Iterator[Outcome]]
    """`run(report, *, parameters…)`: its keyword-only parameters are the keys of `[check]`."""
    values: frozenset[str]
    """What a message may name in braces, besides `{quote}`."""
    variants: frozenset[str] = frozenset()
    """The variants that it may yield, besides `unsure`."""


CHECKS: Mapping[str, CheckKind] = {}
