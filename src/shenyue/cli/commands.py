"""What each command does: read, review, print."""

import csv
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from shenyue.cli import FOUND, OK, UNREADABLE
from shenyue.errors import UnreadableFile
from shenyue.findings import Severity
from shenyue.loaders import load
from shenyue.output import as_json, as_text
from shenyue.output.rules_text import explain_lines, list_lines
from shenyue.output.style import Style
from shenyue.output.tables_text import csv_rows, table_lines
from shenyue.review import Order, Review, open_review, rules_named
from shenyue.rules import RulePack, choose_pack, read_pack
from shenyue.settings import read_settings


def check(options: Namespace) -> int:
    """`shenyue check FILE…`."""
    order = _order(options)
    reviews, failures = _open_all(options.files, order)
    if options.format == "json":
        sys.stdout.write(as_json.render(reviews, failures) + "\n")
    else:
        _print_text(reviews, options)
    _report_failures(failures)
    return max(_verdict(reviews, options.fail_on), UNREADABLE if failures else OK)


def _print_text(reviews: list[Review], options: Namespace) -> None:
    style = _style(options.color)
    for number, review in enumerate(reviews):
        if number:
            sys.stdout.write("─" * (style.width // 2) + "\n")
        sys.stdout.write(as_text.render(review, style, ledger=options.ledger))
        sys.stdout.flush()


def _open_all(files: list[Path], order: Order) -> tuple[list[Review], list[tuple[str, str]]]:
    reviews, failures = [], []
    for path in files:
        try:
            reviews.append(open_review(path, order))
        except UnreadableFile as reason:
            failures.append((str(path), str(reason)))
    return reviews, failures


def _report_failures(failures: list[tuple[str, str]]) -> None:
    for _, sentence in failures:
        sys.stderr.write(f"{sentence}\n")


def _verdict(reviews: list[Review], fail_on: str) -> int:
    if fail_on == "never":
        return OK
    least = Severity(fail_on).rank
    return (
        FOUND
        if any(finding.severity.rank >= least for review in reviews for finding in review.findings)
        else OK
    )


def text(options: Namespace) -> int:
    """`shenyue text FILE…`."""
    return _each(options.files, lambda path: [load(path).text])


def tables(options: Namespace) -> int:
    """`shenyue tables FILE…`."""
    order = _order(options)
    if options.csv:
        return _tables_csv(options.files, order)
    return _each(options.files, lambda path: table_lines(open_review(path, order).report))


def _tables_csv(files: list[Path], order: Order) -> int:
    reviews, failures = _open_all(files, order)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("文件", "表", "行", "列", "数值", "原文"))
    for review in reviews:
        writer.writerows((str(review.path), *row) for row in csv_rows(review.report))
    _report_failures(failures)
    return UNREADABLE if failures else OK


def _each(files: list[Path], lines_of) -> int:  # type: ignore[no-untyped-def]
    code = OK
    for path in files:
        try:
            sys.stdout.write("\n".join(lines_of(path)) + "\n")
        except UnreadableFile as reason:
            sys.stderr.write(f"{reason}\n")
            code = UNREADABLE
    return code


def explain(options: Namespace) -> int:
    """`shenyue explain RULE`; the beginning of an id explains every rule that begins so."""
    style = _style("auto")
    blocks = [
        "\n".join(explain_lines(rule, style)) for rule in rules_named(_pack(options), options.rule.upper())
    ]
    sys.stdout.write("\n\n".join(blocks) + "\n")
    return OK


def rules_list(options: Namespace) -> int:
    """`shenyue rules list`."""
    sys.stdout.write("\n".join(list_lines(_pack(options))) + "\n")
    return OK


def _pack(options: Namespace) -> RulePack:
    folders = tuple(options.rules)
    choice = choose_pack(None, option=options.district, preferred=read_settings().district, folders=folders)
    return read_pack(choice.pack_id, folders)


def _order(options: Namespace) -> Order:
    return Order(
        district=options.district,
        preferred=read_settings().district,
        folders=tuple(options.rules),
        select=tuple(_rule_ids(getattr(options, "select", []))),
        ignore=tuple(_rule_ids(getattr(options, "ignore", []))),
    )


def _rule_ids(values: list[str]) -> Iterator[str]:
    for value in values:
        yield from (word.strip().upper() for word in value.replace("，", ",").split(",") if word.strip())


def _style(colour: str) -> Style:
    on_terminal = sys.stdout.isatty()
    wanted = colour == "always" or (colour == "auto" and on_terminal and "NO_COLOR" not in os.environ)
    return Style(colour=wanted, width=shutil.get_terminal_size((100, 24)).columns)
