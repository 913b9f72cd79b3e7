"""What many rules read in one report, such as its sentences, is read once: the readings of the latest report are kept."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

from shenyue.report import Report

Reading = TypeVar("Reading")
Others = ParamSpec("Others")


@dataclass(slots=True)
class _Latest(Generic[Reading]):
    report: Report | None = None
    readings: dict[Hashable, Reading] = field(default_factory=dict)


def once(
    read: Callable[Concatenate[Report, Others], Reading],
) -> Callable[Concatenate[Report, Others], Reading]:
    """The function, giving again what it gave for this very report and these arguments; what it gives must not change."""
    kept: _Latest[Reading] = _Latest()

    @wraps(read)
    def again(report: Report, /, *others: Others.args, **named: Others.kwargs) -> Reading:
        nonlocal kept
        if kept.report is not report:
            kept = _Latest(report)
        latest, asked = kept, (others, *named.items())
        if asked not in latest.readings:
            latest.readings[asked] = read(report, *others, **named)
        return latest.readings[asked]

    return again
