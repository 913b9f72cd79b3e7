"""Last year's reports that the user gave, and which of them is the same unit's report for the year before."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shenyue.chinese.unit_names import bare_unit, same_unit
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.loaders import load
from shenyue.recognise import identify
from shenyue.report import Identity

_PREFERRED = (".docx", ".docm", ".doc", ".wps", ".html", ".htm", ".md", ".txt", ".pdf")
"""Of several files of one report, the one whose figures are read most surely."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Shelved:
    """One of last year's reports."""

    path: Path
    identity: Identity


@dataclass(frozen=True, slots=True)
class Shelf:
    """All of them; small enough to pass between processes."""

    given: Path
    """The file or folder that the user named."""
    reports: tuple[Shelved, ...]
    alone: bool
    """A file was named for a single report: one that does not fit is the user's slip, and is refused."""
    broken: str = ""
    """Why the file named cannot be read, in Chinese; empty where it can, and of a folder."""


@dataclass(frozen=True, slots=True)
class PriorChoice:
    """Which report was chosen, and why or why not."""

    path: Path | None
    note: str
    """In Chinese."""


def read_shelf(given: Path, files: Iterable[Path], *, alone: bool) -> Shelf:
    """The shelf of what the user named; `files`: the reports below it, or itself. In a folder, what cannot be read is passed over.

    Raises:
        WrongUsage: there is nothing of that name.
    """
    if not given.exists():
        raise WrongUsage(f"--prior 指定的“{given}”不存在，请检查路径。")
    reports, broken = [], ""
    for path in files:
        try:
            reports.append(Shelved(path, identify(load(path))))
        except UnreadableFile as reason:
            broken = "" if given.is_dir() else str(reason)
    return Shelf(given, tuple(reports), alone=alone and not given.is_dir(), broken=broken)


def choose_prior(shelf: Shelf, identity: Identity) -> PriorChoice:
    """The report of the same unit for the year before.

    A file named for a single report is taken under another unit's name as well, for units are renamed; the rules then speak with doubt.

    Raises:
        WrongUsage: the file named for a single report is of another year.
    """
    if shelf.broken:
        return PriorChoice(None, f"上年报告“{shelf.given.name}”无法读取，没有与它对照")
    if identity.year is None or not identity.unit:
        what = "年份" if identity.year is None else "单位"
        return PriorChoice(None, f"看不出本报告的{what}，没有与上年报告对照")
    if shelf.alone:
        return _sole(shelf.reports[0], identity, identity.year - 1)
    return _found(shelf, identity, identity.year - 1)


def _sole(only: Shelved, identity: Identity, year: int) -> PriorChoice:
    name, found = only.path.name, only.identity
    if found.year != year:
        said = f"是{found.year}年度的报告" if found.year else "看不出是哪一年的报告"
        raise WrongUsage(
            f"--prior 指定的“{name}”{said}，{identity.year}年度报告应与{year}年度报告对照，请换一个文件。"
        )
    if same_unit(found.unit, identity.unit):
        return PriorChoice(only.path, f"{name}（{found.unit}，{year}年度）")
    return PriorChoice(
        only.path,
        f"{name}（{found.unit or '看不出单位'}，{year}年度，与本报告的“{identity.unit}”名称不同，请核实是否为同一单位）",
    )


def _found(shelf: Shelf, identity: Identity, year: int) -> PriorChoice:
    alike = [one for one in shelf.reports if _is_same(one.identity, identity)]
    fitting = [one for one in alike if one.identity.year == year]
    exact = [one for one in fitting if bare_unit(one.identity.unit) == bare_unit(identity.unit)]
    fitting = sorted(exact or fitting, key=_preference)
    units = dict.fromkeys(bare_unit(one.identity.unit) for one in fitting)
    if not fitting:
        years = sorted({str(one.identity.year) for one in alike if one.identity.year})
        only = f"（只有{'、'.join(years[:_NAMED])}年度的）" if years else ""
        return PriorChoice(None, f"“{shelf.given}”中没有{identity.unit}{year}年度的报告{only}")
    if len(units) > 1:
        names = "、".join(one.path.name for one in fitting[:_NAMED])
        note = f"“{shelf.given}”中有几份报告都可能是{identity.unit}{year}年度的（{names}），没有采用"
        return PriorChoice(None, note)
    others = f"；另有同一单位的{len(fitting) - 1}份文件未采用" if len(fitting) > 1 else ""
    best = fitting[0]
    return PriorChoice(best.path, f"{best.path.name}（{best.identity.unit}，{year}年度{others}）")


def _is_same(one: Identity, other: Identity) -> bool:
    return bool(one.unit) and one.kind is other.kind and same_unit(one.unit, other.unit)


def _preference(one: Shelved) -> tuple[int, str]:
    ending = one.path.suffix.lower()
    return (_PREFERRED.index(ending) if ending in _PREFERRED else len(_PREFERRED)), str(one.path)
