"""What is let pass in one report: the waivers of its pack and of the folder it lies in, and the baseline there."""

from dataclasses import dataclass
from pathlib import Path

from shenyue.rules import RulePack, Waiver, read_folder_file
from shenyue.waivers.baseline import BASELINE_FILE, Baseline, read_baseline

WAIVER_FILE = "shenyue.toml"


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Everything that may let a finding pass."""

    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None
    rules: tuple[str, ...] = ()
    """The ids of the pack's rules, whether or not all of them are asked for."""


def exceptions_for(report: Path, pack: RulePack, *, baseline: bool = True) -> Exceptions:
    """Those that hold for a report, from the nearest folder at or above it that has them; `baseline`: with the baseline.

    Raises:
        BrokenPack: shenyue.toml has mistakes.
        WrongUsage: the baseline is damaged.
    """
    waivers, known = _nearest(report, WAIVER_FILE), _nearest(report, BASELINE_FILE) if baseline else None
    return Exceptions(
        (*(read_folder_file(waivers, pack) if waivers else ()), *pack.waivers),
        read_baseline(known) if known else None,
        tuple(rule.id for rule in pack.rules),
    )


def exceptions_stamp(report: Path) -> tuple[tuple[str, int, int], ...]:
    """The files beside a report that hold waivers and baseline, with time and size: what was read holds as long as it does."""
    found = (_nearest(report, name) for name in (WAIVER_FILE, BASELINE_FILE))
    return tuple(
        (str(path), status.st_mtime_ns, status.st_size)
        for path, status in ((path, path.stat()) for path in found if path)
    )


def _nearest(report: Path, name: str) -> Path | None:
    folder = report.absolute().parent
    return next((path for each in (folder, *folder.parents) if (path := each / name).is_file()), None)
