"""The first version of a report, as a command names it."""

from argparse import Namespace
from pathlib import Path

from shenyue.cli.order import order_from
from shenyue.compare import version_of
from shenyue.errors import WrongUsage
from shenyue.review import open_review
from shenyue.store.keeping import Earlier, kept_version, recalled


def earlier_version(word: str, options: Namespace) -> Earlier:
    """A file, with the answers kept for it, else what is kept under a number of `shenyue reviews list`.

    Raises:
        UnreadableFile: the file cannot be read as a report.
        WrongUsage: there is neither.
    """
    path = Path(word)
    if path.exists() or not word.isdigit():
        review = recalled(open_review(path, order_from(options)), options.store)
        return Earlier(version_of(review), review.decisions, str(path))
    found = kept_version(int(word), options.store)
    if found is None:
        raise WrongUsage(f"没有文件 {word}，审阅记录里也没有序号为 {word} 的审阅。")
    return found
