"""`shenyue baseline create|update FILE…`: what reports have now is let pass, so that only what is new is told."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from shenyue.cli import OK, UNREADABLE
from shenyue.cli.files import expand
from shenyue.cli.order import order_from
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.review import Review, open_review
from shenyue.waivers import BASELINE_FILE, Baseline, BaselineReport, path_from, read_baseline, write_baseline


def create(options: Namespace) -> int:
    """Put down every finding of the reports; the exit code."""
    files = expand(options.files)
    path = _path(options, files)
    if path.exists() and not options.force:
        raise WrongUsage(f"{path} 已有基线；更新请用 shenyue baseline update，重新建立请加 --force。")
    reviews, code = _reviews(options, files)
    reports = tuple(_report(review, path) for review in reviews)
    return _written(Baseline(path, date.today().isoformat(), reports)) or code  # noqa: DTZ011 - the office's own day


def update(options: Namespace) -> int:
    """Take out what the reports have no more; with `--select`, add what these rules find; the exit code."""
    files = expand(options.files)
    path = _path(options, files)
    before = read_baseline(path)
    if before is None:
        raise WrongUsage(f"{path.parent} 里还没有基线，请先用 shenyue baseline create 建立。")
    reviews, code = _reviews(options, files)
    found = {path_from(path, review.path): _report(review, path) for review in reviews}
    ran = {rule.id for review in reviews for rule in review.pack.rules}
    reports = [
        _still(report, found.get(report.path), ran) if report.path in found else report
        for report in before.reports
    ]
    if options.select:
        reports = [*_joined(reports, found)]
    return _written(replace(before, reports=tuple(reports))) or code


def _still(report: BaselineReport, now: BaselineReport | None, ran: set[str]) -> BaselineReport:
    """Without what was asked for and is there no more."""
    there = now.findings if now else {}
    kept = {key: rule for key, rule in report.findings.items() if key in there or rule not in ran}
    return replace(report, findings=kept)


def _joined(reports: list[BaselineReport], found: dict[str, BaselineReport]) -> Iterator[BaselineReport]:
    known = {report.path for report in reports}
    for report in reports:
        now = found.get(report.path)
        yield replace(report, findings={**report.findings, **now.findings}) if now else report
    yield from (now for path, now in found.items() if path not in known)


def _path(options: Namespace, files: tuple[Path, ...]) -> Path:
    """Where the baseline of the reports lies: in the folder given, else in that which holds all reports."""
    given = options.output or Path(os.path.commonpath([_folder(path) for path in options.files or files]))
    return Path(given) / BASELINE_FILE


def _folder(path: Path) -> Path:
    return path.absolute() if path.is_dir() else path.absolute().parent


def _reviews(options: Namespace, files: tuple[Path, ...]) -> tuple[tuple[Review, ...], int]:
    """The reviews without any baseline, and the exit code: what cannot be read is told and left out."""
    order, code = replace(order_from(options), baseline=False), OK
    reviews: list[Review] = []
    for path in files:
        try:
            reviews.append(open_review(path, order))
        except UnreadableFile as reason:
            sys.stderr.write(f"{reason}\n")
            code = UNREADABLE
    return tuple(reviews), code


def _report(review: Review, file: Path) -> BaselineReport:
    findings = {finding.key: finding.rule for finding in review.findings}
    return BaselineReport(path_from(file, review.path), review.report.unit, review.report.year, findings)


def _written(baseline: Baseline) -> int:
    write_baseline(baseline)
    reports = [report for report in baseline.reports if report.findings]
    count = sum(len(report.findings) for report in reports)
    sys.stdout.write(f"基线已写入 {baseline.file}：{len(reports)} 份报告，{count} 处问题。\n")
    return OK
