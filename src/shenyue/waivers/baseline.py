"""基线: the findings that reports had when a rule was introduced, so that only new ones are told. A file that the program writes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.writing import cause, whole_file

BASELINE_FILE = "shenyue-baseline.json"
_SCHEMA = "shenyue.baseline/1"


@dataclass(frozen=True, slots=True)
class BaselineReport:
    """The findings of one report."""

    path: str
    """From the folder of the baseline, with slashes."""
    unit: str
    year: int | None
    findings: Mapping[str, str]
    """Rule by finding key."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Everything that was there before."""

    file: Path
    created: str
    """The day, ISO 8601."""
    reports: tuple[BaselineReport, ...] = ()

    def of(self, path: Path, unit: str, year: int | None) -> Mapping[str, str]:
        """The findings to let pass in a report, rule by key: those of the unit's report for that year, whatever its file is called."""
        name = path_from(self.file, path)
        return {
            key: rule
            for report in self.reports
            if report.path == name or (unit and year and (report.unit, report.year) == (unit, year))
            for key, rule in report.findings.items()
        }


def path_from(file: Path, report: Path) -> str:
    """A report's path from the folder of a baseline."""
    try:
        return report.resolve().relative_to(file.resolve().parent).as_posix()
    except ValueError:
        return report.resolve().as_posix()


def read_baseline(path: Path) -> Baseline | None:
    """The baseline in a file; None where there is none. Raises WrongUsage where it cannot be read or is damaged."""
    try:
        status = path.stat()
    except OSError:
        return None
    return _read(path, (status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=16)
def _read(path: Path, _: tuple[int, int]) -> Baseline:
    """Once for as long as the file does not change."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["schema"] != _SCHEMA:
            raise WrongUsage(
                f"基线文件 {path} 的版本是 {content['schema']}，本程序只认识 {_SCHEMA}，请升级程序。"
            )
        reports = tuple(_report(entry) for entry in content["reports"])
        return Baseline(path, str(content["created"]), reports)
    except OSError as reason:
        raise WrongUsage(f"基线文件 {path} 无法读取：{cause(reason)}。请检查文件权限后再试。") from reason
    except (ValueError, KeyError, TypeError, AttributeError) as reason:
        raise WrongUsage(
            f"基线文件 {path} 已损坏，请恢复备份；没有备份的，用 shenyue baseline create --force 重新建立。"
        ) from reason


def _report(entry: Mapping[str, object]) -> BaselineReport:
    year, findings = entry["year"], entry["findings"]
    if not isinstance(findings, dict) or not (year is None or isinstance(year, int)):
        raise TypeError
    return BaselineReport(str(entry["path"]), str(entry["unit"]), year, findings)


def write_baseline(baseline: Baseline) -> None:
    """Write the file, whole or not at all. Raises WrongUsage where that is not possible."""
    reports = [
        {"path": one.path, "unit": one.unit, "year": one.year, "findings": dict(sorted(one.findings.items()))}
        for one in sorted(baseline.reports, key=lambda one: one.path)
        if one.findings
    ]
    content = {"schema": _SCHEMA, "created": baseline.created, "reports": reports}
    with whole_file(baseline.file) as out:
        out.write((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
