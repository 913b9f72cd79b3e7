"""`shenyue check FILE…`: review, print or write, and say by the exit code what was found."""

import os
import shutil
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from shenyue.cli import FOUND, OK, UNREADABLE
from shenyue.cli.batch import Done, review_all, with_progress
from shenyue.cli.files import expand, is_folder
from shenyue.cli.order import order_from
from shenyue.cli.overwriting import never_over
from shenyue.findings import Severity
from shenyue.output import as_json, as_junit, as_sarif, as_text
from shenyue.output.failure import Failure
from shenyue.output.style import Style
from shenyue.prior import read_shelf
from shenyue.review import Review
from shenyue.waivers import Applied, Notice, notices_of
from shenyue.writing import whole_file


@dataclass(frozen=True, slots=True)
class Format:
    """How a review becomes text, and how the texts of many become one."""

    fragment: Callable[[Review], str]
    join: Callable[[Iterable[str], Sequence[Failure], Sequence[Notice]], Iterator[str]]


@dataclass(slots=True)
class Tally:
    """What must be known of the reviews once their texts are written."""

    gravest: int = -1
    failures: list[Failure] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)
    """What each rule took, by id, over all files."""
    whole: tuple[Path, ...] = ()
    """The folders that were given, all reports of which are reviewed."""
    notices: list[Notice] = field(default_factory=list)
    """What is wrong with waivers, known once all reports are."""

    def counted(self, results: Iterable[Done]) -> Iterator[str]:
        """The fragments of what could be read, counting as they pass."""
        applied: list[Applied] = []
        for done in results:
            self.gravest = max(self.gravest, done.rank)
            self.seconds.update(done.seconds)
            applied.append(done.applied)
            if done.failure:
                self.failures.append(Failure(done.path, done.failure))
            else:
                yield done.fragment
        self.notices += notices_of(applied, whole=self.whole)


def check(options: Namespace) -> int:
    """Run the command; the exit code."""
    files = expand(options.files)
    form = _format(options)
    tally, order = Tally(whole=tuple(filter(is_folder, options.files))), order_from(options)
    never_over(options.output, (*files, *filter(None, [options.prior])), "审查结果")
    if options.prior is not None:
        shelf = read_shelf(options.prior, expand([options.prior]), alone=len(files) == 1)
        order = replace(order, prior=shelf)
        tally.failures += [Failure(str(shelf.given), shelf.broken)] if shelf.broken else []
    results = review_all(files, order, form.fragment, options.jobs or os.cpu_count() or 1, _store(options))
    with _opened(options.output) as write:
        for text in form.join(
            tally.counted(with_progress(results, len(files))), tally.failures, tally.notices
        ):
            write(text)
    if options.format != "text" or options.output:
        sys.stderr.writelines(f"{failure.sentence}\n" for failure in tally.failures)
        sys.stderr.writelines(f"{notice}\n" for notice in tally.notices)
    if options.profile:
        sys.stderr.writelines(_profile(tally.seconds))
    return max(_verdict(tally, options.fail_on), UNREADABLE if tally.failures else OK)


def _store(options: Namespace) -> Path | None:
    """Where kept answers come from. None unless asked for: what a batch prints depends on files and rules alone."""
    if options.store is not None or not options.decisions:
        named: Path | None = options.store
        return named
    from shenyue.store.keeping import store_path  # noqa: PLC0415 - most checks read no store

    return path if (path := store_path()).exists() else None


def _format(options: Namespace) -> Format:
    least = Severity.ERROR if options.fail_on == "never" else Severity(options.fail_on)
    return {
        "text": Format(
            partial(
                as_text.fragment, style=style(options), ledger=options.ledger, waived=options.show_waived
            ),
            as_text.join,
        ),
        "json": Format(as_json.fragment, as_json.join),
        "sarif": Format(as_sarif.fragment, as_sarif.join),
        "junit": Format(partial(as_junit.fragment, least=least), as_junit.join),
    }[options.format]


def style(options: Namespace) -> Style:
    """Colours only on a terminal, unless asked for; NO_COLOR is respected."""
    on_terminal = sys.stdout.isatty() and options.output is None
    colour = options.color == "always" or (
        options.color == "auto" and on_terminal and "NO_COLOR" not in os.environ
    )
    return Style(colour=colour, width=shutil.get_terminal_size((100, 24)).columns)


def _profile(seconds: Counter[str]) -> Iterator[str]:
    """What each rule took, the dearest first."""
    yield f"各条规则用时（共 {seconds.total() * 1000:.1f} 毫秒）\n"
    for rule, spent in seconds.most_common():
        yield f"    {rule}  {spent * 1000:8.2f} 毫秒\n"


def _verdict(tally: Tally, fail_on: str) -> int:
    if fail_on == "never":
        return OK
    return FOUND if tally.gravest >= Severity(fail_on).rank else OK


@contextmanager
def _opened(path: Path | None) -> Iterator[Callable[[str], object]]:
    """What writes to the standard output, or to a file that is written whole or not at all."""
    if path is None:
        yield sys.stdout.write
        return
    with whole_file(path) as out:
        yield lambda text: out.write(text.encode("utf-8", "replace"))
