"""`shenyue compare OLD NEW`: what became of each finding in the corrected version, and what else changed."""

import sys
from argparse import Namespace

from shenyue.cli import FOUND, OK, UNREADABLE
from shenyue.cli.check import style
from shenyue.cli.earlier import earlier_version
from shenyue.cli.order import order_from
from shenyue.compare import Comparison, compare, version_of
from shenyue.compare.comparison import Fate
from shenyue.errors import UnreadableFile
from shenyue.findings import Severity
from shenyue.output.comparison_json import as_json
from shenyue.output.comparison_text import comparison_lines
from shenyue.review import Review, open_review
from shenyue.store.keeping import Earlier, keeper, recalled


def run(options: Namespace) -> int:
    """Run the command; the exit code."""
    try:
        new = recalled(open_review(options.new, order_from(options)), options.store)
        earlier = earlier_version(options.old, options)
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE
    comparison = compare(earlier.version, version_of(new))
    if options.format == "json":
        sys.stdout.write(as_json(comparison, earlier.decisions))
    else:
        sys.stdout.writelines(
            f"{line}\n" for line in comparison_lines(comparison, earlier.decisions, style(options))
        )
    if options.carry:
        _carry(options, new, earlier)
    return _verdict(comparison, options.fail_on)


def _carry(options: Namespace, new: Review, earlier: Earlier) -> None:
    """Keep the answers that still hold, as answers to the new version."""
    hand = keeper(options.store, options.reviewer)
    before = hand.resume(new).review
    done = hand.carry(before, earlier)
    count = len(done.review.decisions) - len(before.decisions)
    sys.stderr.write(f"已沿用 {count} 条处理意见，链头 {done.review.head}。\n")


def _verdict(comparison: Comparison, fail_on: str) -> int:
    """1 where a fault of that weight is still there, new, or not sure to be gone."""
    if fail_on == "never":
        return OK
    least = Severity(fail_on).rank
    open_ = [one for one in comparison.findings if one.fate is not Fate.MENDED]
    return FOUND if any(one.finding.severity.rank >= least for one in open_) else OK
